namespace CrossAccess;

/// <summary>A client permission set as it is asked for: one role more for the set of a client and tier.</summary>
internal sealed record ClientPermissionSetRequest(string Client, string Tier)
{
    /// <summary>Null: the client's accounts in the inventory.</summary>
    public string? AccountId { get; init; }

    /// <summary>Null: the role that the convention names in <see cref="AccountId"/>.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Null: the name that the convention gives.</summary>
    public string? PermissionSetName { get; init; }

    /// <summary>Null: an hour for a new set, as it is for an existing one.</summary>
    public TimeSpan? SessionDuration { get; init; }

    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Whether whoever holds the set may read its policy; null: as it is, and no for a new set.</summary>
    public bool? ReadableByHolder { get; init; }

    /// <summary>Take over a set that is not ours.</summary>
    public bool Adopt { get; init; }
}
