namespace CrossAccess;

/// <summary>Makes, reads and removes the roles in clients' accounts.</summary>
internal sealed class RemoteAccessRoles(Provider provider, RemoteAccounts remote)
{
    private readonly SettledChanges _changes = new();

    /// <summary>Reads what is there and works out what is to be done. Changes nothing.</summary>
    public Task<IChange<RemoteAccessRole>> PlanAsync(RemoteAccessRoleRequest request, IActivity activity, CancellationToken cancellation)
    {
        RemoteAccessRoleDesign design = RemoteAccessRoleDesign.Create(request, provider.InventoryFile.Read(), provider.Configuration);
        return _changes.PlanAsync(design.RoleArn, token => PlanAsync(design, activity, token), cancellation);
    }

    /// <summary>The roles of a client's accounts as IAM describes them now; one that is gone is left out.</summary>
    public async Task<RemoteAccessRole?> FindAsync(string client, string accountId, string tierName, RemoteCredentials credentials, CancellationToken cancellation)
    {
        Inventory inventory = provider.InventoryFile.Read();
        AccessTier tier = inventory.RequireTier(tierName);
        string key = inventory.KeyOf(client);
        inventory.RefuseAccountOfAnother(key, accountId);
        InventoryAccount? account = inventory.Clients.GetValueOrDefault(key)?.Accounts.Find(entry => entry.Id == accountId);

        IAwsSession session = await remote.ConnectAsync(key, accountId, credentials, cancellation).ConfigureAwait(false);
        string roleName = inventory.RoleArnOf(provider.Configuration.Company, key, accountId, tier).Name;
        if (await session.Roles.FindAsync(roleName, cancellation).ConfigureAwait(false) is not { } role) return null;
        return new RemoteAccessRole
        {
            Client = key,
            AccountId = accountId,
            AccountName = account?.Name,
            Tier = tier.Tier,
            RoleName = role.Name,
            RoleArn = role.Arn,
            ExternalId = account?.Roles.GetValueOrDefault(tier.Tier)?.ExternalId,
            ManagedPolicyArn = await session.Roles.ListAttachedPolicyArnsAsync(roleName, cancellation).ConfigureAwait(false),
            MaxSessionDuration = role.MaxSessionDuration,
            LastUsed = role.LastUsed,
        };
    }

    public async Task<IChange<RemoteAccessRole>> PlanRemovalAsync(string client, string accountId, string tierName, RemoteCredentials credentials, CancellationToken cancellation)
    {
        if (await FindAsync(client, accountId, tierName, credentials, cancellation).ConfigureAwait(false) is not { } role) return Gone(client, accountId, tierName);
        IAwsSession session = await remote.ConnectAsync(role.Client, accountId, credentials, cancellation).ConfigureAwait(false);
        IamRole existing = await session.Roles.FindAsync(role.RoleName, cancellation).ConfigureAwait(false) ?? throw new ClientAccessException(ClientAccessError.RoleNotFound, $"The role {role.RoleArn} has just gone.");
        if (!Tags.AreOfCompany(existing.Tags, provider.Configuration.Company))
        {
            throw new ClientAccessException(ClientAccessError.RoleExists, $"The role {role.RoleArn} was not made for {provider.Configuration.Company} (it has no tag {Tags.Company}={provider.Configuration.Company}), so it is not removed.");
        }

        ChangeSteps steps = await RemoteAccessRoleSteps.RemoveAsync(role.RoleName, session.Roles, cancellation).ConfigureAwait(false);
        return new PlannedChange<RemoteAccessRole>(
            $"{role.Client}, account {accountId}, role {role.RoleName}",
            steps.ToString(),
            role with { Status = ChangeStatus.Planned },
            async (activity, token) =>
            {
                await steps.RunAsync(activity, token).ConfigureAwait(false);
                await provider.InventoryFile.UpdateAsync(inventory => inventory.WithRole(role.Client, accountId, role.Tier, null), token).ConfigureAwait(false);
                return role with { Status = ChangeStatus.Removed };
            });
    }

