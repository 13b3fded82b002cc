using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.State;

/// <summary>A role at rest; policies are their texts.</summary>
internal sealed record SavedRole(string Path, string Name, string Id, DateTimeOffset CreatedAt, string Trust, IReadOnlyDictionary<string, string> TrustedIds)
{
    public string? Description { get; init; }
    public required int MaxSessionDuration { get; init; }
    public string? BoundaryArn { get; init; }
    public required IReadOnlyDictionary<string, string> Tags { get; init; }
    public required IReadOnlyDictionary<string, string> InlinePolicies { get; init; }
    public required IReadOnlyList<string> AttachedPolicies { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }
    public string? LastUsedRegion { get; init; }

    public static SavedRole Of(IamRole role) => new(role.Path, role.Name, role.Id, role.CreatedAt, role.Trust.Document.Text, role.Trust.PinnedIds)
    {
        Description = role.Description,
        MaxSessionDuration = role.MaxSessionDuration,
        BoundaryArn = role.BoundaryArn,
        Tags = role.Tags,
        InlinePolicies = role.InlinePolicies.ToDictionary(static policy => policy.Key, static policy => policy.Value.Text),
        AttachedPolicies = role.AttachedPolicies,
        LastUsedAt = role.LastUsedAt,
        LastUsedRegion = role.LastUsedRegion,
    };

    public IamRole Restore(AwsAccount account)
    {
        TrustPolicy trust = new(PolicyDocument.Parse(Trust, PolicyKind.Trust), TrustedIds);
        IamRole role = new(account.Id, account.Partition, Path, Name, trust, CreatedAt)
        {
            Id = Id,
            Description = Description,
            MaxSessionDuration = MaxSessionDuration,
            BoundaryArn = BoundaryArn,
            LastUsedAt = LastUsedAt,
            LastUsedRegion = LastUsedRegion,
        };
        foreach ((string key, string value) in Tags)
            role.Tags.Add(key, value);
        foreach ((string name, string text) in InlinePolicies)
            role.InlinePolicies.Add(name, PolicyDocument.Parse(text, PolicyKind.Identity));
        role.AttachedPolicies.AddRange(AttachedPolicies);
        return role;
    }
}
