using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the AttachRolePolicy operation returns.</summary>
public class AttachRolePolicyResponse : AmazonWebServiceResponse;
