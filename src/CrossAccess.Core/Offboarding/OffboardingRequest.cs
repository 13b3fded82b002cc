namespace CrossAccess;

/// <summary>A client to be off-boarded whole, and how its accounts are reached.</summary>
/// <param name="Client">The client's key, whatever its case.</param>
/// <param name="Credentials">For every account that has none of its own.</param>
internal sealed record OffboardingRequest(string Client, RemoteCredentials Credentials)
{
    /// <summary>For single accounts, by id.</summary>
    public IReadOnlyDictionary<string, RemoteCredentials> CredentialsOfAccounts { get; init; } = new Dictionary<string, RemoteCredentials>();

    /// <summary>Drop the record even of what could not be reached.</summary>
    public bool Forget { get; init; }

    public RemoteCredentials CredentialsOf(string accountId) => CredentialsOfAccounts.GetValueOrDefault(accountId, Credentials);

    public bool ActsVia => CredentialsOfAccounts.Values.Prepend(Credentials).Any(credentials => credentials is RemoteCredentials.Via);
}
