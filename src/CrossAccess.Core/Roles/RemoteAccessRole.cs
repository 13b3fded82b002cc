namespace CrossAccess;

/// <summary>A role in a client's account that trusts home.</summary>
public sealed record RemoteAccessRole
{
    /// <summary>The client's key.</summary>
    public required string Client { get; init; }

    /// <summary>The client's account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account's short name; null where it has none.</summary>
    public string? AccountName { get; init; }

    /// <summary>The tier.</summary>
    public required string Tier { get; init; }

    /// <summary>The role's name, the same for all clients.</summary>
    public required string RoleName { get; init; }

    /// <summary>The role's ARN.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The external id that the trust asks for; null where it asks for none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The managed policies that the role carries.</summary>
    public IReadOnlyList<string> ManagedPolicyArn { get; init; } = [];

    /// <summary>The longest session, in time; a session entered from Identity Center has an hour at most whatever stands here.</summary>
    public TimeSpan MaxSessionDuration { get; init; }

    /// <summary>When the role was last used, UTC, as IAM reports it within hours; null when it was not used in 400 days.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>What the command did; null from Get-RemoteAccessRole.</summary>
    public ChangeStatus? Status { get; init; }

    /// <inheritdoc/>
    public override string ToString() => RoleArn;
}
