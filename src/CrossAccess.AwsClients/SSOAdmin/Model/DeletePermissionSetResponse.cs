using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the DeletePermissionSet operation returns.</summary>
public class DeletePermissionSetResponse : AmazonWebServiceResponse;
