namespace CrossAccess;

/// <summary>Signs in to Identity Center and out, and finds the sign-in that a command may use.</summary>
internal sealed class SignIns(IAwsConnector connector, InventoryFile inventoryFile, IReadOnlyDictionary<string, string?>? environment, TimeProvider time)
{
    /// <summary>What lets a token be renewed and the portal be read.</summary>
    public const string Scope = "sso:account:access";

    private ISignInCache Cache => connector.OpenSignInCache(environment);

    /// <summary>A sign-in that holds: the one there is, renewed if need be, or a new one.</summary>
    /// <exception cref="ClientAccessException">SignInRequired where nobody is there to sign in; SignInRefused; SignInTimedOut; …</exception>
    public async Task<SignInToken> ConnectAsync(SignInOptions options, IBrowser browser, IActivity activity, CancellationToken cancellation)
    {
        SignInRequest request = RequestOf(options);
        SignInToken? standing = Cache.Find(request.SessionName);
        if (!options.Force && standing is not null && standing.IsOf(request.StartUrl) && standing.Region == request.Region && await TryRenewAsync(standing, activity, cancellation).ConfigureAwait(false) is { } held)
        {
            activity.Verbose($"The sign-in '{held.DisplayName}' holds until {held.ExpiresAt.ToLocalTime():g}.");
            return await LearnAsync(held, activity, cancellation).ConfigureAwait(false);
        }
        if (!options.IsInteractive) throw NobodyThere(request);

        (RegisteredOidcClient client, IssuedToken issued) = await AskAsync(request, options.UseDeviceCode, browser, activity, cancellation).ConfigureAwait(false);
        var token = new SignInToken(Cache.FileNameOf(request.SessionName), request.StartUrl, request.Region, issued.AccessToken, time.GetUtcNow() + issued.ExpiresIn)
        {
            SessionName = request.SessionName,
            RefreshToken = issued.RefreshToken,
            ClientId = client.Id,
            ClientSecret = client.Secret,
            RegistrationExpiresAt = client.ExpiresAt,
        };
        Cache.Save(token);
        RoleSessionCache.OfProcess.Forget(token.FileName);
        return await LearnAsync(token, activity, cancellation).ConfigureAwait(false);
    }

