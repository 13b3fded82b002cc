using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the PutRolePermissionsBoundary operation returns.</summary>
public class PutRolePermissionsBoundaryResponse : AmazonWebServiceResponse;
