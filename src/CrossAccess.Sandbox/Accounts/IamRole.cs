using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Accounts;

/// <summary>An IAM role.</summary>
internal sealed class IamRole(string accountId, string partition, string path, string name, TrustPolicy trust, DateTimeOffset createdAt)
{
    public const string ReservedPath = "/aws-reserved/";

    public string AccountId { get; } = accountId;
    public string Path { get; } = path;
    public string Name { get; } = name;
    public string Id { get; init; } = RandomNames.Unique("AROA");
    public string Arn { get; } = $"arn:{partition}:iam::{accountId}:role{path}{name}";
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public TrustPolicy Trust { get; set; } = trust;
    public string? Description { get; set; }
    public int MaxSessionDuration { get; set; } = 3600;
    public string? BoundaryArn { get; set; }
    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.OrdinalIgnoreCase);
    public SortedDictionary<string, PolicyDocument> InlinePolicies { get; } = new(StringComparer.OrdinalIgnoreCase);
    public List<string> AttachedPolicies { get; } = [];
    public DateTimeOffset? LastUsedAt { get; set; }
    public string? LastUsedRegion { get; set; }

    /// <summary>Set when the role is deleted: what its sessions hold is then worth nothing.</summary>
    public bool IsDeleted { get; set; }

    public bool IsReserved => Path.StartsWith(ReservedPath, StringComparison.Ordinal);
}