    /// <summary>Ends a sign-in at the portal and forgets it here, whether or not it still holds.</summary>
    public async Task DisconnectAsync(SignInToken token, IActivity activity, CancellationToken cancellation)
    {
        try
        {
            // The portal ends a session by a token that it still knows.
            SignInToken current = await Renewal.CurrentAsync(token, refused: false, cancellation).ConfigureAwait(false);
            await Portal(token.Region).LogoutAsync(current.AccessToken, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error is ClientAccessError.SignInRequired or ClientAccessError.CredentialsExpired or ClientAccessError.CredentialsInvalid)
        {
            activity.Verbose($"The sign-in '{token.DisplayName}' had ended already.");
        }
        catch (ClientAccessException e)
        {
            activity.Warn($"The sign-in '{Printable.Of(token.DisplayName)}' is forgotten on this machine, but Identity Center was not told: {e.Message}");
        }
        Cache.Delete(token);
        RoleSessionCache.OfProcess.Forget(token.FileName);
    }

    /// <summary>Every sign-in on this machine, whichever tool made it.</summary>
    public IReadOnlyList<SignInToken> List() => Cache.List(inventoryFile.Read().Company is { } company ? [company] : []);

    /// <summary>The sign-in of that name; without a name the one to the inventory's Identity Center, and without an inventory the only one. Null: none.</summary>
    /// <exception cref="ClientAccessException">SignInAmbiguous.</exception>
    public SignInToken? Find(string? sessionName)
    {
        if (sessionName is not null) return Cache.Find(sessionName);

        Inventory inventory = inventoryFile.Read();
        if (inventory is { Company: { } company, StartUrl: { } startUrl })
        {
            // Under the company's name, else under whichever name the AWS CLI was told.
            if (Cache.Find(company) is { } ours && ours.IsOf(startUrl)) return ours;
            return List().Where(token => token.IsOf(startUrl)).MaxBy(token => token.ExpiresAt);
        }
        IReadOnlyList<SignInToken> all = List();
        SignInToken[] alive = [.. all.Where(token => !token.HasEnded(time.GetUtcNow()) || token.CanRefresh(time.GetUtcNow()))];
        if (alive.Length > 1) throw Ambiguous(alive);
        return alive.Length == 1 ? alive[0] : all.Count == 1 ? all[0] : null;
    }

    /// <summary>Runs a request of the portal with a token that holds, renewed once more when the portal no longer knows it.</summary>
    public async Task<T> AskPortalAsync<T>(SignInToken token, Func<IAccessPortal, string, Task<T>> ask, CancellationToken cancellation)
    {
        SignInToken current = await Renewal.CurrentAsync(token, refused: false, cancellation).ConfigureAwait(false);
        try
        {
            return await ask(Portal(token.Region), current.AccessToken).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error is ClientAccessError.CredentialsExpired or ClientAccessError.CredentialsInvalid)
        {
            SignInToken renewed = await Renewal.CurrentAsync(current, refused: true, cancellation).ConfigureAwait(false);
            return await ask(Portal(token.Region), renewed.AccessToken).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps beside the token what AWS said about its user.</summary>
    public void Remember(SignInToken token, string? userName, string? homeAccountId)
    {
        // It may have been renewed since it was read.
        SignInToken newest = Cache.List([]).FirstOrDefault(other => other.FileName == token.FileName) ?? token;
        SignInToken known = newest with { SessionName = token.SessionName, UserName = userName ?? newest.UserName, HomeAccountId = homeAccountId ?? newest.HomeAccountId };
        if (known.UserName != newest.UserName || known.HomeAccountId != newest.HomeAccountId) Cache.Save(known);
    }

    public CredentialSource.PermissionSet PermissionSet(SignInToken token, string accountId, string permissionSetName) =>
        new(token.FileName, token.DisplayName, token.Region, accountId, permissionSetName, environment);

    private SignInRenewal Renewal => new(Cache, Portal, time);

    private IAccessPortal Portal(string region) => connector.OpenPortal(region, environment);

    private async Task<SignInToken?> TryRenewAsync(SignInToken token, IActivity activity, CancellationToken cancellation)
    {
        try
        {
            return await Renewal.CurrentAsync(token, refused: false, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.SignInRequired)
        {
            activity.Verbose(e.Message);
            return null;
        }
    }

    private async Task<(RegisteredOidcClient, IssuedToken)> AskAsync(SignInRequest request, bool useDeviceCode, IBrowser browser, IActivity activity, CancellationToken cancellation)
    {
        IAccessPortal portal = Portal(request.Region);
        if (!useDeviceCode)
        {
            if (await new BrowserSignIn(portal, browser, time).TryRunAsync(request, activity, cancellation).ConfigureAwait(false) is { } signedIn) return signedIn;
            activity.Warn("No browser could be opened here, so the sign-in goes by a code.");
        }
        return await new DeviceSignIn(portal, time).RunAsync(request, activity, cancellation).ConfigureAwait(false);
    }

    // Once per sign-in, so that no entry has to ask who its user is. What cannot be learnt now, the first entry learns.
    private async Task<SignInToken> LearnAsync(SignInToken token, IActivity activity, CancellationToken cancellation)
    {
        if (token.UserName is not null) return token;
        try
        {
            (string? userName, string? home) = await AskWhoAsync(token, cancellation).ConfigureAwait(false);
            Remember(token, userName, home);
            return Cache.Find(token.SessionName!) ?? token;
        }
        catch (ClientAccessException e) when (e.Error != ClientAccessError.SignInCacheUnusable)
        {
            activity.Verbose($"Who signed in is not known yet: {e.Message}");
            return token;
        }
    }

    private async Task<(string? UserName, string? HomeAccountId)> AskWhoAsync(SignInToken token, CancellationToken cancellation)
    {
        string? recorded = inventoryFile.Read() is { StartUrl: { } startUrl, HomeAccountId: { } id } && token.IsOf(startUrl) ? id : null;
        IReadOnlyList<string> accounts = recorded is not null
            ? [recorded]
            : await AskPortalAsync(token, (portal, access) => portal.ListAccountsAsync(access, cancellation), cancellation).ConfigureAwait(false);
        if (accounts.Count == 0) return default;

        string account = accounts[0];
        IReadOnlyList<string> sets = await AskPortalAsync(token, (portal, access) => portal.ListPermissionSetsAsync(access, account, cancellation), cancellation).ConfigureAwait(false);
        string? only = accounts.Count == 1 ? account : null;
        if (sets.Count == 0) return (null, only);

        IAwsSession session = await connector.ConnectAsync(PermissionSet(token, account, sets[0]), null, cancellation).ConfigureAwait(false);
        return ((await session.GetCallerAsync(cancellation).ConfigureAwait(false)).SessionName, only);
    }

    private SignInRequest RequestOf(SignInOptions options)
    {
        Inventory inventory = inventoryFile.Read();
        string? given = options.StartUrl is null ? null : PortalUrl.Parse(options.StartUrl);
        bool isInventorys = given is null ? options.SessionName is null || options.SessionName == inventory.Company : inventory.StartUrl is { } known && PortalUrl.AreSame(known, given);
        SignInRequest? named = options.SessionName is not { } name ? null
            : Cache.FindConfigured(name) ?? (Cache.Find(name) is { } earlier ? new SignInRequest(name, earlier.StartUrl, earlier.Region) : null);

        string? startUrl = given ?? (isInventorys ? inventory.StartUrl : null) ?? named?.StartUrl;
        if (startUrl is null) throw NoPortal(options);
        startUrl = PortalUrl.Parse(startUrl);
        string region = options.Region
            ?? (isInventorys ? inventory.Region : null)
            ?? (named is not null && PortalUrl.AreSame(named.StartUrl, startUrl) ? named.Region : null)
            ?? throw NoRegion(startUrl);
        string sessionName = options.SessionName ?? (isInventorys ? inventory.Company : null) ?? PortalUrl.NameIn(startUrl) ?? startUrl;
        return new SignInRequest(sessionName, startUrl, region);
    }

    private static ClientAccessException NoPortal(SignInOptions options) =>
        new(ClientAccessError.NotInitialized, options.SessionName is null
            ? "No inventory names an access portal to sign in to."
            : $"Neither the inventory nor an [sso-session {Printable.Of(options.SessionName)}] of the AWS configuration names an access portal for it.")
        {
            RecommendedAction = "Name the portal: Connect-CrossAccess -StartUrl https://<your company>.awsapps.com/start -Region <Identity Center's Region>",
        };

    private static ClientAccessException NoRegion(string startUrl) =>
        new(ClientAccessError.RegionNotFound, $"The Region of the Identity Center behind {startUrl} is not known.")
        {
            RecommendedAction = $"Name it: Connect-CrossAccess -StartUrl {startUrl} -Region eu-west-1, for instance",
        };

    private static ClientAccessException NobodyThere(SignInRequest request) =>
        new(ClientAccessError.SignInRequired, $"Nobody is signed in to {request.StartUrl}, and nobody can be asked: this host is not interactive.")
        {
            RecommendedAction = $"In an interactive shell of this user, type: Connect-CrossAccess -SessionName '{request.SessionName}' -StartUrl {request.StartUrl} -Region {request.Region}",
        };

    private static ClientAccessException Ambiguous(IReadOnlyList<SignInToken> tokens) =>
        new(ClientAccessError.SignInAmbiguous, $"There are {tokens.Count} sign-ins on this machine: {string.Join(", ", tokens.Select(token => Printable.Of(token.DisplayName)))}.")
        {
            RecommendedAction = tokens.FirstOrDefault(token => token.SessionName is not null)?.SessionName is { } name
                ? $"Name one: -SessionName '{Printable.Of(name)}'"
                : "Sign in under a name: Connect-CrossAccess -SessionName <name> -StartUrl <portal> -Region <Region>, and give that name",
        };
}
