namespace CrossAccess;

/// <summary>What is known of the home side of a chain: the directory, the permission set, its assignments and its policy.</summary>
/// <param name="Source">What it was read with, in words fit for a message.</param>
internal sealed record HomeFacts(string Source)
{
    public required Reading<DirectoryEntry> Principal { get; init; }

    /// <summary>Null where there is no such set.</summary>
    public required Reading<SetEntry?> Set { get; init; }

    public Reading<SetAssignment> Assignment { get; init; }

    /// <summary>Whether home has an older version of the set.</summary>
    public Reading<bool> IsOutdated { get; init; }

    public Reading<SetPolicies> Policies { get; init; }

    /// <summary>Whether home's policy crossaccess-deny stops the user in this set.</summary>
    public Reading<bool> IsStopped { get; init; }
}
