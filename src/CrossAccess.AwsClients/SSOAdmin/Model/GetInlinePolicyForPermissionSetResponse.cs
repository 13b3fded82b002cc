using Amazon.Runtime;

namespace Amazon.SSOAdmin.Model;

/// <summary>What the GetInlinePolicyForPermissionSet operation returns.</summary>
public class GetInlinePolicyForPermissionSetResponse : AmazonWebServiceResponse
{
    /// <summary>1 to 32,768 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? InlinePolicy { get; set; }
}
