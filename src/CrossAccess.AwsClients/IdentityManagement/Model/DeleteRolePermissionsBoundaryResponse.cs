using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the DeleteRolePermissionsBoundary operation returns.</summary>
public class DeleteRolePermissionsBoundaryResponse : AmazonWebServiceResponse;
