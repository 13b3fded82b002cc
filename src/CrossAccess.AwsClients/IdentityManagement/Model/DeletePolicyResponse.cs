using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the DeletePolicy operation returns.</summary>
public class DeletePolicyResponse : AmazonWebServiceResponse;
