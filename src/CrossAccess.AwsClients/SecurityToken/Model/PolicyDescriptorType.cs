using CrossAccess.AwsClients.Wire;

namespace Amazon.SecurityToken.Model;

/// <summary>The PolicyDescriptorType structure. See <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_PolicyDescriptorType.html"/>.</summary>
public class PolicyDescriptorType
{
    /// <summary>20 to 2,048 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+</c>.</summary>
    [Wire("arn")]
    public string? Arn { get; set; }
}
