namespace CrossAccess;

/// <summary>A permission set of home as AWS has it, and what it lets its holders assume outside of home.</summary>
/// <param name="State">The set.</param>
/// <param name="Roles">What it may assume; home's own roles are left out.</param>
/// <param name="HolderRoleArns">The role of the set in home, which clients' roles see; where it was not read, what it would look like.</param>
internal sealed record FoundPermissionSet(PermissionSetState State, IReadOnlyList<AssumableRole> Roles, IReadOnlyList<string> HolderRoleArns)
{
    /// <summary>The customer managed policies that hold the right to assume, where the set's own policy does not.</summary>
    public IReadOnlyList<string> ByPolicies { get; init; } = [];

    /// <summary>Whether nobody asked for it: home's IAM tells its name and what it may assume, and so whose accounts are, but no more.</summary>
    public bool IsContext { get; init; }

    /// <summary>Whether the set's own policy has a statement that this module wrote.</summary>
    public bool IsMadeByUs { get; init; }

    /// <summary>Null where they were not asked for.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
