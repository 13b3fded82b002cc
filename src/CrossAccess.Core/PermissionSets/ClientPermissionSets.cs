namespace CrossAccess;

/// <summary>Makes, reads and removes the permission sets by which people reach clients.</summary>
internal sealed class ClientPermissionSets(Provider provider, PermissionSetIndex index, IdentityCenterRequests requests)
{
    private readonly SettledChanges _changes = new();
    private readonly Provisioning _provisioning = new(provider, requests);
    private readonly PermissionSetPolicies _policies = new(provider, new Provisioning(provider, requests));

    /// <summary>Reads what is there and works out what is to be done. Changes nothing.</summary>
    public Task<IChange<ClientPermissionSet>> PlanAsync(ClientPermissionSetRequest request, IActivity activity, CancellationToken cancellation)
    {
        ClientPermissionSetDesign design = ClientPermissionSetDesign.Create(request, provider.InventoryFile.Read(), provider.Configuration);
        return _changes.PlanAsync(design.Name, token => PlanAsync(design, activity, token), cancellation);
    }

    /// <summary>The set of a client and tier as Identity Center describes it; null when there is none.</summary>
    public async Task<ClientPermissionSet?> FindAsync(string client, string tierName, CancellationToken cancellation)
    {
        Inventory inventory = provider.InventoryFile.Read();
        AccessTier tier = inventory.RequireTier(tierName);
        string key = inventory.KeyOf(client);
        PermissionSetState? state = await index.FindAsync(key, tier.Tier, name: null, cancellation).ConfigureAwait(false);
        if (state is null) return null;

        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        string? policy = await center.FindInlinePolicyAsync(state.Arn, cancellation).ConfigureAwait(false);
        // However the statement is written: an adopted set keeps its own.
        string[] roles = policy is null ? [] : [.. AssumableRoles.In([policy]).Where(role => !role.IsExcluding).Select(role => role.Resource)];
        string? firstRole = roles.FirstOrDefault();
        return new ClientPermissionSet
        {
            Client = key,
            AccountId = RoleArn.TryParse(firstRole, out RoleArn? arn) ? arn.AccountId : null,
            Tier = tier.Tier,
            RoleArn = firstRole,
            AssumableRoleArn = roles,
            PermissionSetName = state.Name,
            PermissionSetArn = state.Arn,
            SessionDuration = state.SessionDuration,
        };
    }

    public async Task<IChange<ClientPermissionSet>> PlanRemovalAsync(string client, string tierName, CancellationToken cancellation)
    {
        if (await FindAsync(client, tierName, cancellation).ConfigureAwait(false) is not { } set) return Gone(client, tierName);
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        string arn = set.PermissionSetArn!;
        IReadOnlyDictionary<string, string> tags = await center.ListTagsAsync(arn, cancellation).ConfigureAwait(false);
        string company = provider.Configuration.Company;
        if (!Tags.AreOfCompany(tags, company))
            throw new ClientAccessException(ClientAccessError.PermissionSetExists, $"The permission set '{set.PermissionSetName}' was not made for {company} (it has no tag {Tags.Company}={company}), so it is not removed.");

        await RequireUnassignedAsync(center, set, cancellation).ConfigureAwait(false);
        return new PlannedChange<ClientPermissionSet>($"{set.Client}, permission set {set.PermissionSetName}", "delete the permission set", set with { Status = ChangeStatus.Planned }, async (_, token) =>
        {
            await DeleteAsync(set.Client, set.Tier, arn, token).ConfigureAwait(false);
            return set with { Status = ChangeStatus.Removed };
        });
    }

