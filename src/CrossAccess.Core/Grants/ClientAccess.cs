namespace CrossAccess;

/// <summary>A grant: a user or group that has a client permission set on the home account.</summary>
public sealed record ClientAccess
{
    /// <summary>The client's key.</summary>
    public required string Client { get; init; }

    /// <summary>The client's account from the pipeline; the grant itself reaches every account of the client's set.</summary>
    public string? AccountId { get; init; }

    /// <summary>The tier.</summary>
    public required string Tier { get; init; }

    /// <summary>The permission set.</summary>
    public required string PermissionSetName { get; init; }

    /// <summary>User or Group.</summary>
    public required PrincipalType PrincipalType { get; init; }

    /// <summary>The user's UserName or the group's DisplayName.</summary>
    public required string PrincipalName { get; init; }

    /// <summary>The id in the identity store. SCIM may replace it: grants are recorded by name.</summary>
    public required string PrincipalId { get; init; }

    /// <summary>When the grant ends by itself, UTC; null: it stands until it is revoked.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>When the last session that the grant opened is over at the latest, in home or in a client's account, UTC; null while the grant stands.</summary>
    public DateTimeOffset? SessionsUntil { get; init; }

    /// <summary>What the command did; null from Get-ClientAccess.</summary>
    public ChangeStatus? Status { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{PrincipalName} → {PermissionSetName}";
}
