namespace CrossAccess;

/// <summary>The sessions of a client's role that are denied everything: those that were issued before a time.</summary>
public sealed record RevokedClientSession
{
    /// <summary>The client's key.</summary>
    public required string Client { get; init; }

    /// <summary>The client's account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account's short name; null where it has none.</summary>
    public string? AccountName { get; init; }

    /// <summary>The tier.</summary>
    public required string Tier { get; init; }

    /// <summary>The role's name.</summary>
    public required string RoleName { get; init; }

    /// <summary>The role's ARN.</summary>
    public required string RoleArn { get; init; }

    /// <summary>Sessions issued before this time are denied, UTC; null where none are.</summary>
    public DateTimeOffset? RevokedBefore { get; init; }

    /// <summary>When the last of those sessions is over, so that -Lift takes the deny out, UTC; null where there is no deny.</summary>
    public DateTimeOffset? LiftableAfter { get; init; }

    /// <summary>What the command did to the deny.</summary>
    public ChangeStatus Status { get; init; }

    /// <inheritdoc/>
    public override string ToString() => RoleArn;
}
