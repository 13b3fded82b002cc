namespace CrossAccess;

/// <summary>A permission set that a principal has on the home account, and whose it is.</summary>
/// <param name="Client">The client's key; null where the set is no client's.</param>
/// <param name="Tier">The tier; null where the set is no client's.</param>
/// <param name="Ways">The assignments by which the principal has it: its own, and those of the groups it is in.</param>
internal sealed record HeldPermissionSet(PermissionSetState Set, string? Client, string? Tier, IReadOnlyList<AccountAssignment> Ways)
{
    public bool IsOfClient => Client is not null;
}
