using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>Reads the roles of those clients' accounts that an import has credentials of.</summary>
internal sealed class ClientAccounts(Provider provider, RemoteAccounts remote)
{
    private const int AccountsAtOnce = 8;

    /// <summary>A request whose credentials are an account's own is about that account, even where it does not say so.</summary>
    /// <exception cref="ClientAccessException">AccountMismatch, where they are home's.</exception>
    public async Task<ImportRequest> WithAccountAsync(ImportRequest request, CancellationToken cancellation)
    {
        if (request.AccountId is not null || request.RoleArn is not null) return request;
        switch (request.Credentials)
        {
            case RemoteCredentials.Direct direct:
                IAwsSession session = await provider.Connector.ConnectAsync(direct.Source, provider.Configuration.Region, cancellation).ConfigureAwait(false);
                string account = (await session.GetCallerAsync(cancellation).ConfigureAwait(false)).AccountId;
                return account == provider.Configuration.HomeAccountId ? throw IsHome(session) : request with { AccountId = account };
            case RemoteCredentials.ThroughRole through when RoleArn.TryParse(through.ArnOrName, out RoleArn? role):
                return request with { AccountId = role.AccountId };
            default:
                return request;
        }
    }

    /// <param name="reaches">The accounts to read, each with the request that has credentials of it.</param>
    /// <param name="ownerOf">Whose account it is thought to be.</param>
    public async Task<IReadOnlyDictionary<string, AccountReading>> ReadAsync(
        IReadOnlyDictionary<string, ImportRequest> reaches, Func<string, string?> ownerOf, IActivity activity, CancellationToken cancellation)
    {
        var read = new ConcurrentDictionary<string, AccountReading>(StringComparer.Ordinal);
        int done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AccountsAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(reaches, options, async (reach, token) =>
        {
            activity.Progress("Reading clients' accounts", $"{done} of {reaches.Count}", done * 100 / reaches.Count);
            read[reach.Key] = await ReadAsync(reach.Key, reach.Value, ownerOf(reach.Key) ?? reach.Value.Client ?? "the client", token).ConfigureAwait(false);
            Interlocked.Increment(ref done);
        }).ConfigureAwait(false);
        return read;
    }

    public async Task TagRoleAsync(string client, RoleArn role, RemoteCredentials credentials, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation)
    {
        IAwsSession session = await remote.ConnectAsync(client, role.AccountId, credentials, cancellation).ConfigureAwait(false);
        await session.Roles.TagAsync(role.Name, tags, cancellation).ConfigureAwait(false);
    }

    private async Task<AccountReading> ReadAsync(string accountId, ImportRequest request, string client, CancellationToken cancellation)
    {
        try
        {
            IAwsSession session = await remote.ConnectAsync(client, accountId, request.Credentials!, cancellation).ConfigureAwait(false);
            return new AccountReading(request, await session.Roles.ReadAllAsync(cancellation).ConfigureAwait(false), null);
        }
        catch (ClientAccessException e)
        {
            return new AccountReading(request, null, e);
        }
    }

    private static ClientAccessException IsHome(IAwsSession session) => new(
        ClientAccessError.AccountMismatch, $"{session.Source} belongs to your home account; a client's roles lie in the client's.")
    {
        RecommendedAction = "Name credentials of a client's account: -ProfileName <profile>, or leave them out: what home tells needs none.",
    };
}
