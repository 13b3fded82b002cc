using Amazon.Runtime;

namespace Amazon.SecurityToken.Model;

/// <summary>What the AssumeRole operation returns.</summary>
public class AssumeRoleResponse : AmazonWebServiceResponse
{
    public Credentials? Credentials { get; set; }

    public AssumedRoleUser? AssumedRoleUser { get; set; }

    /// <summary>At least 0.</summary>
    public int? PackedPolicySize { get; set; }

    /// <summary>2 to 64 characters. Pattern: <c>[\w+=,.@-]*</c>.</summary>
    public string? SourceIdentity { get; set; }
}
