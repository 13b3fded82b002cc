using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>Reads the home side of chains with the admin account's credentials. What many chains share is asked once per command.</summary>
internal sealed class HomeReader(Provider provider, PermissionSetIndex index, Principals principals)
{
    private readonly StoppedUsers _stopped = new(provider);
    private readonly SharedTask<IReadOnlyList<string>> _outdated = new();
    private readonly ConcurrentDictionary<string, SharedTask<IReadOnlyList<string>>> _groups = new(StringComparer.Ordinal);

    /// <param name="name">Null: it is not known whose way is examined.</param>
    /// <exception cref="ClientAccessException">There are no credentials of the admin account, or what is no answer: a throttle, a broken connection, …</exception>
    public async Task<HomeFacts> ReadAsync(RoleTarget target, string? setName, PrincipalType type, string? name, CancellationToken cancellation)
    {
        IAwsSession admin = await provider.ConnectAdminAsync(cancellation).ConfigureAwait(false);
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        Reading<DirectoryEntry> principal = name is null
            ? new(null, new Obstacle("No user of Identity Center is known to be signed in."))
            : await Reading<DirectoryEntry>.TryAsync(() => LookUpAsync(type, name, cancellation)).ConfigureAwait(false);
        Reading<PermissionSetState?> set = await Reading<PermissionSetState?>.TryAsync(() => index.FindAsync(target.Client, target.Tier, setName, cancellation)).ConfigureAwait(false);
        var facts = new HomeFacts(admin.Source) { Principal = principal, Set = new(null, set.Obstacle) };
        if (set.Value is not { } state) return facts;

        return facts with
        {
            Set = new(new SetEntry(state.Name, await IsOursAsync(center, target, state, cancellation).ConfigureAwait(false)), null),
            Assignment = principal.Value?.Principal is { } found
                ? await Reading<SetAssignment>.TryAsync(() => ReadAssignmentAsync(center, state.Arn, found, cancellation)).ConfigureAwait(false)
                : default,
            IsOutdated = await Reading<bool>.TryAsync(async () => (await ListOutdatedAsync(center, cancellation).ConfigureAwait(false)).Contains(state.Arn)).ConfigureAwait(false),
            Policies = await Reading<SetPolicies>.TryAsync(() => ReadPoliciesAsync(center, state.Arn, target.Role.Arn, cancellation)).ConfigureAwait(false),
            IsStopped = await Reading<bool>.TryAsync(() => IsStoppedAsync(state.Arn, principal.Value?.Principal, cancellation)).ConfigureAwait(false),
        };
    }

    private async Task<bool> IsStoppedAsync(string setArn, Principal? principal, CancellationToken cancellation) =>
        await _stopped.IsNamedAsync(principal, cancellation).ConfigureAwait(false) && await _stopped.IsCarriedByAsync(setArn, cancellation).ConfigureAwait(false);

    private async Task<DirectoryEntry> LookUpAsync(PrincipalType type, string name, CancellationToken cancellation)
    {
        try
        {
            return new DirectoryEntry(await principals.RequireAsync(type, name, cancellation).ConfigureAwait(false), null);
        }
        catch (ClientAccessException e) when (e.Error is ClientAccessError.UserNotFound or ClientAccessError.UserAmbiguous or ClientAccessError.GroupNotFound or ClientAccessError.GroupAmbiguous)
        {
            return new DirectoryEntry(null, e);
        }
    }

    // What the inventory records we have made or adopted; only of others the tags have to say it.
    private async Task<bool> IsOursAsync(IIdentityCenter center, RoleTarget target, PermissionSetState set, CancellationToken cancellation)
    {
        if (provider.InventoryFile.Read().Clients.GetValueOrDefault(target.Client)?.PermissionSets.GetValueOrDefault(target.Tier) == set.Arn) return true;
        Reading<IReadOnlyDictionary<string, string>> tags = await Reading<IReadOnlyDictionary<string, string>>.TryAsync(() => center.ListTagsAsync(set.Arn, cancellation)).ConfigureAwait(false);
        return tags.Value is { } known && Tags.AreOurs(known, provider.Configuration.Company, target.Client, target.Tier);
    }

    private async Task<SetAssignment> ReadAssignmentAsync(IIdentityCenter center, string setArn, Principal principal, CancellationToken cancellation)
    {
        IReadOnlyList<AccountAssignment> all = await center.ListAssignmentsAsync(provider.Configuration.HomeAccountId, setArn, cancellation).ConfigureAwait(false);
        if (all.Any(assignment => assignment.PrincipalType == principal.Type && assignment.PrincipalId == principal.Id)) return new SetAssignment(true, null, all.Count);

        string[] groups = [.. all.Where(assignment => assignment.PrincipalType == PrincipalType.Group).Select(assignment => assignment.PrincipalId)];
        if (principal.Type == PrincipalType.Group || groups.Length == 0) return new SetAssignment(false, null, all.Count);

        IReadOnlyList<string> memberOf = await ListGroupsAsync(principal.Id, cancellation).ConfigureAwait(false);
        if (groups.FirstOrDefault(memberOf.Contains) is not { } id) return new SetAssignment(false, null, all.Count);
        Principal? group = await principals.FindByIdAsync(PrincipalType.Group, id, cancellation).ConfigureAwait(false);
        return new SetAssignment(true, group?.Name ?? id, all.Count);
    }

    private static async Task<SetPolicies> ReadPoliciesAsync(IIdentityCenter center, string setArn, string roleArn, CancellationToken cancellation)
    {
        string? inline = await center.FindInlinePolicyAsync(setArn, cancellation).ConfigureAwait(false);
        bool isNamed = inline?.Contains(roleArn, StringComparison.Ordinal) == true;
        return new SetPolicies(inline, isNamed ? [] : await center.ListManagedPolicyArnsAsync(setArn, cancellation).ConfigureAwait(false));
    }

    private Task<IReadOnlyList<string>> ListOutdatedAsync(IIdentityCenter center, CancellationToken cancellation) =>
        _outdated.GetAsync(token => center.ListOutdatedPermissionSetsAsync(provider.Configuration.HomeAccountId, token), cancellation);

    private Task<IReadOnlyList<string>> ListGroupsAsync(string userId, CancellationToken cancellation) =>
        _groups.GetOrAdd(userId, static _ => new SharedTask<IReadOnlyList<string>>()).GetAsync(
            async token =>
            {
                IIdentityStore store = await provider.ConnectIdentityStoreAsync(token).ConfigureAwait(false);
                return await store.ListGroupIdsOfUserAsync(userId, token).ConfigureAwait(false);
            },
            cancellation);
}
