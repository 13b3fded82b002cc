using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the DeleteInlinePolicyFromPermissionSet operation returns.</summary>
public class DeleteInlinePolicyFromPermissionSetResponse : AmazonWebServiceResponse;
