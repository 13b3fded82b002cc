using System.Runtime.CompilerServices;

namespace CrossAccess;

/// <summary>Gives, reads and ends access: account assignments of client permission sets on the home account.</summary>
internal sealed class ClientAccessGrants
{
    private readonly Provider _provider;
    private readonly PermissionSetIndex _index;
    private readonly Principals _principals;
    private readonly AccountAssignments _assignments;
    private readonly PermissionSetPolicies _policies;
    private readonly LastingGrants _lasting;
    private readonly EndingGrants _ending;
    private readonly EndedGrants _ended;
    private readonly HeldPermissionSets _held;
    private readonly StoppedUsers _stopped;
    private readonly SettledChanges _changes = new();

    public ClientAccessGrants(Provider provider, PermissionSetIndex index, Principals principals, IdentityCenterRequests requests)
    {
        var provisioning = new Provisioning(provider, requests);
        _provider = provider;
        _index = index;
        _principals = principals;
        _assignments = new AccountAssignments(provider, requests);
        _policies = new PermissionSetPolicies(provider, provisioning);
        _ending = new EndingGrants(provider, _assignments, _policies, provisioning, principals);
        _lasting = new LastingGrants(provider, _assignments, _policies, provisioning, principals, _ending);
        _held = new HeldPermissionSets(provider);
        _stopped = new StoppedUsers(provider);
        _ended = new EndedGrants(provider, index, _assignments, _policies, provisioning, principals);
    }

    /// <summary>Reads what is there and works out what is to be done. Changes nothing.</summary>
    /// <exception cref="ClientAccessException">AccessHasEnd, AccessHasNoEnd, PermissionSetNotFound, PolicyTooLong, UserNotFound, GroupNotFound, …</exception>
    public Task<IChange<ClientAccess>> PlanAsync(ClientAccessRequest request, IActivity activity, CancellationToken cancellation)
    {
        EndingGrants.Check(request);
        return _changes.PlanAsync(KeyOf(request), token => PlanGrantAsync(request, activity, token), cancellation);
    }

    public Task<IChange<ClientAccess>> PlanRevocationAsync(ClientAccessRequest request, IActivity activity, CancellationToken cancellation) =>
        _changes.PlanAsync(KeyOf(request), token => PlanRevokeAsync(request, token), cancellation);

    /// <summary>What there is to revoke of a principal: every client permission set that is assigned to it on the home account. What a user has by groups is told.</summary>
    /// <param name="tiers">Null: of every tier.</param>
    /// <exception cref="ClientAccessException">UserNotFound, GroupNotFound, TierNotFound, …</exception>
    public async Task<IReadOnlyList<ClientAccessRequest>> ListRevocableAsync(PrincipalType type, string name, IReadOnlyList<string>? tiers, IActivity activity, CancellationToken cancellation)
    {
        Inventory inventory = _provider.InventoryFile.Read();
        string[]? wanted = tiers is null ? null : [.. tiers.Select(tier => inventory.RequireTier(tier).Tier)];
        Principal principal = await _principals.RequireAsync(type, name, cancellation).ConfigureAwait(false);
        var revocable = new List<ClientAccessRequest>();
        foreach (HeldPermissionSet held in await _held.ListAsync(principal, cancellation).ConfigureAwait(false))
        {
            if (!held.IsOfClient)
            {
                activity.Verbose($"{Printable.Of(principal.Name)} keeps permission set {Printable.Of(held.Set.Name)}, which is no client's.");
                continue;
            }
            if (wanted?.Contains(held.Tier!, StringComparer.OrdinalIgnoreCase) == false) continue;
            foreach (AccountAssignment way in held.Ways)
            {
                if (way.PrincipalId == principal.Id)
                    revocable.Add(new ClientAccessRequest(held.Client!, held.Tier!, type, principal.Name) { PermissionSetName = held.Set.Name });
                else
                    await WarnOfGroupAsync(principal, held, way, activity, cancellation).ConfigureAwait(false);
            }
        }
        return revocable;
    }

    private async Task WarnOfGroupAsync(Principal user, HeldPermissionSet held, AccountAssignment way, IActivity activity, CancellationToken cancellation)
    {
        Principal? group = await _principals.FindByIdAsync(PrincipalType.Group, way.PrincipalId, cancellation).ConfigureAwait(false);
        activity.Warn($"User {Printable.Of(user.Name)} keeps {held.Client} {held.Tier} as a member of group {Printable.Of(group?.Name ?? way.PrincipalId)}: take the user out of that group in the directory, or stop the user at once with Revoke-ClientAccess -User {PowerShellText.Argument(user.Name)} -Now.");
    }

