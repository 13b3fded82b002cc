namespace CrossAccess;

/// <summary>Enters a client's role: from the profile that is named, else from a sign-in to Identity Center, else from ambient credentials.</summary>
internal sealed class RoleEntry(Provider provider)
{
    private static readonly TimeSpan ShortestSession = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    /// <exception cref="ClientAccessException">ClientAccessDenied and AccessNotGranted, with the link that is missing; SignInRequired; ClientNotFound; AccountAmbiguous; AccountMismatch; …</exception>
    public async Task<RoleSession> EnterAsync(RoleEntryRequest request, IActivity activity, CancellationToken cancellation)
    {
        CheckDuration(request.Duration);
        Inventory inventory = provider.InventoryFile.Read();
        RoleSession session = await EnterOnceAsync(inventory, request, activity, cancellation).ConfigureAwait(false);
        bool isAdministrator = inventory.ListTiers().FirstOrDefault(tier => tier.Tier == session.Tier)?.IsAdministrator ?? false;
        return session with { IsAdministrator = isAdministrator };
    }

    private async Task<RoleSession> EnterOnceAsync(Inventory inventory, RoleEntryRequest request, IActivity activity, CancellationToken cancellation)
    {
        SignInToken? signIn = SignInFor(request);
        if (signIn is not null && IsUsable(signIn)) return await SignedIn(signIn).EnterAsync(inventory, request, activity, cancellation).ConfigureAwait(false);

        RoleEntrance entrance = await OpenAsync(inventory, signIn, request, cancellation).ConfigureAwait(false);
        return await RoleAssumer.AssumeAsync(entrance.Home, entrance.Target, entrance.Caller, request, entrance.Region, provider.Clock, activity, cancellation).ConfigureAwait(false);
    }

    /// <summary>Whose credentials would enter, and which role: everything but the entry itself.</summary>
    /// <exception cref="ClientAccessException">As for <see cref="EnterAsync"/>, but for ClientAccessDenied.</exception>
    public Task<RoleEntrance> OpenAsync(RoleEntryRequest request, CancellationToken cancellation)
    {
        Inventory inventory = provider.InventoryFile.Read();
        SignInToken? signIn = SignInFor(request);
        return signIn is not null && IsUsable(signIn)
            ? SignedIn(signIn).OpenAsync(inventory, request, cancellation)
            : OpenAsync(inventory, signIn, request, cancellation);
    }

    private async Task<RoleEntrance> OpenAsync(Inventory inventory, SignInToken? signIn, RoleEntryRequest request, CancellationToken cancellation)
    {
        if (request.SessionName is not null) throw NotSignedIn(signIn, request.SessionName);
        if (inventory.Company is null && request.HomeProfileName is null) throw NotSignedIn(signIn, null);

        CrossAccessConfiguration configuration = provider.Configuration;
        inventory.RequireTier(request.Tier);
        inventory.RequireClient(request.Client);
        RoleTarget target = RoleTarget.Find(inventory, request)!;
        IAwsSession home = await ConnectHomeAsync(request, configuration, signIn, cancellation).ConfigureAwait(false);
        CallerIdentity caller = await home.GetCallerAsync(cancellation).ConfigureAwait(false);
        if (caller.AccountId != configuration.HomeAccountId) throw NotHome(home, caller, configuration);
        return new RoleEntrance(home, target, HomeCaller.Of(caller), configuration.Region);
    }

    private SignInToken? SignInFor(RoleEntryRequest request) => request.HomeProfileName is null ? provider.SignIns.Find(request.SessionName) : null;

    private SignedInEntry SignedIn(SignInToken signIn) => new(provider, signIn, CredentialClock.OfProcess);

    // The engineer's own credentials first: the recorded profile may be the admin's.
    private async Task<IAwsSession> ConnectHomeAsync(RoleEntryRequest request, CrossAccessConfiguration configuration, SignInToken? ended, CancellationToken cancellation)
    {
        if (request.HomeProfileName is { } profile)
            return await provider.Connector.ConnectAsync(provider.ProfileNamed(profile), request.Region, cancellation).ConfigureAwait(false);
        try
        {
            return await provider.Connector.ConnectAsync(provider.Ambient, request.Region, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.CredentialsNotFound && configuration.HomeProfileName is not null)
        {
            return await provider.ConnectHomeAsync(cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.CredentialsNotFound)
        {
            throw NotSignedIn(ended, null, e);
        }
    }

    private static bool IsUsable(SignInToken signIn)
    {
        DateTimeOffset now = CredentialClock.OfProcess.GetUtcNow();
        return !signIn.HasEnded(now) || signIn.CanRefresh(now);
    }

    private static ClientAccessException NotSignedIn(SignInToken? ended, string? sessionName, ClientAccessException? cause = null) => ended is not null
        ? SignInRenewal.Ended(ended, cause)
        : new ClientAccessException(ClientAccessError.SignInRequired, sessionName is null ? "Nobody is signed in to Identity Center, and no other credentials of the home account were found." : $"There is no sign-in '{Printable.Of(sessionName)}' to Identity Center.", cause)
        {
            RecommendedAction = sessionName is null ? "Type: Connect-CrossAccess (without an inventory with -StartUrl https://<company>.awsapps.com/start -Region <Region>)" : $"Type: Connect-CrossAccess -SessionName '{Printable.Of(sessionName)}'",
        };

    internal static void CheckDuration(TimeSpan? duration)
    {
        if (duration is not { } asked || (asked >= ShortestSession && asked <= LongestSession)) return;
        throw new ClientAccessException(ClientAccessError.InvalidDuration, $"A session lasts 15 minutes to 12 hours; {asked} is not between. Type -Duration 1:00, for instance.");
    }

    private ClientAccessException NotHome(IAwsSession home, CallerIdentity caller, CrossAccessConfiguration configuration)
    {
        string? inherited = provider.Entered.Sessions.Count == 0 ? Environment.GetEnvironmentVariable(SessionEnvironment.ClientVariable) : null;
        string why = inherited is null ? "" : $" This shell inherited the role of client '{Printable.Of(inherited)}' from the one that started it.";
        return new ClientAccessException(
            ClientAccessError.AccountMismatch,
            $"The credentials of {home.Source} belong to account {caller.AccountId}; roles are entered from the home account {configuration.HomeAccountId}. Nothing was entered.{why}")
        {
            RecommendedAction = "Name home's credentials: set $env:AWS_PROFILE to a profile of the home account, or type -HomeProfileName <profile>",
        };
    }
}
