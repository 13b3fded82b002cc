namespace CrossAccess;

/// <summary>
/// Enters a client's role from a sign-in to Identity Center: the portal gives the client's permission set in the home account,
/// and that assumes the role. Two requests where the inventory names the account; two more where the permission set's own
/// policy has to name it; none while this process holds the session.
/// </summary>
internal sealed class SignedInEntry(Provider provider, SignInToken signIn, TimeProvider time)
{
    private readonly SignIns _signIns = provider.SignIns;

    /// <exception cref="ClientAccessException">SignInRequired, AccessNotGranted, ClientAccessDenied, …</exception>
    public async Task<RoleSession> EnterAsync(Inventory inventory, RoleEntryRequest request, IActivity activity, CancellationToken cancellation)
    {
        RoleTarget? target = RoleTarget.Find(inventory, request);
        string client = target?.Client ?? inventory.KeyOf(request.Client);
        string tier = target?.Tier ?? TierOf(inventory, request.Tier);
        if (Held(client, tier, target?.AccountId ?? request.Account, request) is { } held)
        {
            activity.Verbose($"This process holds a session of {client} {tier} until {held.Expiration.ToLocalTime():t}; AWS was not asked.");
            return held;
        }

        RoleEntrance entrance = await OpenAsync(target, inventory, client, tier, request, cancellation).ConfigureAwait(false);
        RoleSession session = await RoleAssumer.AssumeAsync(entrance.Home, entrance.Target, entrance.Caller, request, entrance.Region, provider.Clock, activity, cancellation).ConfigureAwait(false);
        session = session with { SignInName = signIn.SessionName };
        Keep(session, entrance.Target.Client, entrance.Target.Tier, request, entrance.Caller.Name);
        return session;
    }

    /// <summary>Everything but the entry itself, and never from what this process holds.</summary>
    public Task<RoleEntrance> OpenAsync(Inventory inventory, RoleEntryRequest request, CancellationToken cancellation)
    {
        RoleTarget? target = RoleTarget.Find(inventory, request);
        return OpenAsync(target, inventory, target?.Client ?? inventory.KeyOf(request.Client), target?.Tier ?? TierOf(inventory, request.Tier), request, cancellation);
    }

    private async Task<RoleEntrance> OpenAsync(RoleTarget? target, Inventory inventory, string client, string tier, RoleEntryRequest request, CancellationToken cancellation)
    {
        (string homeAccount, string set) = await FindSetAsync(inventory, client, tier, cancellation).ConfigureAwait(false);
        // The portal's roles are told apart by case; what it lists is how they are written.
        if (target is null && set.Equals(client + tier, StringComparison.OrdinalIgnoreCase)) (client, tier) = (set[..client.Length], set[client.Length..]);
        IAwsSession home = await ConnectAsync(homeAccount, set, client, tier, request, cancellation).ConfigureAwait(false);
        target ??= await ReadTargetAsync(home, client, tier, request.Account, cancellation).ConfigureAwait(false);
        HomeCaller caller = await CallerAsync(home, set, homeAccount, cancellation).ConfigureAwait(false);
        return new RoleEntrance(home, target, caller, signIn.Region);
    }

    private RoleSession? Held(string client, string tier, string? account, RoleEntryRequest request)
    {
        // A session of a length that was asked for is a new one.
        if (request.NoCache || request.Duration is not null || signIn.UserName is not { } user) return null;
        RoleSession? held = RoleSessionCache.OfProcess.Find(RoleSessionKey.Of(signIn, user, client, tier, account), time.GetUtcNow());
        return held is null ? null : held with { Region = request.Region ?? held.Region, Reason = request.Reason };
    }

    private void Keep(RoleSession session, string client, string tier, RoleEntryRequest request, string user)
    {
        RoleSessionCache.OfProcess.Keep(RoleSessionKey.Of(signIn, user, client, tier, session.AccountId), session);
        if (request.Account != session.AccountId) RoleSessionCache.OfProcess.Keep(RoleSessionKey.Of(signIn, user, client, tier, request.Account), session);
    }

