using System.Management.Automation;

namespace CrossAccess.Profiles;

/// <summary>The profiles that one record of a command is about.</summary>
/// <param name="Client">A client's key or a wildcard.</param>
/// <param name="Tiers">Null: every tier.</param>
/// <param name="Accounts">Ids, names or wildcards; null: every account.</param>
internal sealed record ClientProfileScope(string Client, IReadOnlyList<string>? Tiers, IReadOnlyList<string>? Accounts)
{
    /// <summary>Whether one client is named, so that there being nothing of it is an error.</summary>
    public bool IsNamed => !WildcardPattern.ContainsWildcardCharacters(Client);

    /// <param name="inventory">Knows the accounts by name.</param>
    public bool Includes(ProfileKey role, Inventory inventory) =>
        WildcardPattern.Get(Client, WildcardOptions.IgnoreCase).IsMatch(role.Client)
        && (Tiers is null || Tiers.Contains(role.Tier, StringComparer.OrdinalIgnoreCase))
        && (Accounts is null || Accounts.Any(AccountOf(role, inventory).IsMeantBy));

    public override string ToString() => string.Join(' ', [Client, .. Tiers ?? [], .. Accounts ?? []]);

    // What the inventory no longer records is known by its id alone.
    private static InventoryAccount AccountOf(ProfileKey role, Inventory inventory) =>
        inventory.Clients.GetValueOrDefault(role.Client)?.Accounts.Find(account => account.Id == role.AccountId) ?? new InventoryAccount(role.AccountId);
}
