using System.Collections.Immutable;
using System.Text.Json;

namespace CrossAccess;

/// <summary>The tiers of an inventory: the built-in ones with what the admin changed, and the admin's own.</summary>
internal static class InventoryTiers
{
    public static IReadOnlyList<AccessTier> ListTiers(this Inventory inventory)
    {
        IReadOnlyList<AccessTier> builtIn = BuiltInTiers.In(inventory.Partition());
        IEnumerable<AccessTier> custom = inventory.Tiers
            .Where(pair => !builtIn.Any(tier => tier.Tier.Equals(pair.Key, StringComparison.OrdinalIgnoreCase)))
            .Select(pair => ToTier(pair.Key, pair.Value, builtIn: null));
        return
        [
            .. builtIn.Select(tier => inventory.Tiers.TryGetValue(tier.Tier, out InventoryTier? changed) ? ToTier(tier.Tier, changed, tier) : tier),
            .. custom,
        ];
    }

    public static AccessTier RequireTier(this Inventory inventory, string name)
    {
        string parsed = TierName.Parse(name);
        IReadOnlyList<AccessTier> tiers = inventory.ListTiers();
        return tiers.FirstOrDefault(tier => tier.Tier.Equals(parsed, StringComparison.OrdinalIgnoreCase))
            ?? throw new ClientAccessException(
                ClientAccessError.TierNotFound,
                $"There is no tier '{parsed}'. The tiers are {string.Join(", ", tiers.Select(tier => tier.Tier))}.{NearMatches.Sentence(parsed, tiers.Select(tier => tier.Tier))}")
            { RecommendedAction = $"To define it, type: Set-AccessTier {parsed} -ManagedPolicyArn <arn>" };
    }

    public static string Partition(this Inventory inventory) =>
        inventory.Region is null ? "aws" : CrossAccess.Partition.OfRegion(inventory.Region);

    public static Inventory WithTier(this Inventory inventory, AccessTier tier)
    {
        var entry = new InventoryTier
        {
            RoleNameSuffix = tier.RoleNameSuffix,
            ManagedPolicyArns = [.. tier.ManagedPolicyArn],
            PolicyDocument = tier.PolicyDocument is null ? null : JsonDocument.Parse(tier.PolicyDocument).RootElement,
            Unknown = inventory.Tiers.GetValueOrDefault(tier.Tier)?.Unknown,
        };
        Inventory changed = inventory with { Tiers = inventory.Tiers.SetItem(tier.Tier, entry) };
        foreach (string client in changed.Clients.Keys) changed.RefuseCollision(client, tier.Tier);
        changed.RefuseSharedRole(tier);
        return changed;
    }

    // One role under two tiers would give the holders of the lesser one what the greater one allows.
    private static void RefuseSharedRole(this Inventory inventory, AccessTier tier)
    {
        AccessTier? other = inventory.ListTiers().FirstOrDefault(candidate => candidate.RoleNameSuffix == tier.RoleNameSuffix && !candidate.Tier.Equals(tier.Tier, StringComparison.OrdinalIgnoreCase));
        if (other is null) return;
        throw new ClientAccessException(ClientAccessError.NameCollision, $"Tiers '{tier.Tier}' and '{other.Tier}' would share the role '…-{tier.RoleNameSuffix}' in every account. Give this one its own -RoleNameSuffix.");
    }

    private static AccessTier ToTier(string name, InventoryTier entry, AccessTier? builtIn) => new(name, entry.RoleNameSuffix ?? builtIn?.RoleNameSuffix ?? TierName.ToRoleNameSuffix(name))
    {
        ManagedPolicyArn = entry.ManagedPolicyArns,
        PolicyDocument = entry.PolicyDocument?.GetRawText(),
        IsBuiltIn = builtIn is not null,
    };
}
