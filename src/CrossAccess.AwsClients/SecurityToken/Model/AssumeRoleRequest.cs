namespace Amazon.SecurityToken.Model;

/// <summary>Container for the parameters to the AssumeRole operation. See <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"/>.</summary>
public class AssumeRoleRequest : AmazonSecurityTokenServiceRequest
{
    /// <summary>Required. 20 to 2,048 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+</c>.</summary>
    public string? RoleArn { get; set; }

    /// <summary>Required. 2 to 64 characters. Pattern: <c>[\w+=,.@-]*</c>.</summary>
    public string? RoleSessionName { get; set; }

    public List<PolicyDescriptorType>? PolicyArns { get; set; }

    /// <summary>At least 1 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? Policy { get; set; }

    /// <summary>From 900 to 43,200.</summary>
    public int? DurationSeconds { get; set; }

    /// <summary>At most 50 items.</summary>
    public List<Tag>? Tags { get; set; }

    /// <summary>At most 50 items. Each: 1 to 128 characters. Pattern: <c>[\p{L}\p{Z}\p{N}_.:/=+\-@]+</c>.</summary>
    public List<string>? TransitiveTagKeys { get; set; }

    /// <summary>2 to 1,224 characters. Pattern: <c>[\w+=,.@:\/-]*</c>.</summary>
    public string? ExternalId { get; set; }

    /// <summary>9 to 256 characters. Pattern: <c>[\w+=/:,.@-]*</c>.</summary>
    public string? SerialNumber { get; set; }

    /// <summary>6 characters. Pattern: <c>[\d]*</c>.</summary>
    public string? TokenCode { get; set; }

    /// <summary>2 to 64 characters. Pattern: <c>[\w+=,.@-]*</c>.</summary>
    public string? SourceIdentity { get; set; }

    /// <summary>1 to 5 items.</summary>
    public List<ProvidedContext>? ProvidedContexts { get; set; }
}
