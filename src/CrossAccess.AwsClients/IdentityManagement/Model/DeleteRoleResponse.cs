using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the DeleteRole operation returns.</summary>
public class DeleteRoleResponse : AmazonWebServiceResponse;
