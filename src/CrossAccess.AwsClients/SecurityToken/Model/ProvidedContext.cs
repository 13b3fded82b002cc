namespace Amazon.SecurityToken.Model;

/// <summary>The ProvidedContext structure. See <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_ProvidedContext.html"/>.</summary>
public class ProvidedContext
{
    /// <summary>20 to 2,048 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+</c>.</summary>
    public string? ProviderArn { get; set; }

    /// <summary>4 to 2,048 characters.</summary>
    public string? ContextAssertion { get; set; }
}