    private async Task<IChange<RemoteAccessRole>> PlanAsync(RemoteAccessRoleDesign design, IActivity activity, CancellationToken cancellation)
    {
        RemoteAccessRoleRequest request = design.Request;
        // Another row may have recorded the account meanwhile.
        provider.InventoryFile.Read().RefuseAccountOfAnother(design.Client, request.AccountId);
        IAwsSession session = await remote.ConnectAsync(design.Client, request.AccountId, request.Credentials, cancellation).ConfigureAwait(false);
        IIamRoles roles = session.Roles;
        activity.Verbose($"{design.RoleArn}: reached with {session.Source}.");

        await RequireTrustFitsAsync(design, roles, cancellation).ConfigureAwait(false);
        IamRole? existing = await roles.FindAsync(design.RoleName, cancellation).ConfigureAwait(false);
        string target = $"{design.Client}, account {request.AccountId}, role {design.RoleName}";
        if (existing is null)
        {
            ChangeSteps creation = RemoteAccessRoleSteps.Create(design, roles);
            return new PlannedChange<RemoteAccessRole>(target, creation.ToString(), design.ToResult(ChangeStatus.Planned), (say, token) => ApplyAsync(design, creation, ChangeStatus.Created, say, token));
        }

        // A role made by hand may lie under a path; its ARN is what people assume.
        design = design with { RoleArn = existing.Arn };
        ChangeSteps update = await RemoteAccessRoleSteps.UpdateAsync(design, existing, roles, cancellation).ConfigureAwait(false);
        bool isOurs = Tags.AreOurs(existing.Tags, design.Company, design.Client, design.Tier.Tier);
        if (!isOurs && !request.Adopt && !update.IsEmpty) throw NotOurs(design, update);
        if (!isOurs && request.Adopt) update.Add("tag it", token => roles.TagAsync(design.RoleName, design.Tags, token));
        if (update.IsEmpty)
        {
            return new PlannedChange<RemoteAccessRole>(target, null, design.ToResult(ChangeStatus.Unchanged), (say, token) => ApplyAsync(design, update, ChangeStatus.Unchanged, say, token));
        }
        return new PlannedChange<RemoteAccessRole>(target, update.ToString(), design.ToResult(ChangeStatus.Planned), (say, token) => ApplyAsync(design, update, ChangeStatus.Updated, say, token));
    }

    private async Task<RemoteAccessRole> ApplyAsync(RemoteAccessRoleDesign design, ChangeSteps steps, ChangeStatus status, IActivity activity, CancellationToken cancellation)
    {
        RemoteAccessRoleRequest request = design.Request;
        // First the record: two rows that may not both be are told so before either makes anything.
        await provider.InventoryFile.UpdateAsync(inventory => inventory.WithAccount(design.Client, request.AccountId, request.AccountName, request.DisplayName), cancellation).ConfigureAwait(false);
        await steps.RunAsync(activity, cancellation).ConfigureAwait(false);
        await provider.InventoryFile.UpdateAsync(
            inventory => inventory.WithRole(design.Client, request.AccountId, design.Tier.Tier, new InventoryRole(design.RoleArn) { ExternalId = request.ExternalId }), cancellation).ConfigureAwait(false);
        return design.ToResult(status);
    }

    // A run that was stopped after it deleted the role left its record.
    private PlannedChange<RemoteAccessRole> Gone(string client, string accountId, string tierName)
    {
        Inventory inventory = provider.InventoryFile.Read();
        (string key, AccessTier tier) = (inventory.KeyOf(client), inventory.RequireTier(tierName));
        RoleArn arn = inventory.RoleArnOf(provider.Configuration.Company, key, accountId, tier);
        if (inventory.FindRole(key, accountId, tier.Tier) is null)
            throw new ClientAccessException(ClientAccessError.RoleNotFound, $"There is no role '{arn.Name}' in account {accountId}: nothing to remove.");

        var gone = new RemoteAccessRole { Client = key, AccountId = accountId, Tier = tier.Tier, RoleName = arn.Name, RoleArn = arn.ToString(), Status = ChangeStatus.Unchanged };
        return new PlannedChange<RemoteAccessRole>($"{key}, account {accountId}, role {arn.Name}", null, gone, async (activity, token) =>
        {
            await provider.InventoryFile.UpdateAsync(known => known.WithRole(key, accountId, tier.Tier, null), token).ConfigureAwait(false);
            activity.Verbose($"The role {arn} has gone already; its record goes, too.");
            return gone;
        });
    }

    // The quota can be raised per account, so it is read where the usual one does not do.
    private static async Task RequireTrustFitsAsync(RemoteAccessRoleDesign design, IIamRoles roles, CancellationToken cancellation)
    {
        if (design.Trust.Size <= TrustPolicy.DefaultLimit) return;
        int limit = await roles.GetTrustPolicyQuotaAsync(cancellation).ConfigureAwait(false) ?? TrustPolicy.DefaultLimit;
        if (design.Trust.Size <= limit) return;
        throw new ClientAccessException(ClientAccessError.PolicyTooLong, $"The trust policy of {design.RoleName} has {design.Trust.Size:N0} characters; account {design.Request.AccountId} allows {limit:N0}. Name fewer roles in -TrustedRoleArn.");
    }

    private static ClientAccessException NotOurs(RemoteAccessRoleDesign design, ChangeSteps update) => new(
        ClientAccessError.RoleExists,
        $"Account {design.Request.AccountId} has a role '{design.RoleName}' that this module did not make for {design.Client}, and it differs: it would take to {update}.")
    {
        RecommendedAction = "To take it over and make it so, run the command again with -Adopt. To see it first, add -WhatIf.",
    };
}
