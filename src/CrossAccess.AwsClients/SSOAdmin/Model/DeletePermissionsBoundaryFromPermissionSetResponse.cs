using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the DeletePermissionsBoundaryFromPermissionSet operation returns.</summary>
public class DeletePermissionsBoundaryFromPermissionSetResponse : AmazonWebServiceResponse;
