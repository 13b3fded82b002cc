namespace CrossAccess;

/// <summary>
/// Signs in to clients' consoles. One request with a session in hand; with a client's name what entering costs comes to it, which
/// is nothing while this process holds a session that lasts.
/// </summary>
internal sealed class ConsoleSignIns(Provider provider, TimeProvider time)
{
    // "The URL is valid for 15 minutes after it is created", says AWS's document.
    private static readonly TimeSpan UrlLife = TimeSpan.FromMinutes(15);
    // A console ends with the session that it was opened by.
    private static readonly TimeSpan WorthOpening = TimeSpan.FromMinutes(15);

    /// <summary>Enters a client's role for the console alone; nothing of this shell changes.</summary>
    /// <exception cref="ClientAccessException">What entering throws, and what <see cref="OfAsync"/> does.</exception>
    public async Task<ConsoleSignIn> EnterAsync(RoleEntryRequest request, ConsolePage page, IActivity activity, CancellationToken cancellation)
    {
        var entry = new RoleEntry(provider);
        RoleSession session = await entry.EnterAsync(request, activity, cancellation).ConfigureAwait(false);
        // Held from before, it would show the console for a few minutes.
        if (session.Expiration - time.GetUtcNow() < WorthOpening && !request.NoCache)
            session = await entry.EnterAsync(request with { NoCache = true }, activity, cancellation).ConfigureAwait(false);
        return await OfAsync(session, page, activity, cancellation).ConfigureAwait(false);
    }

    /// <exception cref="ClientAccessException">CredentialsExpired, CredentialsInvalid, InvalidText, RegionNotFound, EndpointUnusable, …</exception>
    public async Task<ConsoleSignIn> OfAsync(RoleSession session, ConsolePage page, IActivity activity, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (session.Expiration <= now) throw Ended(session);

        IConsoleFederation federation = provider.Connector.OpenFederation(provider.Entered.HomeEnvironment);
        ConsoleHosts hosts = ConsoleHosts.Of(RoleArn.Parse(session.RoleArn).Partition, page.Region ?? session.Region, federation.Endpoint);
        string destination = ConsoleDestination.Of(page, hosts, session.Region, session.AccountId);
        string token = await federation.GetSigninTokenAsync(hosts, session, cancellation).ConfigureAwait(false);

        activity.Verbose($"Signed in to the console of {session}, to open {destination}. It ends with the session, at {session.Expiration.ToLocalTime():t}.");
        if (session.Expiration - now < WorthOpening)
            activity.Warn($"This console ends in {(int)(session.Expiration - now).TotalMinutes} minutes, with the session that it is opened by. For a whole hour enter again first: Enter-ClientRole {session.Client} -Tier {session.Tier} -Account {session.AccountId} -NoCache");
        DateTimeOffset end = now + UrlLife;
        return new ConsoleSignIn(session, destination, LoginUrl(hosts, destination, token), end < session.Expiration ? end : session.Expiration);
    }

    private Uri LoginUrl(ConsoleHosts hosts, string destination, string token)
    {
        // Where the console sends people whose session has ended.
        string? issuer = provider.InventoryFile.Read().StartUrl;
        string query = "Action=login"
            + (issuer is null ? "" : $"&Issuer={Uri.EscapeDataString(issuer)}")
            + $"&Destination={Uri.EscapeDataString(destination)}&SigninToken={Uri.EscapeDataString(token)}";
        return new Uri($"{hosts.SignIn}/federation?{query}");
    }

    private static ClientAccessException Ended(RoleSession session) =>
        new(ClientAccessError.CredentialsExpired, $"The session of {session} ended at {session.Expiration.ToLocalTime():t}; no console opens by it.")
        {
            RecommendedAction = $"Enter again: Enter-ClientRole {session.Client} -Tier {session.Tier} -Account {session.AccountId}",
        };
}
