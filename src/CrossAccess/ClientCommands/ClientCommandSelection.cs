using System.Management.Automation;

namespace CrossAccess.ClientCommands;

/// <summary>The accounts that are meant, and those that a wildcard left out because they have no role of the tier.</summary>
internal sealed record ClientCommandSelection(IReadOnlyList<ClientCommandTarget> Targets, IReadOnlyList<ClientCommandTarget> WithoutRole)
{
    /// <param name="client">A client's key or a wildcard.</param>
    /// <param name="accounts">Ids, names or wildcards; null: every account.</param>
    /// <exception cref="ClientAccessException">ClientNotFound, AccountNotFound, TierNotFound: something that was named outright is not there.</exception>
    public static ClientCommandSelection Of(Inventory inventory, string client, string tier, IReadOnlyList<string>? accounts)
    {
        string tierName = inventory.RequireTier(tier).Tier;
        if (!WildcardPattern.ContainsWildcardCharacters(client))
        {
            InventoryClient named = inventory.RequireClient(client);
            string key = inventory.KeyOf(client);
            foreach (string account in accounts ?? [])
            {
                if (!WildcardPattern.ContainsWildcardCharacters(account)) named.RequireAccount(key, account);
            }

            return new([.. Matching(key, named).Select(match => match.Target)], []);
        }

        WildcardPattern pattern = WildcardPattern.Get(client, WildcardOptions.IgnoreCase);
        var matches = inventory.Clients
            .Where(pair => pattern.IsMatch(pair.Key))
            .SelectMany(pair => Matching(pair.Key, pair.Value))
            .ToLookup(match => MayHaveRole(match.Account, tierName), match => match.Target);
        return new([.. matches[true]], [.. matches[false]]);

        IEnumerable<(InventoryAccount Account, ClientCommandTarget Target)> Matching(string key, InventoryClient entry) => entry.Accounts
            .Where(account => accounts is null || accounts.Any(account.IsMeantBy))
            .Select(account => (account, new ClientCommandTarget(key, account.Id, account.Name, tierName)));
    }

    // An account of which no role is recorded at all was not onboarded with this inventory: only AWS knows.
    private static bool MayHaveRole(InventoryAccount account, string tier) => account.Roles.IsEmpty || account.Roles.ContainsKey(tier);
}
