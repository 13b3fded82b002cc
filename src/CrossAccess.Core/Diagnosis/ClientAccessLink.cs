namespace CrossAccess;

/// <summary>One link of the chain by which a user or a group reaches a client's role, and whether it holds.</summary>
public sealed record ClientAccessLink
{
    /// <summary>The client's key.</summary>
    public required string Client { get; init; }

    /// <summary>The client's account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account's short name; null where it has none.</summary>
    public string? AccountName { get; init; }

    /// <summary>The tier.</summary>
    public required string Tier { get; init; }

    /// <summary>The permission set by which the role is entered.</summary>
    public required string PermissionSetName { get; init; }

    /// <summary>User or Group.</summary>
    public required PrincipalType PrincipalType { get; init; }

    /// <summary>The user's or group's name; null where it is not known who is signed in.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>Which link.</summary>
    public required AccessLink Link { get; init; }

    /// <summary>Pass, Fail or Unknown.</summary>
    public required LinkResult Result { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The command that mends it, or would tell, ready to paste; or what to ask the client's admin for. Null where there is nothing to do.</summary>
    public string? Fix { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Link}: {Result}";
}
