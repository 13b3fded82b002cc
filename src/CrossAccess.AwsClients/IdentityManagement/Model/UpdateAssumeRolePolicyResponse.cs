using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the UpdateAssumeRolePolicy operation returns.</summary>
public class UpdateAssumeRolePolicyResponse : AmazonWebServiceResponse;