    /// <summary>The sets that the inventory records for a client and tiers; null: for all.</summary>
    public IReadOnlyList<(string Client, string Tier)> ListRecordedSets(string? client, IReadOnlyList<string>? tiers) => _ended.ListRecorded(client, tiers);

    /// <summary>Plans what is to be done about access by one set that has ended; see <see cref="EndedGrants"/>.</summary>
    public Task<IChange<IReadOnlyList<ClientAccess>>> PlanTidyingAsync(string client, string tier, CancellationToken cancellation) =>
        _changes.PlanAsync($"ended/{client}/{tier}", token => _ended.PlanAsync(client, tier, token), cancellation);

    /// <summary>Who has a client's set of a tier, and until when, as Identity Center says now.</summary>
    public async IAsyncEnumerable<ClientAccess> ListAsync(string client, string tierName, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (Grant grant in ListGrantsAsync(client, tierName, cancellation).ConfigureAwait(false))
        {
            AccessEnd? end = await FindEndAsync(grant, cancellation).ConfigureAwait(false);
            yield return grant.ToResult(status: null, end?.Time);
        }
    }

    /// <summary>Who has a client's set of a tier on the home account, as Identity Center says now.</summary>
    public async IAsyncEnumerable<Grant> ListGrantsAsync(string client, string tierName, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Inventory inventory = _provider.InventoryFile.Read();
        AccessTier tier = inventory.RequireTier(tierName);
        string key = inventory.KeyOf(client);
        if (await _index.FindAsync(key, tier.Tier, name: null, cancellation).ConfigureAwait(false) is not { } set) yield break;

        foreach (AccountAssignment assignment in await _assignments.ListAsync(set.Arn, cancellation).ConfigureAwait(false))
        {
            Principal? principal = await _principals.FindByIdAsync(assignment.PrincipalType, assignment.PrincipalId, cancellation).ConfigureAwait(false);
            yield return new Grant(key, tier.Tier, set, assignment.AccountId, principal ?? Principal.Gone(assignment.PrincipalType, assignment.PrincipalId));
        }
    }

    private async Task<IChange<ClientAccess>> PlanGrantAsync(ClientAccessRequest request, IActivity activity, CancellationToken cancellation)
    {
        Scope scope = await ScopeOfAsync(request, cancellation).ConfigureAwait(false);
        Principal principal = await _principals.RequireAsync(request.PrincipalType, request.PrincipalName, cancellation).ConfigureAwait(false);
        Grant grant = GrantOf(request, scope, principal);
        await _stopped.WarnAsync(grant, isPlanned: scope.Set is null, activity, cancellation).ConfigureAwait(false);
        if (scope.Set is null)
        {
            DateTimeOffset? end = request.Duration is { } duration ? _ending.EndAfter(duration) : null;
            string until = end is null ? "" : $" until {end:u}";
            return new PlannedChange<ClientAccess>(grant.Target, $"grant it to {grant.Who}{until}", grant.ToResult(ChangeStatus.Planned, end), (_, _) => throw NoSuchSet(request, scope));
        }
        return request.Duration is null
            ? await _lasting.PlanAsync(grant, request, activity, cancellation).ConfigureAwait(false)
            : await _ending.PlanAsync(grant, request, cancellation).ConfigureAwait(false);
    }

    private async Task<IChange<ClientAccess>> PlanRevokeAsync(ClientAccessRequest request, CancellationToken cancellation)
    {
        Scope scope = await ScopeOfAsync(request, cancellation).ConfigureAwait(false);
        if (scope.Set is null) throw NoSuchSet(request, scope);
        // An assignment outlives whom it was made for; Get-ClientAccess shows it, and it can be taken away.
        Principal principal = Principal.FindGone(request.PrincipalType, request.PrincipalName)
            ?? await _principals.RequireAsync(request.PrincipalType, request.PrincipalName, cancellation).ConfigureAwait(false);
        Grant grant = GrantOf(request, scope, principal);

        if (!(await _assignments.ListAsync(scope.Set.Arn, cancellation).ConfigureAwait(false)).Contains(grant.Assignment))
        {
            ClientAccess unchanged = grant.ToResult(ChangeStatus.Unchanged);
            return new PlannedChange<ClientAccess>(grant.Target, null, unchanged, async (_, token) =>
            {
                await ForgetAsync(grant, token).ConfigureAwait(false);
                return unchanged;
            });
        }
        AccessEnd? end = await FindEndAsync(grant, cancellation).ConfigureAwait(false);
        return new PlannedChange<ClientAccess>(
            grant.Target, $"revoke it from {grant.Who}", grant.ToResult(ChangeStatus.Planned, end?.Time), (activity, token) => RevokeAsync(grant, request, end, activity, token));
    }

