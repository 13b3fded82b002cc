using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the AttachCustomerManagedPolicyReferenceToPermissionSet operation returns.</summary>
public class AttachCustomerManagedPolicyReferenceToPermissionSetResponse : AmazonWebServiceResponse;
