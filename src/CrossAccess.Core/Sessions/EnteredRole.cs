namespace CrossAccess;

/// <summary>An entered role, and the environment and shell variables that it stands in for.</summary>
/// <param name="Entered">The session as it was entered.</param>
/// <param name="Shell">What outranked the environment in the shell that entered, set aside.</param>
/// <param name="Served">What renews and serves the session; null where the environment holds its keys.</param>
internal sealed record EnteredRole(RoleSession Entered, EnvironmentSnapshot Before, IShellVariables? Shell = null, ServedSession? Served = null)
{
    /// <summary>The session as it is now.</summary>
    public RoleSession Session => Served?.Current ?? Entered;
}
