namespace CrossAccess;

/// <summary>An entered role, and the environment and shell variables that it stands in for.</summary>
internal sealed record EnteredRole(RoleSession Session, EnvironmentSnapshot Before, IShellVariables? Shell = null);
