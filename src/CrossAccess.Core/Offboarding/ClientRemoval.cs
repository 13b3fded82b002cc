namespace CrossAccess;

/// <summary>A line of an off-boarding's report: one thing that was removed, or why it was not.</summary>
public sealed record ClientRemoval
{
    /// <summary>The client's key.</summary>
    public required string Client { get; init; }

    /// <summary>What it is.</summary>
    public required ClientRemovalKind Kind { get; init; }

    /// <summary>The account that it lies in; null for what lies in none.</summary>
    public string? AccountId { get; init; }

    /// <summary>The tier; null for what is of none.</summary>
    public string? Tier { get; init; }

    /// <summary>The role's or the permission set's name, the holder of a grant, or the inventory's file.</summary>
    public required string Name { get; init; }

    /// <summary>Planned, Removed, Unchanged where it had gone already, Updated where something of it stays, or Skipped.</summary>
    public required ChangeStatus Status { get; init; }

    /// <summary>Why it is not removed; null where it is.</summary>
    public string? Reason { get; init; }

    /// <summary>What is left to do: a command to type, or commands for the client's own admin.</summary>
    public string? NextStep { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Name}: {Status}";
}
