namespace CrossAccess;

/// <summary>Reads the clients of the inventory as users see them.</summary>
internal static class ClientList
{
    public static IEnumerable<CrossAccessClient> Of(Inventory inventory) => inventory.Clients.Select(pair => new CrossAccessClient(
        pair.Key,
        pair.Value.DisplayName,
        [.. pair.Value.Accounts.Select(account => new ClientAccount(account.Id, account.Name))],
        [.. TiersOf(inventory, pair.Value)]));

    private static IEnumerable<string> TiersOf(Inventory inventory, InventoryClient client) => inventory.ListTiers()
        .Select(tier => tier.Tier)
        .Where(tier => client.PermissionSets.ContainsKey(tier) || client.Accounts.Exists(account => account.Roles.ContainsKey(tier)));
}
