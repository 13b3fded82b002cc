namespace CrossAccess;

/// <summary>
/// Off-boards a client whole: first nobody enters any more, then its roles go, then who holds its permission sets and these
/// themselves, then its record. What was done is found done by the next run, wherever this one was stopped.
/// </summary>
internal sealed class ClientOffboarding
{
    private readonly Provider _provider;
    private readonly OffboardedAccounts _accounts;
    private readonly OffboardedSets _sets;

    /// <param name="timers">What pauses are measured by.</param>
    public ClientOffboarding(Provider provider, RemoteAccounts remote, PermissionSetIndex index, Principals principals, IdentityCenterRequests requests, ClientPermissionSets sets, TimeProvider timers)
    {
        _provider = provider;
        _accounts = new OffboardedAccounts(provider, remote, timers);
        _sets = new OffboardedSets(provider, index, principals, new AccountAssignments(provider, requests), new PermissionSetPolicies(provider, new Provisioning(provider, requests)), sets);
    }

    /// <summary>Reads what is there and works out what is to be done. Changes nothing.</summary>
    /// <exception cref="ClientAccessException">ClientNotFound, ClientRoleEntered, TierNotFound, AccountRecordedElsewhere, and whatever home fails with.</exception>
    public async Task<IChange<IReadOnlyList<ClientRemoval>>> PlanAsync(OffboardingRequest request, IActivity activity, CancellationToken cancellation)
    {
        Inventory inventory = _provider.InventoryFile.Read();
        inventory.RequireClient(request.Client);
        request = request with { Client = inventory.KeyOf(request.Client) };
        RefuseInside(request.Client);
        foreach (RemoteCredentials.Via via in request.CredentialsOfAccounts.Values.Prepend(request.Credentials).OfType<RemoteCredentials.Via>()) inventory.RequireTier(via.Tier);

        activity.Progress($"Off-boarding {request.Client}", "Reading what there is of it at home and in its accounts");
        Task<OffboardedAccount[]> reading = Task.WhenAll(_accounts.List(request, inventory).Select(account => _accounts.ReadAsync(account, cancellation)));
        IReadOnlyList<OffboardedSet> sets = await _sets.ReadAsync(request.Client, inventory, cancellation).ConfigureAwait(false);
        OffboardedAccount[] accounts = await reading.ConfigureAwait(false);
        CallerIdentity? home = request.ActsVia || accounts.Any(account => account.ActsThroughOurs) ? await FindHomeCallerAsync(cancellation).ConfigureAwait(false) : null;

        var plan = new Plan(request, accounts, sets, home);
        return new PlannedChange<IReadOnlyList<ClientRemoval>>($"client {request.Client}", Describe(plan), Preview(plan), (saying, token) => ApplyAsync(plan, saying, token));
    }

    private async Task<IReadOnlyList<ClientRemoval>> ApplyAsync(Plan plan, IActivity activity, CancellationToken cancellation)
    {
        var rows = new List<ClientRemoval>();
        IReadOnlyList<string> left = [];
        var steps = new ChangeSteps();
        foreach (OffboardedSet set in plan.Sets.Where(set => set.IsRemovable && set.Grants.Count > 0))
            steps.Add($"deny entry by {set.Name}", token => _sets.DenyAsync(set, plan.Home, activity, token));
        foreach (OffboardedAccount account in plan.Accounts)
            steps.Add($"go through account {account.AccountId}", async token => rows.AddRange(await EndAsync(plan, account, activity, token).ConfigureAwait(false)));
        foreach (OffboardedSet set in plan.Sets.Where(set => set.IsRemovable && set.Grants.Count > 0))
            steps.Add($"take {set.Name} from {string.Join(", ", set.Grants.Select(grant => grant.Who))}", async token => rows.AddRange(await _sets.UnassignAsync(set, activity, token).ConfigureAwait(false)));
        foreach (OffboardedSet set in plan.Sets.Where(set => set.IsRemovable))
            steps.Add($"delete permission set {set.Name}", async token => rows.Add(await _sets.DeleteAsync(set, token).ConfigureAwait(false)));
        steps.Add("drop its record", token => _provider.InventoryFile.UpdateAsync(
            inventory =>
            {
                left = [.. inventory.Clients.GetValueOrDefault(plan.Client)?.Accounts.Select(account => account.Id) ?? []];
                return inventory.WithoutClient(plan.Client, plan.Request.Forget);
            },
            token));
        await steps.RunAsync(activity, cancellation).ConfigureAwait(false);

        rows.AddRange(plan.Sets.Where(set => !set.IsRemovable).Select(set => OffboardedSets.RowOf(set, ChangeStatus.Unchanged)));
        return [.. rows.OrderBy(row => row.Kind), RecordRow(plan, left)];
    }

