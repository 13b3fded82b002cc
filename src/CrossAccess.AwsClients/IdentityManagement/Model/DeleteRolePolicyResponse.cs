using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the DeleteRolePolicy operation returns.</summary>
public class DeleteRolePolicyResponse : AmazonWebServiceResponse;