    private async Task<ClientAccess> RevokeAsync(Grant grant, ClientAccessRequest request, AccessEnd? end, IActivity activity, CancellationToken cancellation)
    {
        DateTimeOffset now = _provider.Clock.GetUtcNow();
        ChangeStatus status = ChangeStatus.Removed;
        var steps = new ChangeSteps();
        if (end is not null && OpenSessions.OutlastEnd(end, now))
        {
            end = OpenSessions.Moved(end, now);
            steps.Add($"keep the open sessions of {grant.Who} denied", async token =>
            {
                using EnforcedPolicy _ = await _policies.EnforceAsync(grant.Set, policy => OpenSessions.With(policy, end), token).ConfigureAwait(false);
            });
        }
        steps.Add($"revoke it from {grant.Who}", async token => status = await _assignments.DeleteAsync(grant, request.Wait, activity, token).ConfigureAwait(false));
        await steps.RunAsync(activity, cancellation).ConfigureAwait(false);
        await ForgetAsync(grant, cancellation).ConfigureAwait(false);
        if (end is not null) activity.Verbose($"The end of {grant.Who} stays in the policy of {grant.Set.Name}: Revoke-ClientAccess -Expired takes it out after {OpenSessions.OverAt(end, grant.Set):u}, when every session is over.");
        return grant.ToResult(status, end?.Time) with { SessionsUntil = OpenSessions.OverAt(grant.Set, end, _provider.Clock.GetUtcNow()) };
    }

    // A policy ends the access of users alone.
    private async Task<AccessEnd?> FindEndAsync(Grant grant, CancellationToken cancellation) => grant.Principal.Type == PrincipalType.User
        ? (await _policies.ReadAsync(grant.Set.Arn, cancellation).ConfigureAwait(false)).EndOf(grant.Principal.Id)
        : null;

    private async Task<Scope> ScopeOfAsync(ClientAccessRequest request, CancellationToken cancellation)
    {
        Inventory inventory = _provider.InventoryFile.Read();
        AccessTier tier = inventory.RequireTier(request.Tier);
        string client = inventory.KeyOf(request.Client);
        string? named = request.PermissionSetName is null ? null : NamingConvention.ParsePermissionSetName(request.PermissionSetName);
        PermissionSetState? set = await _index.FindAsync(client, tier.Tier, named, cancellation).ConfigureAwait(false);
        var scope = new Scope(client, tier.Tier, set?.Name ?? named ?? inventory.PermissionSetName(client, tier.Tier), set);
        return set is not null || request.SetMayBePlanned ? scope : throw NoSuchSet(request, scope);
    }

    // A set that is only planned has a name and nothing else.
    private Grant GrantOf(ClientAccessRequest request, Scope scope, Principal principal) =>
        new(scope.Client, scope.Tier, scope.Set ?? new PermissionSetState("", scope.SetName, null, TimeSpan.FromHours(1), null), _provider.Configuration.HomeAccountId, principal) { AccountId = request.AccountId };

    private Task ForgetAsync(Grant grant, CancellationToken cancellation) =>
        _provider.InventoryFile.UpdateAsync(inventory => inventory.WithoutGrant(grant.Client, grant.Tier, grant.Principal.Type, grant.Principal.Name), cancellation);

    private static string KeyOf(ClientAccessRequest request) =>
        $"{request.PermissionSetName ?? request.Client + request.Tier}/{request.PrincipalType}/{request.PrincipalName}";

    private static ClientAccessException NoSuchSet(ClientAccessRequest request, Scope scope) =>
        new(ClientAccessError.PermissionSetNotFound, $"Identity Center has no permission set '{scope.SetName}'.")
        {
            RecommendedAction = $"To make it, type: New-ClientPermissionSet {request.Client} -Tier {request.Tier}",
        };

    private sealed record Scope(string Client, string Tier, string SetName, PermissionSetState? Set);
}
