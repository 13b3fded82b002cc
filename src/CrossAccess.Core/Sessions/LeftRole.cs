namespace CrossAccess;

/// <summary>A role that has been left.</summary>
/// <param name="KeptFiles">The paths of configuration files that were written to inside and are kept.</param>
internal sealed record LeftRole(EnteredRole Role, IReadOnlyList<string> KeptFiles)
{
    public RoleSession Session => Role.Session;
}
