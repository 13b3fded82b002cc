using Amazon.Runtime;

namespace Amazon.SecurityToken.Model;

/// <summary>What the AssumeRoleWithWebIdentity operation returns.</summary>
public class AssumeRoleWithWebIdentityResponse : AmazonWebServiceResponse
{
    public Credentials? Credentials { get; set; }

    /// <summary>6 to 255 characters.</summary>
    public string? SubjectFromWebIdentityToken { get; set; }

    public AssumedRoleUser? AssumedRoleUser { get; set; }

    /// <summary>At least 0.</summary>
    public int? PackedPolicySize { get; set; }

    public string? Provider { get; set; }

    public string? Audience { get; set; }

    /// <summary>2 to 64 characters. Pattern: <c>[\w+=,.@-]*</c>.</summary>
    public string? SourceIdentity { get; set; }
}
