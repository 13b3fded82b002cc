namespace CrossAccess;

/// <summary>
/// Tidies up after access that has ended: takes the assignment away, and when every session that it opened is over the end out
/// of the set's policy. The access itself ended without this.
/// </summary>
internal sealed class EndedGrants(Provider provider, PermissionSetIndex index, AccountAssignments assignments, PermissionSetPolicies policies, Provisioning provisioning, Principals principals)
{
    private readonly SharedTask<IReadOnlyList<string>> _outdated = new();

    /// <summary>The sets that the inventory records for a client and tiers; null: for all.</summary>
    /// <exception cref="ClientAccessException">ClientNotFound, TierNotFound.</exception>
    public IReadOnlyList<(string Client, string Tier)> ListRecorded(string? client, IReadOnlyList<string>? tiers)
    {
        Inventory inventory = provider.InventoryFile.Read();
        string[]? wanted = tiers is null ? null : [.. tiers.Select(tier => inventory.RequireTier(tier).Tier)];
        IEnumerable<KeyValuePair<string, InventoryClient>> clients = client is null ? inventory.Clients : [KeyValuePair.Create(inventory.KeyOf(client), inventory.RequireClient(client))];
        return
        [
            .. clients.SelectMany(entry => entry.Value.PermissionSets.Keys
                .Where(tier => wanted is null || wanted.Contains(tier, StringComparer.OrdinalIgnoreCase))
                .Select(tier => (entry.Key, tier))),
        ];
    }

    /// <summary>A row for each user whose end is in the set's policy and past. One request where there is none, and one more for all sets together.</summary>
    public async Task<IChange<IReadOnlyList<ClientAccess>>> PlanAsync(string client, string tier, CancellationToken cancellation)
    {
        string target = $"{client}, tier {tier}";
        if (index.FindRecordedArn(client, tier) is not { } arn || await FindPolicyAsync(arn, cancellation).ConfigureAwait(false) is not { } policy) return Nothing(target);

        DateTimeOffset now = provider.Clock.GetUtcNow();
        AccessEnd[] ended = [.. policy.Ends.Where(end => end.Time < now)];
        bool isUnfinished = ended.Length == 0 && (await ListOutdatedAsync(cancellation).ConfigureAwait(false)).Contains(arn);
        if (ended.Length == 0 && !isUnfinished) return Nothing(target);
        if (await index.FindRecordedAsync(client, tier, name: null, cancellation).ConfigureAwait(false) is not { } set) return Nothing(target);

        EndedGrant[] grants = await ReadAsync(client, tier, set, ended, now, cancellation).ConfigureAwait(false);
        return new PlannedChange<IReadOnlyList<ClientAccess>>(
            $"{client}, permission set {set.Name} on home account {provider.Configuration.HomeAccountId}",
            Describe(grants, isUnfinished),
            [.. grants.Select(grant => grant.Preview)],
            (activity, token) => ApplyAsync(set, grants, isUnfinished, activity, token));
    }

    private async Task<IReadOnlyList<ClientAccess>> ApplyAsync(PermissionSetState set, IReadOnlyList<EndedGrant> grants, bool isUnfinished, IActivity activity, CancellationToken cancellation)
    {
        DateTimeOffset now = provider.Clock.GetUtcNow();
        AccessEnd[] over = [.. grants.Where(grant => grant.Step == EndedGrantStep.TakeOut).Select(grant => grant.End)];
        AccessEnd[] moved = [.. grants.Where(grant => grant.Step == EndedGrantStep.Unassign && OpenSessions.OutlastEnd(grant.End, now)).Select(grant => OpenSessions.Moved(grant.End, now))];
        var steps = new ChangeSteps();
        if (over.Length + moved.Length > 0)
        {
            steps.Add("put the ends in the set's policy in order and provision it", async token =>
            {
                using EnforcedPolicy _ = await policies.EnforceAsync(set, policy => moved.Aggregate(over.Aggregate(policy, EndingGrants.WithoutEnd), OpenSessions.With), token).ConfigureAwait(false);
            });
        }
        foreach (EndedGrant ended in grants.Where(grant => grant.Step == EndedGrantStep.Unassign))
            steps.Add($"take it from {ended.Grant.Who}", token => UnassignAsync(ended.Grant, activity, token));
        if (isUnfinished) steps.Add("provision it", token => provisioning.FinishAsync(set, token));

        await steps.RunAsync(activity, cancellation).ConfigureAwait(false);
        // What an earlier run took away it may not have come to forget.
        foreach (EndedGrant ended in grants.Where(grant => grant.Step != EndedGrantStep.Unassign)) await ForgetAsync(ended.Grant, onlyEnding: true, cancellation).ConfigureAwait(false);
        foreach (EndedGrant left in grants.Where(grant => grant.Step != EndedGrantStep.TakeOut))
        {
            AccessEnd end = moved.FirstOrDefault(other => other.UserId == left.End.UserId) ?? left.End;
            activity.Verbose($"Left for a later run: the end of {left.Grant.Who} stays in the policy of {set.Name} until {OpenSessions.OverAt(end, set):u}, when every session is over.");
        }
        return [.. grants.Select(grant => grant.Result)];
    }

