using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the SetDefaultPolicyVersion operation returns.</summary>
public class SetDefaultPolicyVersionResponse : AmazonWebServiceResponse;
