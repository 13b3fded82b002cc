using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the PutRolePolicy operation returns.</summary>
public class PutRolePolicyResponse : AmazonWebServiceResponse;
