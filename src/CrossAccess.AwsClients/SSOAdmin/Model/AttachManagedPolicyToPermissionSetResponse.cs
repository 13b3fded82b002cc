using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the AttachManagedPolicyToPermissionSet operation returns.</summary>
public class AttachManagedPolicyToPermissionSetResponse : AmazonWebServiceResponse;
