using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the CreatePolicyVersion operation returns.</summary>
public class CreatePolicyVersionResponse : AmazonWebServiceResponse
{
    public PolicyVersion? PolicyVersion { get; set; }
}
