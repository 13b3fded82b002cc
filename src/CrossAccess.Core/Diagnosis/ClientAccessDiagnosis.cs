namespace CrossAccess;

/// <summary>Examines the ways by which people reach clients' roles, link by link. Reads only; where it may, it tries the door.</summary>
internal sealed class ClientAccessDiagnosis(Provider provider, PermissionSetIndex index, Principals principals, RemoteAccounts remote)
{
    // Without one of these the home side cannot be read, and that is no answer about anybody's access.
    private static readonly ClientAccessError[] NoAdmin =
    [
        ClientAccessError.CredentialsNotFound, ClientAccessError.CredentialsExpired, ClientAccessError.CredentialsInvalid, ClientAccessError.ProfileNotFound, ClientAccessError.ProfileUnusable,
        ClientAccessError.AccountMismatch, ClientAccessError.SignInRequired, ClientAccessError.AccessNotGranted, ClientAccessError.NotInitialized, ClientAccessError.ClientAccessDenied,
    ];

    private readonly HomeReader _home = new(provider, index, principals);
    private readonly RemoteReader _remote = new(remote);
    private readonly EntryAttempts _attempts = new(provider);

    /// <summary>The links of one chain, in order.</summary>
    /// <exception cref="ClientAccessException">What is no answer: an unknown client or tier, no admin credentials to read somebody else's chain with, a throttle, a broken connection, …</exception>
    public async Task<IReadOnlyList<ClientAccessLink>> ExamineAsync(ClientAccessQuestion question, IActivity activity, CancellationToken cancellation)
    {
        EntryAttempt? attempt = IsOfAsker(question) ? await _attempts.TryAsync(question, activity, cancellation).ConfigureAwait(false) : null;
        RequireSubject(question, attempt);
        var findings = new ChainFindings();
        AccessChain chain = attempt?.Entered == true
            ? await ExamineEnteredAsync(question, attempt, findings, cancellation).ConfigureAwait(false)
            : await ExamineByReadingAsync(question, attempt, findings, cancellation).ConfigureAwait(false);
        return [.. findings.InOrder.Select(chain.ToResult)];
    }

    /// <summary>Whether a chain is known to hold: no link fails, and either AWS let the user in or every link but that one was read to hold.</summary>
    public static bool Holds(IReadOnlyList<ClientAccessLink> links)
    {
        if (links.Any(link => link.Result == LinkResult.Fail)) return false;
        ClientAccessLink[] open = [.. links.Where(link => link.Result == LinkResult.Unknown)];
        return open.Length == 0 || open is [{ Link: AccessLink.Entry }] || links.Any(link => link is { Link: AccessLink.Entry, Result: LinkResult.Pass });
    }

    /// <summary>The accounts that are meant: those named, else all that the inventory records; a client that it does not know has its one.</summary>
    /// <exception cref="ClientAccessException">AccountNotFound; ClientNotFound where there is an inventory.</exception>
    public static IReadOnlyList<string?> AccountsOf(Inventory inventory, string client, IReadOnlyList<string>? named)
    {
        if (inventory.Company is null && !inventory.Clients.ContainsKey(ClientName.Parse(client))) return named is null ? [null] : [.. named];
        InventoryClient known = inventory.RequireClient(client);
        string key = inventory.KeyOf(client);
        if (named is not null) return [.. named.Select(account => known.RequireAccount(key, account).Id).Distinct()];
        return known.Accounts.IsEmpty ? [known.RequireAccount(key, null).Id] : [.. known.Accounts.Select(account => account.Id)];
    }

    private async Task<AccessChain> ExamineEnteredAsync(ClientAccessQuestion question, EntryAttempt attempt, ChainFindings findings, CancellationToken cancellation)
    {
        RoleTarget target = attempt.Entrance!.Target;
        AccessChain chain = ChainOf(question, target, attempt.Entrance.Caller.Name, CallerOf(target, attempt.Entrance, attempt.Entrance.Caller.Name, null));
        new EnteredLinks(chain, findings).Judge(attempt);
        // The session that AWS gave reads the role itself where the role allows that.
        IAwsSession session = await provider.Connector.ConnectAsync(new CredentialSource.Keys(attempt.Credentials!), attempt.Entrance.Home.Region ?? attempt.Entrance.Region, cancellation).ConfigureAwait(false);
        Reading<RemoteFacts> role = question.Remote is { } named
            ? await _remote.ReadAsync(target, chain.Tier, named, cancellation).ConfigureAwait(false)
            : await RemoteReader.ReadAsync(target, chain.Tier, session, cancellation).ConfigureAwait(false);
        var links = new RemoteLinks(chain, new Remedies(chain), findings);
        if (role.IsKnown(out Obstacle? obstacle)) links.JudgePolicies(role.Value!, Company);
        else findings.Unknown(AccessLink.RolePolicies, obstacle);
        return chain;
    }

    private async Task<AccessChain> ExamineByReadingAsync(ClientAccessQuestion question, EntryAttempt? attempt, ChainFindings findings, CancellationToken cancellation)
    {
        RoleTarget target = TargetOf(question, attempt);
        string? name = question.PrincipalName ?? NameOf(attempt, question);
        HomeFacts? home = await ReadHomeAsync(question, target, attempt, name, cancellation).ConfigureAwait(false);
        name = home?.Principal.Value?.Principal?.Name ?? name;
        CallerIdentity? caller = attempt?.Entrance is { } way && SignInLinks.IsOfSet(way) ? await way.Home.GetCallerAsync(cancellation).ConfigureAwait(false) : null;
        AccessChain chain = ChainOf(question, target, name, CallerOf(target, attempt?.Entrance, question.PrincipalType == PrincipalType.User ? name : null, caller) with { DirectoryUserId = UserIdOf(home) });
        var remedies = new Remedies(chain);

        JudgeHome(chain, remedies, findings, attempt, home);
        Reading<RemoteFacts> role = question.Remote is { } credentials
            ? await _remote.ReadAsync(target, chain.Tier, credentials, cancellation).ConfigureAwait(false)
            : new(null, new Obstacle($"Account {target.AccountId} was not read: no credentials of it were named.", remedies.ReadAccount));
        var links = new RemoteLinks(chain, remedies, findings);
        if (role.IsKnown(out Obstacle? obstacle)) links.Judge(role.Value!, StatementsOf(home), Company);
        else links.JudgeUnread(obstacle);
        new EntryLink(chain, remedies, findings).Judge(attempt);
        return chain;
    }

