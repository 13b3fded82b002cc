using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the DetachManagedPolicyFromPermissionSet operation returns.</summary>
public class DetachManagedPolicyFromPermissionSetResponse : AmazonWebServiceResponse;
