using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Accounts;

/// <summary>What a session of a role carries besides the role.</summary>
internal sealed record RoleSession(string Name, DateTimeOffset IssuedAt)
{
    /// <summary>Whether another role's session assumed this one.</summary>
    public bool IsChained { get; init; }
    public string? SourceIdentity { get; init; }

    /// <summary>The Identity Center user behind the session; not carried into a chained one.</summary>
    public string? IdentityStoreUserId { get; init; }
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<string> TransitiveTagKeys { get; init; } = [];

    /// <summary>Session policies, which can only narrow; null when none was passed.</summary>
    public IReadOnlyList<PolicyDocument>? Policies { get; init; }
}
