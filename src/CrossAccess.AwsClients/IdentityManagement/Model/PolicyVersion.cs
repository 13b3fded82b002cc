namespace Amazon.IdentityManagement.Model;

/// <summary>The PolicyVersion structure. See <see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html"/>.</summary>
public class PolicyVersion
{
    /// <summary>1 to 131,072 characters. Pattern: <c>[\u0009\u000A\u000D\u0020-\u00FF]+</c>.</summary>
    public string? Document { get; set; }

    /// <summary>Pattern: <c>v[1-9][0-9]*(\.[A-Za-z0-9-]*)?</c>.</summary>
    public string? VersionId { get; set; }

    public bool? IsDefaultVersion { get; set; }

    public DateTime? CreateDate { get; set; }
}
