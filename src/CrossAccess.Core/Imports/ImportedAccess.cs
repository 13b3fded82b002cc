namespace CrossAccess;

/// <summary>A way into a client's account that was made by other means: a permission set of home, a role that it may assume, and who holds it.</summary>
public sealed record ImportedAccess
{
    /// <summary>The client's key, named or guessed; null where neither tells.</summary>
    public string? Client { get; init; }

    /// <summary>The client's name for people, where what it was guessed from says more than the key.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The account of the role; null where the permission set does not name one.</summary>
    public string? AccountId { get; init; }

    /// <summary>The account's short name.</summary>
    public string? AccountName { get; init; }

    /// <summary>The tier, named or guessed, whether the inventory has it or not; null where neither tells.</summary>
    public string? Tier { get; init; }

    /// <summary>The role; where the permission set names a pattern, that.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The external id that the role's trust asks for, as far as it was read or named.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The permission set; null for a role that no set of home names.</summary>
    public string? PermissionSetName { get; init; }

    /// <summary>The permission set's ARN, by which a later import finds it at once.</summary>
    public string? PermissionSetArn { get; init; }

    /// <summary>The groups that hold the set on the home account, with <c>; </c> between.</summary>
    public string? Group { get; init; }

    /// <summary>The users that hold the set on the home account, with <c>; </c> between.</summary>
    public string? User { get; init; }

    /// <summary>Whether the role itself was read in the client's account. Where not, what its trust asks for is not known, and it is not tagged.</summary>
    public bool RoleRead { get; init; }

    /// <summary>Planned, Adopted, Updated, Unchanged, or Skipped for the reason given.</summary>
    public ChangeStatus Status { get; init; }

    /// <summary>Why it is skipped, or what is odd about it.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{PermissionSetName ?? "(no permission set)"} → {RoleArn}";
}
