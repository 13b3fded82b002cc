namespace CrossAccess;

/// <summary>Asks AWS for a session of a client's role, as Enter-ClientRole would, to hear the answer.</summary>
internal sealed class EntryAttempts(Provider provider)
{
    private static readonly ClientAccessError[] NotSignedIn =
    [
        ClientAccessError.SignInRequired, ClientAccessError.CredentialsNotFound, ClientAccessError.CredentialsExpired, ClientAccessError.CredentialsInvalid,
        ClientAccessError.AccountMismatch, ClientAccessError.AccessNotGranted,
    ];

    /// <exception cref="ClientAccessException">What is no answer: an unknown client, a throttle, a broken connection, …</exception>
    public async Task<EntryAttempt> TryAsync(ClientAccessQuestion question, IActivity activity, CancellationToken cancellation)
    {
        var request = new RoleEntryRequest(question.Client, question.Tier)
        {
            Account = question.Account,
            HomeProfileName = question.HomeProfileName,
            SessionName = question.SessionName,
        };
        RoleEntrance? entrance = null;
        try
        {
            entrance = await new RoleEntry(provider).OpenAsync(request, cancellation).ConfigureAwait(false);
            return await AssumeAsync(entrance, activity, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (NotSignedIn.Contains(e.Error))
        {
            return new EntryAttempt { NotOpened = e, Entrance = entrance };
        }
    }

    private static async Task<EntryAttempt> AssumeAsync(RoleEntrance entrance, IActivity activity, CancellationToken cancellation)
    {
        RoleAssumption assumption = RoleAssumer.AssumptionOf(entrance.Target, entrance.Caller);
        try
        {
            (AwsCredentials credentials, string? sourceIdentity) = await RoleAssumer.AssumeOnceAsync(entrance.Home, assumption, activity, cancellation).ConfigureAwait(false);
            return new EntryAttempt { Entrance = entrance, Credentials = credentials, SourceIdentity = sourceIdentity };
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ClientAccessDenied)
        {
            return new EntryAttempt { Entrance = entrance, Refusal = e };
        }
    }
}
