namespace CrossAccess;

/// <summary>Who enters a role from home, as far as that is known without asking.</summary>
/// <param name="Name">The name by which the session is attributed.</param>
/// <param name="SessionName">The session name, where the caller is itself a role session.</param>
/// <param name="PermissionSetName">The permission set that the caller holds; null for any other caller.</param>
/// <param name="Description">The caller in words fit for a message.</param>
internal sealed record HomeCaller(string Name, string? SessionName, string? PermissionSetName, string Description)
{
    public bool IsRoleSession => SessionName is not null;

    public static HomeCaller Of(CallerIdentity caller) => new(caller.AttributedName, caller.SessionName, caller.PermissionSetName, caller.Arn);

    /// <summary>A user of Identity Center in a session of a permission set.</summary>
    public static HomeCaller SignedIn(string userName, string permissionSetName) => new(userName, userName, permissionSetName, $"{userName}, by permission set {permissionSetName}");
}
