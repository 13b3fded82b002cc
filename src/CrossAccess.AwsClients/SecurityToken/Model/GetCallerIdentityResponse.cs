using Amazon.Runtime;

namespace Amazon.SecurityToken.Model;

/// <summary>What the GetCallerIdentity operation returns.</summary>
public class GetCallerIdentityResponse : AmazonWebServiceResponse
{
    public string? UserId { get; set; }

    public string? Account { get; set; }

    /// <summary>20 to 2,048 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+</c>.</summary>
    public string? Arn { get; set; }
}
