using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the GetPolicyVersion operation returns.</summary>
public class GetPolicyVersionResponse : AmazonWebServiceResponse
{
    public PolicyVersion? PolicyVersion { get; set; }
}
