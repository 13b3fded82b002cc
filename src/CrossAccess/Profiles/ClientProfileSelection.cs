using System.Management.Automation;

namespace CrossAccess.Profiles;

/// <summary>The roles that a command's records name, each once.</summary>
internal sealed class ClientProfileSelection(Inventory inventory)
{
    private readonly List<ClientProfileScope> _scopes = [];
    private readonly Dictionary<ProfileKey, ProfileTarget> _targets = [];

    public bool IsEmpty => _scopes.Count == 0;

    public IReadOnlyList<ProfileTarget> Targets => [.. _targets.Values];

    public bool Includes(ProfileKey role) => _scopes.Exists(scope => scope.Includes(role, inventory));

    /// <param name="region">The Region to work in; null: as it is.</param>
    /// <returns>What is named outright and has no role. Profiles of that stay as they are.</returns>
    /// <exception cref="ClientAccessException">ClientNotFound, AccountNotFound, TierNotFound: it is not there at all. Nothing was added.</exception>
    public IReadOnlyList<ClientAccessException> Add(ClientProfileScope scope, string? region)
    {
        string[]? named = scope.Tiers is null ? null : [.. scope.Tiers.Select(tier => inventory.RequireTier(tier).Tier)];
        ProfileTarget[] found = [.. ClientsOf(scope).SelectMany(client => TargetsOf(client.Key, client.Client, scope.Accounts, named, region))];
        // A later record about the same role is the one that counts.
        foreach (ProfileTarget target in found) _targets[target.Key] = target;

        string[] missing = scope.IsNamed ? [.. named?.Except(found.Select(target => target.Role.Tier)) ?? []] : [];
        bool hasNothing = scope.IsNamed && named is null && found.Length == 0;
        if (!hasNothing) _scopes.Add(scope with { Tiers = named?.Except(missing).ToArray() });
        return hasNothing ? [NoRole(scope, null)] : [.. missing.Select(tier => NoRole(scope, tier))];
    }

    private IEnumerable<ProfileTarget> TargetsOf(string key, InventoryClient client, IReadOnlyList<string>? accounts, string[]? named, string? region) =>
        from account in client.Accounts
        where accounts is null || accounts.Any(account.IsMeantBy)
        from tier in named ?? inventory.ListTiers().Select(tier => tier.Tier)
        where HasRole(client, account, tier, isNamed: named is not null)
        select new ProfileTarget(RoleTarget.Find(inventory, new RoleEntryRequest(key, tier) { Account = account.Id })!, region);

    private IEnumerable<(string Key, InventoryClient Client)> ClientsOf(ClientProfileScope scope)
    {
        if (!scope.IsNamed)
        {
            WildcardPattern pattern = WildcardPattern.Get(scope.Client, WildcardOptions.IgnoreCase);
            return inventory.Clients.Where(pair => pattern.IsMatch(pair.Key)).Select(pair => (pair.Key, pair.Value));
        }

        InventoryClient client = inventory.RequireClient(scope.Client);
        string key = inventory.KeyOf(scope.Client);
        foreach (string account in scope.Accounts?.Where(account => !WildcardPattern.ContainsWildcardCharacters(account)) ?? [])
            client.RequireAccount(key, account);
        return [(key, client)];
    }

    // An account of which nothing is recorded has its roles named by the convention, as where they are entered.
    private static bool HasRole(InventoryClient client, InventoryAccount account, string tier, bool isNamed) =>
        account.Roles.ContainsKey(tier) || (account.Roles.IsEmpty && (isNamed || client.PermissionSets.ContainsKey(tier)));

    private static ClientAccessException NoRole(ClientProfileScope scope, string? tier)
    {
        string client = Printable.Of(scope.Client);
        string role = tier is null ? "role" : $"{tier} role";
        string where = scope.Accounts is null ? "" : $" in {Printable.Of(string.Join(", ", scope.Accounts))}";
        return new ClientAccessException(ClientAccessError.RoleNotFound, $"The inventory records no {role} of client {client}{where}, so there is nothing that a profile could enter.")
        {
            RecommendedAction = $"Make it: New-RemoteAccessRole {client} <account id> -Tier {tier ?? "ReadOnly"}. To take profiles away: Remove-ClientProfile {client}",
        };
    }
}
