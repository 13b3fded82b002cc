namespace CrossAccess;

/// <summary>Which of a client's roles are meant where several tiers and accounts may be named, such as by a client from the pipeline.</summary>
/// <param name="WithoutRole">Pairs that come of combining tiers and accounts and that the inventory records no role for.</param>
internal sealed record ConsoleTargets(IReadOnlyList<RoleTarget> Targets, IReadOnlyList<RoleTarget> WithoutRole)
{
    /// <param name="accounts">Ids or names; null: the client's only one.</param>
    /// <exception cref="ClientAccessException">ClientNotFound, TierNotFound, AccountNotFound, AccountAmbiguous.</exception>
    public static ConsoleTargets Of(Inventory inventory, string client, IReadOnlyList<string> tiers, IReadOnlyList<string>? accounts)
    {
        InventoryClient entry = inventory.RequireClient(client);
        IReadOnlyList<string?> wanted = accounts ?? (IReadOnlyList<string?>)[null];
        RoleTarget[] named =
        [
            .. from account in wanted
               from tier in tiers
               select RoleTarget.Find(inventory, new RoleEntryRequest(client, tier) { Account = account }) ?? throw NotSetUp(),
        ];
        // What is named alone is taken at its word: another inventory may have made it.
        if (named.Length == 1) return new ConsoleTargets(named, []);

        ILookup<bool, RoleTarget> byRole = named.ToLookup(target => MayHaveRole(entry.RequireAccount(client, target.AccountId), target.Tier));
        return new ConsoleTargets([.. byRole[true]], [.. byRole[false]]);
    }

    // An account of which no role is recorded at all was not onboarded with this inventory.
    private static bool MayHaveRole(InventoryAccount account, string tier) => account.Roles.IsEmpty || account.Roles.ContainsKey(tier);

    private static ClientAccessException NotSetUp() => new(ClientAccessError.NotInitialized, "The inventory names no company, by which roles that it does not record are named.")
    {
        RecommendedAction = "With credentials of the Identity Center admin account, type: Initialize-CrossAccess <company>",
    };
}
