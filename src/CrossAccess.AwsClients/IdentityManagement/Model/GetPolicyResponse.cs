using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the GetPolicy operation returns.</summary>
public class GetPolicyResponse : AmazonWebServiceResponse
{
    public ManagedPolicy? Policy { get; set; }
}