    /// <summary>Deletes a set that nobody holds any more, and what is recorded of it and of grants by it.</summary>
    public async Task DeleteAsync(string client, string tier, string permissionSetArn, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        try
        {
            // Deleting waits for earlier assignment deletions to clear.
            await ConflictRetry.RunAsync(token => center.DeletePermissionSetAsync(permissionSetArn, token), cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ResourceNotFound)
        {
            // An answer that was lost is asked for again, and then there is nothing left.
        }
        await ForgetAsync(client, tier, cancellation).ConfigureAwait(false);
    }

    // A run that was stopped after it deleted the set left its record.
    private PlannedChange<ClientPermissionSet> Gone(string client, string tierName)
    {
        Inventory inventory = provider.InventoryFile.Read();
        (string key, string tier, string name) = (inventory.KeyOf(client), inventory.RequireTier(tierName).Tier, NameOf(client, tierName));
        if (inventory.Clients.GetValueOrDefault(key)?.PermissionSets.ContainsKey(tier) is not true)
            throw new ClientAccessException(ClientAccessError.PermissionSetNotFound, $"There is no permission set '{name}': nothing to remove.");

        var gone = new ClientPermissionSet { Client = key, Tier = tier, PermissionSetName = name, Status = ChangeStatus.Unchanged };
        return new PlannedChange<ClientPermissionSet>($"{key}, permission set {name}", null, gone, async (activity, token) =>
        {
            await ForgetAsync(key, tier, token).ConfigureAwait(false);
            activity.Verbose($"The permission set '{name}' has gone already; its record goes, too.");
            return gone;
        });
    }

    private Task ForgetAsync(string client, string tier, CancellationToken cancellation) =>
        provider.InventoryFile.UpdateAsync(inventory => inventory.WithPermissionSet(client, tier, null).WithoutGrants(client, tier), cancellation);

    private async Task<IChange<ClientPermissionSet>> PlanAsync(ClientPermissionSetDesign design, IActivity activity, CancellationToken cancellation)
    {
        string? named = design.Request.PermissionSetName is null ? null : design.Name;
        PermissionSetState? existing = await index.FindRecordedAsync(design.Client, design.Tier, named, cancellation).ConfigureAwait(false);
        if (existing is not null) design = design with { Name = existing.Name };
        string target = $"{design.Client}, permission set {design.Name}";
        if (existing is not null) return await PlanUpdateAsync(design, existing, target, activity, cancellation).ConfigureAwait(false);

        // What is not recorded is most likely not there: Identity Center itself refuses a second set of a name, at the
        // price of one request instead of one for each set it has.
        PermissionSetPolicy policy = design.Applied(PermissionSetPolicy.Empty);
        _ = policy.ToDocument();
        await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        ClientPermissionSet preview = design.ToResult(null, policy, design.NewSessionDuration, ChangeStatus.Planned);
        return new PlannedChange<ClientPermissionSet>(target, $"create the permission set over {Roles(policy)}", preview, (say, token) => CreateAsync(design, policy, target, say, token));
    }

    private async Task<ClientPermissionSet> CreateAsync(ClientPermissionSetDesign design, PermissionSetPolicy policy, string target, IActivity activity, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        PermissionSetState created;
        try
        {
            created = await center.CreatePermissionSetAsync(new NewPermissionSet(design.Name, design.NewDescription, design.NewSessionDuration, design.Tags), cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ChangeInProgress)
        {
            PermissionSetState? existing = await index.FindByNameAsync(design.Name, cancellation).ConfigureAwait(false);
            if (existing is null) throw;
            activity.Verbose($"The permission set '{design.Name}' stands already.");
            IChange<ClientPermissionSet> update = await PlanUpdateAsync(design, existing, target, activity, cancellation).ConfigureAwait(false);
            return await update.ApplyAsync(activity, cancellation).ConfigureAwait(false);
        }

        // Recorded at once: if the next request fails, the next run finds the set and finishes it.
        await RecordAsync(design, created.Arn, cancellation).ConfigureAwait(false);
        var steps = new ChangeSteps();
        // First of all: the set allows nothing to anybody whom it could not be taken from at once.
        if (design.Configuration.HasDenyPolicy) AddDenyPolicy(steps, center, created.Arn);
        steps.Add($"let it assume {Roles(policy)}", token => ConflictRetry.RunAsync(retryToken => center.PutInlinePolicyAsync(created.Arn, policy.ToDocument().ToString(), retryToken), token));
        try
        {
            await steps.RunAsync(activity, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e)
        {
            throw e.As(e.Error, $"{e.Message} The permission set '{design.Name}' was created without its policy, so it allows nothing yet.", e.RecommendedAction ?? "Run the same command again: it finishes the set.");
        }
        return design.ToResult(created.Arn, policy, design.NewSessionDuration, ChangeStatus.Created);
    }

    private async Task<IChange<ClientPermissionSet>> PlanUpdateAsync(ClientPermissionSetDesign design, PermissionSetState existing, string target, IActivity activity, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        string? document = await center.FindInlinePolicyAsync(existing.Arn, cancellation).ConfigureAwait(false);
        PermissionSetPolicy policy = design.Applied(PermissionSetPolicy.Read(document));
        PolicyDocument wanted = policy.ToDocument();
        bool policyDiffers = document is null || !wanted.Equals(PolicyDocument.Parse(document));
        TimeSpan duration = design.Request.SessionDuration ?? existing.SessionDuration;
        string? description = design.Request.Description ?? existing.Description;

        var steps = new ChangeSteps();
        if (await LacksDenyPolicyAsync(design, existing, center, activity, cancellation).ConfigureAwait(false)) AddDenyPolicy(steps, center, existing.Arn);
        if (policyDiffers) steps.Add($"let it assume {Roles(policy)}", token => _policies.PutAsync(existing, design.Applied, token));
        if (duration != existing.SessionDuration || description != existing.Description)
            steps.Add("change its session duration or description", token => ConflictRetry.RunAsync(retryToken => center.UpdatePermissionSetAsync(existing.Arn, description, duration, existing.RelayState, retryToken), token));

        bool changesIt = !steps.IsEmpty;
        if (changesIt || design.Request.Adopt) await AddTakeOverAsync(design, existing, center, steps, cancellation).ConfigureAwait(false);
        // An earlier run may have been stopped between the change and its provisioning.
        if (changesIt || await _provisioning.IsOutdatedAsync(existing, cancellation).ConfigureAwait(false))
            steps.Add("provision it", token => _provisioning.RunAsync(existing, token));
        ChangeStatus status = steps.IsEmpty ? ChangeStatus.Unchanged : ChangeStatus.Updated;
        ClientPermissionSet result = design.ToResult(existing.Arn, policy, duration, status);
        return new PlannedChange<ClientPermissionSet>(
            target,
            steps.IsEmpty ? null : steps.ToString(),
            steps.IsEmpty ? result : result with { Status = ChangeStatus.Planned },
            async (say, token) =>
            {
                await steps.RunAsync(say, token).ConfigureAwait(false);
                await RecordAsync(design, existing.Arn, token).ConfigureAwait(false);
                return result;
            });
    }

    // Every account into which a set is provisioned must have the policies that it references; only home has this one.
    private async Task<bool> LacksDenyPolicyAsync(ClientPermissionSetDesign design, PermissionSetState existing, IIdentityCenter center, IActivity activity, CancellationToken cancellation)
    {
        if (!design.Configuration.HasDenyPolicy) return false;
        if ((await center.ListCustomerManagedPolicyNamesAsync(existing.Arn, cancellation).ConfigureAwait(false)).Contains(DenyPolicy.Name)) return false;

        string home = provider.Configuration.HomeAccountId;
        IReadOnlyList<string> accounts = await center.ListProvisionedAccountsAsync(existing.Arn, cancellation).ConfigureAwait(false);
        if (accounts.FirstOrDefault(account => account != home) is not { } other) return true;
        activity.Warn($"The permission set '{existing.Name}' stands in account {other}, too, which has no policy {DenyPolicy.Name}, so the set cannot carry it: Revoke-ClientAccess -Now does not reach those who hold it. Take it away there, and run the command again.");
        return false;
    }

    private static void AddDenyPolicy(ChangeSteps steps, IIdentityCenter center, string arn) =>
        steps.Add($"let it carry {DenyPolicy.Name}", token => ConflictRetry.RunAsync(retryToken => center.AttachCustomerManagedPolicyAsync(arn, DenyPolicy.Name, retryToken), token));

    // Tags are read only where something would change: a set that is as wanted needs no owner.
    private static async Task AddTakeOverAsync(ClientPermissionSetDesign design, PermissionSetState existing, IIdentityCenter center, ChangeSteps steps, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, string> tags = await center.ListTagsAsync(existing.Arn, cancellation).ConfigureAwait(false);
        if (Tags.AreOurs(tags, design.Company, design.Client, design.Tier)) return;
        if (!design.Request.Adopt)
        {
            throw new ClientAccessException(
                ClientAccessError.PermissionSetExists,
                $"Identity Center has a permission set '{design.Name}' that this module did not make for {design.Client}, and it differs: it would take to {steps}.")
            { RecommendedAction = "To take it over and make it so, run the command again with -Adopt. To see it first, add -WhatIf." };
        }
        steps.Add("tag it", token => center.TagAsync(existing.Arn, design.Tags, token));
    }

    private async Task RequireUnassignedAsync(IIdentityCenter center, ClientPermissionSet set, CancellationToken cancellation)
    {
        foreach (string account in await center.ListProvisionedAccountsAsync(set.PermissionSetArn!, cancellation).ConfigureAwait(false))
        {
            IReadOnlyList<AccountAssignment> assignments = await center.ListAssignmentsAsync(account, set.PermissionSetArn!, cancellation).ConfigureAwait(false);
            if (assignments.Count == 0) continue;
            string where = account == provider.Configuration.HomeAccountId ? "the home account" : $"account {account}";
            throw new ClientAccessException(ClientAccessError.ResourceInUse, $"The permission set '{set.PermissionSetName}' is still assigned to {(assignments.Count == 1 ? "a user or group" : $"{assignments.Count} users or groups")} in {where}.")
            {
                RecommendedAction = $"Revoke them first: Get-ClientAccess {set.Client} -Tier {set.Tier} | Revoke-ClientAccess",
            };
        }
    }

    private Task RecordAsync(ClientPermissionSetDesign design, string arn, CancellationToken cancellation) =>
        provider.InventoryFile.UpdateAsync(
            inventory =>
            {
                foreach (string account in design.RoleArns.Select(role => RoleArn.Parse(role).AccountId)) inventory = inventory.WithAccount(design.Client, account);
                return inventory.WithPermissionSet(design.Client, design.Tier, arn, design.Name);
            },
            cancellation);

    /// <summary>What the set of a client and tier is called, or would be.</summary>
    public string NameOf(string client, string tier)
    {
        Inventory inventory = provider.InventoryFile.Read();
        return inventory.FindPermissionSetName(client, tier) ?? inventory.KeyOf(client) + tier;
    }

    private static string Roles(PermissionSetPolicy policy) =>
        policy.RoleArns.Count == 1 ? policy.RoleArns[0] : $"{policy.RoleArns.Count} roles";
}
