using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the DetachCustomerManagedPolicyReferenceFromPermissionSet operation returns.</summary>
public class DetachCustomerManagedPolicyReferenceFromPermissionSetResponse : AmazonWebServiceResponse;