    // Between plan and now the operator of an earlier run may have been the only one whom home let through.
    private async Task<IReadOnlyList<ClientRemoval>> EndAsync(Plan plan, OffboardedAccount account, IActivity activity, CancellationToken cancellation)
    {
        activity.Progress($"Off-boarding {plan.Client}", $"Removing the roles in account {account.AccountId}");
        if (!account.IsReached && plan.WasDenied) account = await _accounts.ReadSettledAsync(account, cancellation).ConfigureAwait(false);
        return await _accounts.EndAsync(account, activity, cancellation).ConfigureAwait(false);
    }

    // Without home's credentials nobody acts by them.
    private async Task<CallerIdentity?> FindHomeCallerAsync(CancellationToken cancellation)
    {
        try
        {
            IAwsSession home = await _provider.ConnectHomeAsync(cancellation).ConfigureAwait(false);
            return await home.GetCallerAsync(cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException)
        {
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }

    private void RefuseInside(string client)
    {
        if (_provider.Entered.Sessions.FirstOrDefault(session => session.Client.Equals(client, StringComparison.OrdinalIgnoreCase)) is not { } entered) return;
        throw new ClientAccessException(ClientAccessError.ClientRoleEntered, $"This process is inside {client}'s role {entered.RoleArn}. Nothing was removed.")
        {
            RecommendedAction = "Leave it first: Exit-ClientRole -All",
        };
    }

    private IReadOnlyList<ClientRemoval> Preview(Plan plan) =>
    [
        .. plan.Accounts.SelectMany(account => OffboardingReport.Preview(account, _provider.Configuration)),
        .. plan.Sets.SelectMany(set => set.Grants).Select(grant => OffboardedSets.RowOf(grant, ChangeStatus.Planned)),
        .. plan.Sets.Select(set => OffboardedSets.RowOf(set, ChangeStatus.Planned)),
        RecordRow(plan, [.. plan.Accounts.Where(account => account is { IsRecorded: true, IsReached: false, Shut: null }).Select(account => account.AccountId)]) with { Status = ChangeStatus.Planned },
    ];

    private ClientRemoval RecordRow(Plan plan, IReadOnlyList<string> left)
    {
        var row = new ClientRemoval
        {
            Client = plan.Client,
            Kind = ClientRemovalKind.Record,
            Name = Path.GetFileName(_provider.InventoryFile.Path),
            Status = ChangeStatus.Removed,
            NextStep = "Where AWS profiles were exported, drop the client's: Export-ClientProfile",
        };
        if (plan.Request.Forget) return left.Count == 0 ? row : row with { Reason = $"It is dropped although roles may be left in {Accounts(left)}." };
        if (left.Count == 0) return row;
        return row with
        {
            Status = ChangeStatus.Updated,
            Reason = $"{Sentence.Beginning(Accounts(left))} stay{(left.Count == 1 ? "s" : "")} recorded, since roles may be left there.",
            NextStep = $"With credentials of {(left.Count == 1 ? "it" : "them")}: Remove-CrossAccessClient {plan.Client} -ProfileName <profile>. To drop the record all the same: Remove-CrossAccessClient {plan.Client} -Forget",
        };
    }

    private static string Accounts(IReadOnlyList<string> ids) => $"{(ids.Count == 1 ? "account" : "accounts")} {string.Join(", ", ids)}";

    private static string Describe(Plan plan)
    {
        OffboardedAccount[] reached = [.. plan.Accounts.Where(account => account.Removable.Any())];
        int unreached = plan.Accounts.Count(account => account is { IsReached: false, Shut: null });
        string[] parts =
        [
            $"{Counted(reached.Sum(account => account.Removable.Count()), "role")} in {Counted(reached.Length, "account")}{(unreached == 0 ? "" : $" ({Counted(unreached, "account")} cannot be reached)")}",
            Counted(plan.Sets.Sum(set => set.Grants.Count), "grant"),
            Counted(plan.Sets.Count(set => set.IsRemovable), "permission set"),
            "its record",
        ];
        return $"off-board it: remove {string.Join(", ", parts[..^1])} and {parts[^1]}";
    }

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private sealed record Plan(OffboardingRequest Request, IReadOnlyList<OffboardedAccount> Accounts, IReadOnlyList<OffboardedSet> Sets, CallerIdentity? Home)
    {
        public string Client => Request.Client;

        /// <summary>Whether an earlier run of somebody else denied the operator of this one.</summary>
        public bool WasDenied => Sets.Any(set => set.OperatorIn(Home) is { } me && set.Denial is { } denial && denial.ExceptUserId != me);
    }
}
