namespace Amazon.SecurityToken.Model;

/// <summary>The AssumedRoleUser structure. See <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumedRoleUser.html"/>.</summary>
public class AssumedRoleUser
{
    /// <summary>Required. 2 to 193 characters. Pattern: <c>[\w+=,.@:-]*</c>.</summary>
    public string? AssumedRoleId { get; set; }

    /// <summary>Required. 20 to 2,048 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+</c>.</summary>
    public string? Arn { get; set; }
}
