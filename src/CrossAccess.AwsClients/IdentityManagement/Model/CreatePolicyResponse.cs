using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the CreatePolicy operation returns.</summary>
public class CreatePolicyResponse : AmazonWebServiceResponse
{
    public ManagedPolicy? Policy { get; set; }
}
