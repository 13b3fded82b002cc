namespace CrossAccess;

/// <summary>What a remote access role is asked to be, whichever account it is made in.</summary>
internal record RemoteAccessRoleTerms(string Client, string Tier)
{
    /// <summary>Null: the tier's.</summary>
    public IReadOnlyList<string>? ManagedPolicyArns { get; init; }

    /// <summary>Null: the tier's.</summary>
    public string? PolicyDocument { get; init; }

    public TrustScope TrustScope { get; init; }

    public IReadOnlyList<string> TrustedRoleArns { get; init; } = [];

    public string? ExternalId { get; init; }

    /// <summary>Null: an hour for a new role, as it is for an existing one.</summary>
    public TimeSpan? MaxSessionDuration { get; init; }

    public string? PermissionsBoundaryArn { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
