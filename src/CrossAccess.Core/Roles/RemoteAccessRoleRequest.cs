namespace CrossAccess;

/// <summary>A remote access role as it is asked for.</summary>
internal sealed record RemoteAccessRoleRequest(string Client, string AccountId, string Tier, RemoteCredentials Credentials)
{
    public string? AccountName { get; init; }

    /// <summary>The client's name for people; it stays in the inventory.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Null: the tier's.</summary>
    public IReadOnlyList<string>? ManagedPolicyArns { get; init; }

    /// <summary>Null: the tier's.</summary>
    public string? PolicyDocument { get; init; }

    public TrustScope TrustScope { get; init; }

    public IReadOnlyList<string> TrustedRoleArns { get; init; } = [];

    public string? ExternalId { get; init; }

    public TimeSpan? MaxSessionDuration { get; init; }

    public string? PermissionsBoundaryArn { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Take over a role that is not ours.</summary>
    public bool Adopt { get; init; }
}
