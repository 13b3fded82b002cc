namespace CrossAccess.Commands;

/// <summary>The rows of a pipeline, by client: a row without an account is about all of the client's that have none of their own.</summary>
internal sealed class ClientRows
{
    private readonly List<(string Client, string? AccountId, RemoteCredentials? Credentials)> _rows = [];

    private readonly HashSet<string> _refused = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string client, string? accountId, RemoteCredentials? credentials) => _rows.Add((client, accountId, credentials));

    /// <summary>Leaves a client out, one of whose rows is in error.</summary>
    public void Refuse(string client) => _refused.Add(client);

    /// <param name="otherwise">For accounts for which no row names credentials.</param>
    public IEnumerable<OffboardingRequest> ToRequests(RemoteCredentials otherwise) => _rows
        .Where(row => !_refused.Contains(row.Client))
        .GroupBy(row => row.Client, StringComparer.OrdinalIgnoreCase)
        .Select(client => new OffboardingRequest(client.Key, client.LastOrDefault(row => row.AccountId is null && row.Credentials is not null).Credentials ?? otherwise)
        {
            CredentialsOfAccounts = client
                .Where(row => row.AccountId is not null)
                .GroupBy(row => row.AccountId!, StringComparer.Ordinal)
                .ToDictionary(account => account.Key, account => account.Last().Credentials ?? otherwise, StringComparer.Ordinal),
        });
}
