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
    public async Task<EntryAttempt> TryAsync(ClientAccessQuestion question, CancellationToken cancellation)
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
            return await AssumeAsync(entrance, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (NotSignedIn.Contains(e.Error))
        {
            return new EntryAttempt { NotOpened = e, Entrance = entrance };
        }
    }

    private static async Task<EntryAttempt> AssumeAsync(RoleEntrance entrance, CancellationToken cancellation)
    {
        var assumption = new RoleAssumption(entrance.Target.Role.Arn, RoleSessionName.Of(entrance.Caller))
        {
            ExternalId = entrance.Target.Role.ExternalId,
            SourceIdentity = RoleSessionName.SourceIdentityOf(entrance.Caller),
        };
        EntryAttempt first = await AssumeOnceAsync(entrance, assumption, cancellation).ConfigureAwait(false);
        // A role that does not allow a source identity refuses the whole request for it.
        return first.Entered || assumption.SourceIdentity is null
            ? first
            : await AssumeOnceAsync(entrance, assumption with { SourceIdentity = null }, cancellation).ConfigureAwait(false);
    }

    private static async Task<EntryAttempt> AssumeOnceAsync(RoleEntrance entrance, RoleAssumption assumption, CancellationToken cancellation)
    {
        try
        {
            AwsCredentials credentials = await entrance.Home.SecurityTokens.AssumeRoleAsync(assumption, cancellation).ConfigureAwait(false);
            return new EntryAttempt { Entrance = entrance, Credentials = credentials, SourceIdentity = assumption.SourceIdentity };
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ClientAccessDenied)
        {
            return new EntryAttempt { Entrance = entrance, Refusal = e };
        }
    }
}
