using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the DeletePolicyVersion operation returns.</summary>
public class DeletePolicyVersionResponse : AmazonWebServiceResponse;
