namespace CrossAccess;

/// <summary>
/// The clients' side of an off-boarding: their roles, account by account. Whatever an account answers, or does not, is told of in
/// the report and stands in nobody's way.
/// </summary>
/// <param name="timers">What pauses are measured by.</param>
internal sealed class OffboardedAccounts(Provider provider, RemoteAccounts remote, TimeProvider timers)
{
    // What is provisioned into home and changed in IAM is in force within seconds.
    private static readonly TimeSpan[] SettlingPauses = [.. new[] { 1, 2, 3, 5 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>The client's accounts, recorded or named, with the roles that may be there. Nothing is asked yet.</summary>
    public IReadOnlyList<OffboardedAccount> List(OffboardingRequest request, Inventory inventory)
    {
        InventoryClient client = inventory.RequireClient(request.Client);
        string[] named = [.. request.CredentialsOfAccounts.Keys.Where(id => !client.Accounts.Exists(account => account.Id == id))];
        foreach (string accountId in named) inventory.RefuseAccountOfAnother(request.Client, accountId);
        return
        [
            .. client.Accounts.Select(account => new OffboardedAccount(request.Client, account.Id, request.CredentialsOf(account.Id), ListRoles(account, inventory)) { IsRecorded = true }),
            .. named.Select(id => new OffboardedAccount(request.Client, id, request.CredentialsOf(id), ListRoles(new InventoryAccount(id), inventory))),
        ];
    }

    public async Task<OffboardedAccount> ReadAsync(OffboardedAccount account, CancellationToken cancellation)
    {
        try
        {
            IAwsSession session = await remote.ConnectAsync(account.Client, account.AccountId, account.Credentials, cancellation).ConfigureAwait(false);
            CallerIdentity caller = await session.GetCallerAsync(cancellation).ConfigureAwait(false);
            OffboardedRole[] roles = await Task.WhenAll(account.Roles.Select(role => ReadAsync(account, role, session.Roles, caller, cancellation))).ConfigureAwait(false);
            return account with { Roles = roles, Session = session, Unreachable = null };
        }
        catch (ClientAccessException e)
        {
            cancellation.ThrowIfCancellationRequested();
            return account with { Unreachable = e, Shut = e.Error == ClientAccessError.ClientAccessDenied ? ShutRole(account) : null };
        }
    }

    /// <summary>As <see cref="ReadAsync(OffboardedAccount, CancellationToken)"/>, for one that refused us while home still denied it; that takes a moment to end.</summary>
    public async Task<OffboardedAccount> ReadSettledAsync(OffboardedAccount account, CancellationToken cancellation)
    {
        OffboardedAccount read = await ReadAsync(account, cancellation).ConfigureAwait(false);
        foreach (TimeSpan pause in SettlingPauses)
        {
            if (read.Unreachable is not { Error: ClientAccessError.ClientAccessDenied } || read.Shut is not null) break;
            await Task.Delay(pause, timers, cancellation).ConfigureAwait(false);
            read = await ReadAsync(account, cancellation).ConfigureAwait(false);
        }
        return read;
    }

    /// <summary>Removes the roles, that through which we act last, and records it. The account goes from the record once nothing of ours is left in it.</summary>
    public async Task<IReadOnlyList<ClientRemoval>> EndAsync(OffboardedAccount account, IActivity activity, CancellationToken cancellation)
    {
        if (!account.IsReached && account.Shut is null) return [.. OffboardingReport.OfUnreached(account, provider.Configuration)];

        var rows = new List<ClientRemoval>();
        bool isFinished = true;
        foreach (OffboardedRole role in account.Roles.Where(role => role.IsOfNote).OrderBy(role => role.IsActedThrough))
        {
            // Shut, it is of no more use to whoever comes back for the others.
            ClientRemoval row = role.IsActedThrough && !isFinished
                ? OffboardingReport.Skipped(account, role, "It is acted through, and other roles of the account are left.")
                : await EndAsync(account, role, activity, cancellation).ConfigureAwait(false);
            rows.Add(row);
            if (row.Status == ChangeStatus.Skipped && role.IsOurs) isFinished = false;
            else await ForgetAsync(account, role, cancellation).ConfigureAwait(false);
        }
        if (isFinished) await provider.InventoryFile.UpdateAsync(inventory => inventory.WithoutAccount(account.Client, account.AccountId), cancellation).ConfigureAwait(false);
        return rows;
    }

    private async Task<ClientRemoval> EndAsync(OffboardedAccount account, OffboardedRole role, IActivity activity, CancellationToken cancellation)
    {
        if (OffboardingReport.WithoutDoing(account, role, provider.Configuration) is { } row) return row;
        try
        {
            return role.IsActedThrough
                ? await ShutAsync(account, role, activity, cancellation).ConfigureAwait(false)
                : await RemoveAsync(account, role, activity, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error != ClientAccessError.InventoryUnusable)
        {
            cancellation.ThrowIfCancellationRequested();
            return OffboardingReport.Skipped(account, role, e.Message);
        }
    }

    private static async Task<ClientRemoval> RemoveAsync(OffboardedAccount account, OffboardedRole role, IActivity activity, CancellationToken cancellation)
    {
        await RemoteAccessRoleSteps.Remove(role.Name, role.AttachedPolicyArns, role.InlinePolicyNames, account.Session!.Roles).RunAsync(activity, cancellation).ConfigureAwait(false);
        RoleSessionCache.OfProcess.ForgetRole(role.Found!.Arn);
        return OffboardingReport.RowOf(account, role, ChangeStatus.Removed);
    }

    private async Task<ClientRemoval> ShutAsync(OffboardedAccount account, OffboardedRole role, IActivity activity, CancellationToken cancellation)
    {
        var shutting = new RoleShutting(role.Name, account.Session!.Roles, provider.Clock);
        // Once it is shut nobody can look at it: that it may be is recorded before.
        DateTimeOffset? endsBy = await shutting.RunAsync(
            token => provider.InventoryFile.UpdateAsync(
                inventory => inventory.WithRole(account.Client, account.AccountId, role.Tier, (role.Record ?? new InventoryRole(role.Found!.Arn)) with { Shut = provider.Clock.GetUtcNow() }), token),
            activity,
            cancellation).ConfigureAwait(false);
        RoleSessionCache.OfProcess.ForgetRole(role.Found!.Arn);
        return OffboardingReport.Shut(account, role, endsBy);
    }

    private Task ForgetAsync(OffboardedAccount account, OffboardedRole role, CancellationToken cancellation) => role.Record is null
        ? Task.CompletedTask
        : provider.InventoryFile.UpdateAsync(inventory => inventory.WithRole(account.Client, account.AccountId, role.Tier, null), cancellation);

    private async Task<OffboardedRole> ReadAsync(OffboardedAccount account, OffboardedRole role, IIamRoles roles, CallerIdentity caller, CancellationToken cancellation)
    {
        if (await roles.FindAsync(role.Name, cancellation).ConfigureAwait(false) is not { } found) return role;
        string company = provider.Configuration.Company;
        // An account that only the command names may be another client's.
        bool isOurs = account.IsRecorded ? Tags.AreOfCompany(found.Tags, company) : Tags.AreOfClient(found.Tags, company, account.Client);
        if (!isOurs) return role with { Found = found };
        return role with
        {
            Found = found,
            IsOurs = true,
            IsActedThrough = found.Name.Equals(caller.RoleName, StringComparison.OrdinalIgnoreCase),
            AttachedPolicyArns = await roles.ListAttachedPolicyArnsAsync(found.Name, cancellation).ConfigureAwait(false),
            InlinePolicyNames = await roles.ListInlinePolicyNamesAsync(found.Name, cancellation).ConfigureAwait(false),
        };
    }

    private static OffboardedRole? ShutRole(OffboardedAccount account) =>
        account.Credentials is RemoteCredentials.Via via ? account.Roles.FirstOrDefault(role => role.Record?.Shut is not null && role.Tier.Equals(via.Tier, StringComparison.OrdinalIgnoreCase)) : null;

    private List<OffboardedRole> ListRoles(InventoryAccount account, Inventory inventory)
    {
        List<OffboardedRole> roles = [.. account.Roles.Select(role => new OffboardedRole(role.Key, RoleArn.Parse(role.Value.Arn).Name, role.Value))];
        foreach (AccessTier tier in inventory.ListTiers())
        {
            string name = $"{provider.Configuration.Company}-{tier.RoleNameSuffix}";
            if (name.Length > NamingConvention.RoleNameLimit || roles.Exists(role => role.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) continue;
            roles.Add(new OffboardedRole(tier.Tier, name, null));
        }
        return roles;
    }
}
