using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CrossAccess;

/// <summary>What JSON allows and an inventory does not: it is edited by hand and merged by git.</summary>
internal static class InventoryForm
{
    /// <exception cref="JsonException">Says what is wrong.</exception>
    public static Inventory RequireForm(this Inventory inventory)
    {
        Require(inventory.Tiers is not null && inventory.Clients is not null && inventory.Grants is not null, "tiers, clients and grants may be left out, but not null");
        foreach ((string name, InventoryTier tier) in inventory.Tiers) Require(tier?.ManagedPolicyArns is not null, $"tier '{Printable.Of(name)}' is null or has null policies");
        foreach ((string name, InventoryClient client) in inventory.Clients) RequireForm(Printable.Of(name), client);
        Require(inventory.Clients.Keys.All(ClientName.IsValid), "a client's key is no client's name");
        Require(AreApart(inventory.Clients.Keys) && AreApart(inventory.Tiers.Keys), "two clients or tiers differ in case alone");
        foreach (InventoryGrant grant in inventory.Grants) Require(grant is { Client: not null, Tier: not null, Name: not null }, "a grant lacks its client, tier or name");
        return inventory;
    }

    private static void RequireForm(string name, InventoryClient? client)
    {
        Require(client is { Accounts: not null, PermissionSets: not null }, $"client '{name}' is null or has null accounts or permission sets");
        foreach (InventoryAccount? account in client.Accounts)
        {
            Require(account is { Roles: not null } && AccountId.IsValid(account.Id), $"an account of client '{name}' has no id of 12 digits, or null roles");
            Require(account.Roles.Values.All(role => RoleArn.TryParse(role?.Arn, out _)), $"a role of client '{name}' has no ARN of a role");
            Require(AreApart(account.Roles.Keys), $"two tiers of client '{name}' differ in case alone");
        }
        Require(AreApart(client.PermissionSetNames?.Keys ?? []) && (client.PermissionSetNames?.Values ?? []).All(NamingConvention.IsPermissionSetName), $"client '{name}' has a permission set's name that AWS would not accept, or two that differ in case alone");
        Require(AreApart(client.PermissionSets.Keys) && client.PermissionSets.Values.All(arn => arn is not null), $"client '{name}' has a null permission set, or two that differ in case alone");
    }

    private static bool AreApart(IEnumerable<string> names) => names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).All(same => same.Count() == 1);

    private static void Require([DoesNotReturnIf(false)] bool condition, string otherwise)
    {
        if (!condition) throw new JsonException(otherwise);
    }
}
