using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What the GetContextKeysForCustomPolicy operation returns.</summary>
public class GetContextKeysForCustomPolicyResponse : AmazonWebServiceResponse
{
    /// <summary>Each: 5 to 256 characters.</summary>
    public List<string>? ContextKeyNames { get; set; }
}
