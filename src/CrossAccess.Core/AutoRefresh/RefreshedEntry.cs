namespace CrossAccess;

/// <summary>Enters a client's role so that it stays entered: the same role, by the same person, from the same home.</summary>
internal sealed class RefreshedEntry(Provider provider, TimeProvider time)
{
    /// <param name="request">Its duration is how long the role stays entered; null: as long as it can be.</param>
    /// <exception cref="ClientAccessException">As <see cref="RoleEntry"/>, and SessionFilesUnusable.</exception>
    public async Task<ServedSession> EnterAsync(RoleEntryRequest request, IActivity activity, CancellationToken cancellation)
    {
        RoleEntry.CheckDuration(request.Duration);
        DateTimeOffset? until = request.Duration is { } duration ? time.GetUtcNow() + duration : null;
        TimeSpan? firstWalk = request.Duration > SessionRenewal.LongestWalk ? SessionRenewal.LongestWalk : request.Duration;
        RoleSession first = await new RoleEntry(provider).EnterAsync(request with { Duration = firstWalk }, activity, cancellation).ConfigureAwait(false);
        RoleEntryRequest again = request with { Account = first.AccountId, SessionName = first.SignInName ?? request.SessionName, Region = first.Region, NoCache = true };
        cancellation.ThrowIfCancellationRequested();
        return ServedSession.Start(
            new SessionRenewal(first, (length, ending) => WalkAsync(again with { Duration = length }, first, ending), until, time),
            provider.Entered.Home);
    }

    private async Task<RoleSession> WalkAsync(RoleEntryRequest request, RoleSession first, CancellationToken ending)
    {
        RoleSession renewed = await new RoleEntry(provider).EnterAsync(request, new SilentActivity(), ending).ConfigureAwait(false);
        string again = $"To act there as it is now, type: Exit-ClientRole; Enter-ClientRole {first.Client} -Tier {first.Tier} -AutoRefresh";
        if (renewed.RoleArn != first.RoleArn)
            throw new ClientAccessException(ClientAccessError.AccountMismatch, $"{first} was entered by {first.RoleArn}, and is entered by {renewed.RoleArn} now. It was not renewed.") { RecommendedAction = again };
        // Somebody else has signed in meanwhile; what this shell does must stay under one name.
        if (renewed.RoleSessionName != first.RoleSessionName)
            throw new ClientAccessException(ClientAccessError.AccountMismatch, $"{first} was entered by {Printable.Of(first.RoleSessionName)}, and home's credentials are {Printable.Of(renewed.RoleSessionName)}'s now. It was not renewed.") { RecommendedAction = again };
        return renewed;
    }
}