    private async Task<(string HomeAccount, string Set)> FindSetAsync(Inventory inventory, string client, string tier, CancellationToken cancellation)
    {
        string set = inventory.PermissionSetName(client, tier);
        if (inventory is { HomeAccountId: { } home, StartUrl: { } startUrl } && signIn.IsOf(startUrl)) return (home, set);
        if (signIn.HomeAccountId is { } remembered) return (remembered, set);

        IReadOnlyList<string> accounts = await _signIns.AskPortalAsync(signIn, (portal, token) => portal.ListAccountsAsync(token, cancellation), cancellation).ConfigureAwait(false);
        var found = new List<(string Account, string Set)>();
        var listed = new List<string>();
        foreach (string account in accounts)
        {
            IReadOnlyList<string> sets = await ListSetsAsync(account, cancellation).ConfigureAwait(false);
            listed.AddRange(sets);
            found.AddRange(sets.Where(name => name.Equals(set, StringComparison.OrdinalIgnoreCase)).Select(name => (account, name)));
        }
        return found switch
        {
            [var only] => only,
            [] => throw NotGranted(set, client, tier, null, listed),
            _ => throw new ClientAccessException(ClientAccessError.AccountAmbiguous, $"You have permission set {set} in {found.Count} accounts: {string.Join(", ", found.Select(pair => pair.Account))}. Which of them is home is not known.")
            {
                RecommendedAction = "Use the provider's inventory, which names home: set $env:CROSSACCESS_INVENTORY",
            },
        };
    }

    private async Task<IAwsSession> ConnectAsync(string homeAccount, string set, string client, string tier, RoleEntryRequest request, CancellationToken cancellation)
    {
        try
        {
            return await provider.Connector.ConnectAsync(_signIns.PermissionSet(signIn, homeAccount, set), request.Region, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.AccessNotGranted)
        {
            throw NotGranted(set, client, tier, e, await TryListSetsAsync(homeAccount, cancellation).ConfigureAwait(false));
        }
    }

    private static async Task<RoleTarget> ReadTargetAsync(IAwsSession home, string client, string tier, string? account, CancellationToken cancellation)
    {
        CallerIdentity caller = await home.GetCallerAsync(cancellation).ConfigureAwait(false);
        string role = caller.RoleName ?? throw new ClientAccessException(ClientAccessError.AccountMismatch, $"{home.Source} gave no session of a role, but {caller.Arn}.");
        try
        {
            string policy = await home.Roles.FindInlinePolicyAsync(role, ReservedRole.InlinePolicyName, cancellation).ConfigureAwait(false)
                ?? throw new ClientAccessException(ClientAccessError.AccountNotFound, $"Permission set {client}{tier} has no policy of its own yet: it was not provisioned since it was made.");
            return RoleTarget.InPolicy(client, tier, account, policy);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ClientAccessDenied)
        {
            throw e.As(
                ClientAccessError.ClientNotFound,
                $"The inventory does not record client '{client}', and permission set {client}{tier} does not let its holder read which account it reaches.",
                $"Use the provider's inventory ($env:CROSSACCESS_INVENTORY), or ask an admin to type: New-ClientPermissionSet {client} -Tier {tier} -ReadableByHolder");
        }
    }

    private async Task<HomeCaller> CallerAsync(IAwsSession home, string set, string homeAccount, CancellationToken cancellation)
    {
        if (signIn.UserName is { } known) return HomeCaller.SignedIn(known, set);

        var caller = HomeCaller.Of(await home.GetCallerAsync(cancellation).ConfigureAwait(false));
        _signIns.Remember(signIn, caller.SessionName, homeAccount);
        return caller;
    }

    // An engineer's shell may not know the tiers that the admin has defined.
    private static string TierOf(Inventory inventory, string name)
    {
        string parsed = TierName.Parse(name);
        return inventory.ListTiers().FirstOrDefault(tier => tier.Tier.Equals(parsed, StringComparison.OrdinalIgnoreCase))?.Tier ?? parsed;
    }

    private Task<IReadOnlyList<string>> ListSetsAsync(string account, CancellationToken cancellation) =>
        _signIns.AskPortalAsync(signIn, (portal, token) => portal.ListPermissionSetsAsync(token, account, cancellation), cancellation);

    private async Task<IReadOnlyList<string>> TryListSetsAsync(string account, CancellationToken cancellation)
    {
        try
        {
            return await ListSetsAsync(account, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException)
        {
            // Whoever has nothing there is refused the list, too.
            return [];
        }
    }

    private ClientAccessException NotGranted(string set, string client, string tier, ClientAccessException? cause, IReadOnlyList<string> listed)
    {
        string has = listed.Count == 0 ? "It offers you nothing there." : $"It offers you {string.Join(", ", listed.Take(10))}{(listed.Count > 10 ? ", …" : "")}.{NearMatches.Sentence(set, listed)}";
        return new ClientAccessException(ClientAccessError.AccessNotGranted, $"Identity Center does not offer {signIn.UserName ?? "you"} permission set {set} in the home account. {has}", cause)
        {
            RecommendedAction = $"An admin grants it: Grant-ClientAccess {client} -Tier {tier} -User {signIn.UserName ?? "<you>"}. A grant a moment ago takes a minute.",
        };
    }
}