    private static void JudgeHome(AccessChain chain, Remedies remedies, ChainFindings findings, EntryAttempt? attempt, HomeFacts? home)
    {
        var signIn = new SignInLinks(chain, findings);
        if (attempt is not null) signIn.Judge(attempt);
        else signIn.JudgeReader(home!);

        if (home is not null) new HomeLinks(chain, remedies, findings).Judge(home);
        else if (findings.Holds(AccessLink.SignIn)) signIn.JudgeByPortal(attempt!, remedies);
        else signIn.JudgeHomeUnread(remedies);
    }

    // An admin's reading tells most; without one, what the user's own session may read.
    private async Task<HomeFacts?> ReadHomeAsync(ClientAccessQuestion question, RoleTarget target, EntryAttempt? attempt, string? name, CancellationToken cancellation)
    {
        try
        {
            return await _home.ReadAsync(target, question.PermissionSetName, question.PrincipalType, name, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (attempt is not null && NoAdmin.Contains(e.Error))
        {
            return attempt.Entrance is { } entrance && SignInLinks.IsOfSet(entrance)
                ? await HolderReader.ReadAsync(entrance, new Remedies(ChainOf(question, target, name, CallerOf(target, entrance, name, null))).AskAdmin, provider.InventoryFile.Read().DenyPolicy == true, cancellation).ConfigureAwait(false)
                : null;
        }
    }

    // A runbook's role or an IAM user is nobody in the directory.
    private string? NameOf(EntryAttempt? attempt, ClientAccessQuestion question) => attempt?.Entrance is { } entrance
        ? entrance.Caller.PermissionSetName is null ? null : entrance.Caller.Name
        : question.HomeProfileName is null ? provider.SignIns.Find(question.SessionName)?.UserName : null;

    private bool IsOfAsker(ClientAccessQuestion question) =>
        question.PrincipalName is not { } name
        || question.PrincipalType == PrincipalType.User && (question.HomeProfileName is not null || name.Equals(provider.SignIns.Find(question.SessionName)?.UserName, StringComparison.OrdinalIgnoreCase));

    // Another's session says nothing of the one who is asked about.
    private static void RequireSubject(ClientAccessQuestion question, EntryAttempt? attempt)
    {
        if (question.PrincipalName is not { } name || attempt?.Entrance is not { } entrance || name.Equals(entrance.Caller.SessionName, StringComparison.OrdinalIgnoreCase)) return;
        throw new ClientAccessException(ClientAccessError.RequestRejected, $"-HomeProfileName {question.HomeProfileName} is {entrance.Caller.Description}, not {Printable.Of(name)}.")
        {
            RecommendedAction = "Leave -HomeProfileName out to have the chain read, or -User to test your own.",
        };
    }

    private RoleTarget TargetOf(ClientAccessQuestion question, EntryAttempt? attempt)
    {
        RoleTarget? target = attempt?.Entrance?.Target ?? RoleTarget.Find(provider.InventoryFile.Read(), new RoleEntryRequest(question.Client, question.Tier) { Account = question.Account });
        // Without an inventory and without a session nothing says which account is meant.
        if (target is null) throw attempt?.NotOpened ?? new ClientAccessException(ClientAccessError.ClientNotFound, $"There is no client '{Printable.Of(question.Client)}' in the inventory.");
        return question.PermissionSetName is { } set ? target with { PermissionSetName = NamingConvention.ParsePermissionSetName(set) } : target;
    }

    private AccessChain ChainOf(ClientAccessQuestion question, RoleTarget target, string? name, EnteringCaller caller) =>
        new(target, provider.InventoryFile.Read().ListTiers().FirstOrDefault(tier => tier.Tier.Equals(target.Tier, StringComparison.OrdinalIgnoreCase)), question.PrincipalType, name, question.Remote) { Caller = caller, Now = provider.Clock.GetUtcNow() };

    private EnteringCaller CallerOf(RoleTarget target, RoleEntrance? entrance, string? name, CallerIdentity? caller)
    {
        Inventory inventory = provider.InventoryFile.Read();
        string region = inventory.Region ?? entrance!.Region;
        if (caller is not null) return EnteringCaller.Of(caller, region);
        string home = inventory.HomeAccountId ?? "";
        return EnteringCaller.Of(Partition.OfRegion(region), region, home, target.PermissionSetName, name);
    }

    private string? Company => provider.InventoryFile.Read().Company;

    private static string? UserIdOf(HomeFacts? home) =>
        home?.Principal.Value?.Principal is { Type: PrincipalType.User, Id.Length: > 0 } user ? user.Id : null;

    private static IReadOnlyList<PolicyStatement>? StatementsOf(HomeFacts? home) =>
        home?.Policies is { Obstacle: null, Value: { } policies } && PolicyStatement.TryReadAll(policies.Inline, out IReadOnlyList<PolicyStatement> statements) ? statements : null;
}
