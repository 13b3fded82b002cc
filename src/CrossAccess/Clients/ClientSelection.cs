using System.Management.Automation;

namespace CrossAccess.Commands;

/// <summary>Which clients and tiers a Get- cmdlet is asked for.</summary>
internal static class ClientSelection
{
    public static bool IsNamed(string[]? clients) => clients is not null && !clients.Any(WildcardPattern.ContainsWildcardCharacters);

    /// <summary>Every client that is named or matches, with every tier that is named, or all.</summary>
    public static IReadOnlyList<(string Client, string Tier)> Pairs(Inventory inventory, string[]? clients, string[]? tiers)
    {
        string[] wantedTiers = [.. tiers?.Select(tier => inventory.RequireTier(tier).Tier) ?? inventory.ListTiers().Select(tier => tier.Tier)];
        return [.. Clients(inventory, clients ?? ["*"]).SelectMany(client => wantedTiers.Select(tier => (client, tier)))];
    }

    private static IEnumerable<string> Clients(Inventory inventory, string[] wanted) => wanted
        .SelectMany(name => WildcardPattern.ContainsWildcardCharacters(name) ? Matching(inventory, name) : [inventory.KeyOf(name)])
        .Distinct(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Matching(Inventory inventory, string wildcard)
    {
        var pattern = WildcardPattern.Get(wildcard, WildcardOptions.IgnoreCase);
        return inventory.Clients.Keys.Where(pattern.IsMatch);
    }
}
