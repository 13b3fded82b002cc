namespace Amazon.SecurityToken.Model;

/// <summary>Container for the parameters to the AssumeRoleWithWebIdentity operation. See <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html"/>.</summary>
public class AssumeRoleWithWebIdentityRequest : AmazonSecurityTokenServiceRequest
{
    /// <summary>Required. 20 to 2,048 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+</c>.</summary>
    public string? RoleArn { get; set; }

    /// <summary>Required. 2 to 64 characters. Pattern: <c>[\w+=,.@-]*</c>.</summary>
    public string? RoleSessionName { get; set; }

    /// <summary>Required. 4 to 20,000 characters.</summary>
    public string? WebIdentityToken { get; set; }

    /// <summary>4 to 2,048 characters.</summary>
    public string? ProviderId { get; set; }

    public List<PolicyDescriptorType>? PolicyArns { get; set; }

    /// <summary>1 to 2,048 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? Policy { get; set; }

    /// <summary>From 900 to 43,200.</summary>
    public int? DurationSeconds { get; set; }
}
