namespace Amazon.IdentityManagement.Model;

/// <summary>The PolicyDetail structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyDetail.html"/>.</summary>
public class PolicyDetail
{
    /// <summary>1 to 128 characters. Pattern: <c>[\w+=,.@-]+</c>.</summary>
    public string? PolicyName { get; set; }

    /// <summary>1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? PolicyDocument { get; set; }
}
