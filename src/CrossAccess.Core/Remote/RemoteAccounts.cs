using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>Sessions in remote accounts, each opened once per command and checked to be in the account that was named.</summary>
internal sealed class RemoteAccounts(Provider provider)
{
    private readonly ConcurrentDictionary<(string AccountId, RemoteCredentials Credentials), SharedTask<IAwsSession>> _sessions = new();

    /// <exception cref="ClientAccessException">AccountMismatch when the credentials belong to another account; nothing has been changed then.</exception>
    public Task<IAwsSession> ConnectAsync(string client, string accountId, RemoteCredentials credentials, CancellationToken cancellation) =>
        _sessions.GetOrAdd((accountId, credentials), static _ => new SharedTask<IAwsSession>())
            .GetAsync(token => ConnectAndCheckAsync(client, accountId, credentials, token), cancellation);

    private async Task<IAwsSession> ConnectAndCheckAsync(string client, string accountId, RemoteCredentials credentials, CancellationToken cancellation)
    {
        IAwsSession session = await OpenAsync(client, accountId, credentials, cancellation).ConfigureAwait(false);
        CallerIdentity caller = await session.GetCallerAsync(cancellation).ConfigureAwait(false);
        if (caller.AccountId == accountId) return session;

        string ours = caller.AccountId == provider.Configuration.HomeAccountId ? ", your home account" : "";
        throw new ClientAccessException(
            ClientAccessError.AccountMismatch,
            $"{Sentence.Beginning(session.Source)} belongs to account {caller.AccountId}{ours}, not to {client}'s account {accountId}. Nothing was done there.")
        {
            RecommendedAction = $"Name credentials of account {accountId}: -ProfileName <profile>, -Credential <keys>, or -ThroughRole <a role in it that you may assume>",
        };
    }

    private async Task<IAwsSession> OpenAsync(string client, string accountId, RemoteCredentials credentials, CancellationToken cancellation)
    {
        switch (credentials)
        {
            case RemoteCredentials.Direct direct:
                return await provider.Connector.ConnectAsync(direct.Source, provider.Configuration.Region, cancellation).ConfigureAwait(false);
            case RemoteCredentials.ThroughRole through:
                IAwsSession ambient = await provider.Connector.ConnectAsync(provider.Ambient, provider.Configuration.Region, cancellation).ConfigureAwait(false);
                return await AssumeAsync(ambient, RoleIn(accountId, through.ArnOrName), externalId: null, cancellation).ConfigureAwait(false);
            case RemoteCredentials.Via via:
                Inventory inventory = provider.InventoryFile.Read();
                AccessTier tier = inventory.RequireTier(via.Tier);
                string roleArn = inventory.RoleArnOf(provider.Configuration.Company, client, accountId, tier).ToString();
                IAwsSession home = await provider.ConnectHomeAsync(cancellation).ConfigureAwait(false);
                return await AssumeAsync(home, roleArn, inventory.FindRole(client, accountId, tier.Tier)?.ExternalId, cancellation).ConfigureAwait(false);
            default:
                throw new NotSupportedException($"Credentials of kind {credentials.GetType().Name}.");
        }
    }

    private async Task<IAwsSession> AssumeAsync(IAwsSession from, string roleArn, string? externalId, CancellationToken cancellation)
    {
        CallerIdentity caller = await from.GetCallerAsync(cancellation).ConfigureAwait(false);
        AwsCredentials assumed = await from.SecurityTokens
            .AssumeRoleAsync(new RoleAssumption(roleArn, RoleSessionName.Of(caller)) { ExternalId = externalId }, cancellation).ConfigureAwait(false);
        return await provider.Connector.ConnectAsync(new CredentialSource.Keys(assumed), provider.Configuration.Region, cancellation).ConfigureAwait(false);
    }

    private string RoleIn(string accountId, string arnOrName)
    {
        if (!arnOrName.StartsWith("arn:", StringComparison.Ordinal)) return RoleArn.Parse($"arn:{provider.Configuration.Partition}:iam::{accountId}:role/{arnOrName.TrimStart('/')}").ToString();
        RoleArn arn = RoleArn.Parse(arnOrName);
        if (arn.AccountId == accountId) return arn.ToString();
        throw new ClientAccessException(ClientAccessError.AccountMismatch, $"The role {arn} lies in account {arn.AccountId}, not in {accountId}. Nothing was done there.")
        {
            RecommendedAction = "Name the role without its ARN, so that it is looked for in each row's own account.",
        };
    }
}