    private async Task UnassignAsync(Grant grant, IActivity activity, CancellationToken cancellation)
    {
        await assignments.DeleteAsync(grant, wait: true, activity, cancellation).ConfigureAwait(false);
        await ForgetAsync(grant, onlyEnding: false, cancellation).ConfigureAwait(false);
    }

    private Task ForgetAsync(Grant grant, bool onlyEnding, CancellationToken cancellation) =>
        provider.InventoryFile.UpdateAsync(inventory => inventory.WithoutGrant(grant.Client, grant.Tier, grant.Principal.Type, grant.Principal.Name, onlyEnding), cancellation);

    private async Task<EndedGrant[]> ReadAsync(string client, string tier, PermissionSetState set, IReadOnlyList<AccessEnd> ended, DateTimeOffset now, CancellationToken cancellation)
    {
        if (ended.Count == 0) return [];
        IReadOnlyList<AccountAssignment> assigned = await assignments.ListAsync(set.Arn, cancellation).ConfigureAwait(false);
        var grants = new List<EndedGrant>();
        foreach (AccessEnd end in ended)
        {
            Principal user = await principals.FindByIdAsync(PrincipalType.User, end.UserId, cancellation).ConfigureAwait(false) ?? Principal.Gone(PrincipalType.User, end.UserId);
            var grant = new Grant(client, tier, set, provider.Configuration.HomeAccountId, user);
            EndedGrantStep step = assigned.Contains(grant.Assignment) ? EndedGrantStep.Unassign
                : OpenSessions.OverAt(end, set) < now ? EndedGrantStep.TakeOut
                : EndedGrantStep.Wait;
            grants.Add(new EndedGrant(grant, end, step));
        }
        return [.. grants];
    }

    private static string? Describe(IReadOnlyList<EndedGrant> grants, bool isUnfinished)
    {
        string[] unassigned = [.. grants.Where(grant => grant.Step == EndedGrantStep.Unassign).Select(grant => $"take it from {grant}")];
        string[] takenOut = [.. grants.Where(grant => grant.Step == EndedGrantStep.TakeOut).Select(grant => grant.Grant.Who)];
        string[] done =
        [
            .. unassigned,
            .. takenOut.Length > 0 ? [$"take the end of {string.Join(", ", takenOut)} out of its policy"] : Array.Empty<string>(),
            .. isUnfinished ? ["provision it, as an earlier run did not"] : Array.Empty<string>(),
        ];
        return done.Length == 0 ? null : string.Join(", ", done);
    }

    // What is recorded may have been deleted since.
    private async Task<PermissionSetPolicy?> FindPolicyAsync(string permissionSetArn, CancellationToken cancellation)
    {
        try
        {
            return await policies.ReadAsync(permissionSetArn, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ResourceNotFound)
        {
            return null;
        }
    }

    // A run that was stopped after it took an end out of a policy left it in the role: the policy no longer says whose.
    private async Task<IReadOnlyList<string>> ListOutdatedAsync(CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        return await _outdated.GetAsync(token => center.ListOutdatedPermissionSetsAsync(provider.Configuration.HomeAccountId, token), cancellation).ConfigureAwait(false);
    }

    private static PlannedChange<IReadOnlyList<ClientAccess>> Nothing(string target) => new(target, null, [], static (_, _) => Task.FromResult<IReadOnlyList<ClientAccess>>([]));
}
