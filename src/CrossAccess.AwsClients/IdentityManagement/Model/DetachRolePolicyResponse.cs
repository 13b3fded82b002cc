using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the DetachRolePolicy operation returns.</summary>
public class DetachRolePolicyResponse : AmazonWebServiceResponse;
