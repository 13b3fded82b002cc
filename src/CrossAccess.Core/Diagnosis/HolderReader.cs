namespace CrossAccess;

/// <summary>Reads the home side of a chain with nothing but the session that the tested user holds: what has been provisioned for it.</summary>
internal static class HolderReader
{
    /// <param name="ask">What lets an admin see more.</param>
    /// <param name="hasDenyPolicy">Whether the set may carry home's policy crossaccess-deny, which its holders may not read.</param>
    public static async Task<HomeFacts> ReadAsync(RoleEntrance entrance, string ask, bool hasDenyPolicy, CancellationToken cancellation)
    {
        CallerIdentity caller = await entrance.Home.GetCallerAsync(cancellation).ConfigureAwait(false);
        string set = entrance.Caller.PermissionSetName ?? entrance.Target.PermissionSetName;
        Reading<SetPolicies> policies = await Reading<SetPolicies>.TryAsync(async () =>
            new SetPolicies(await entrance.Home.Roles.FindInlinePolicyAsync(caller.RoleName!, ReservedRole.InlinePolicyName, cancellation).ConfigureAwait(false), [])).ConfigureAwait(false);
        return new HomeFacts(entrance.Home.Source)
        {
            Principal = new(new DirectoryEntry(new Principal(PrincipalType.User, "", entrance.Caller.Name), null), null),
            Set = new(new SetEntry(set, IsOurs: true), null),
            Assignment = new(new SetAssignment(true, null, 1), null),
            IsOutdated = new(false, new Obstacle("Whether home has the set's latest version, only an admin of Identity Center sees.", ask)),
            Policies = policies.IsKnown(out _) ? policies : new(null, new Obstacle($"Whoever holds {set} may not read its policy.", ask)),
            IsStopped = hasDenyPolicy ? new(false, new Obstacle("Only an admin of home sees it.", ask)) : default,
        };
    }
}
