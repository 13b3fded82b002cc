using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossAccess;

/// <summary>
/// What the provider wrote down: company, home, tiers, clients, grants. AWS is the truth; this is the map.
/// Fields that this version does not know are kept.
/// </summary>
internal sealed record Inventory
{
    public const int CurrentVersion = 1;

    public static Inventory Empty { get; } = new();

    public int Version { get; init; } = CurrentVersion;

    public string? Company { get; init; }

    /// <summary>The primary Region of the Identity Center instance.</summary>
    public string? Region { get; init; }

    public string? InstanceArn { get; init; }

    public string? IdentityStoreId { get; init; }

    public string? AdminAccountId { get; init; }

    public string? HomeAccountId { get; init; }

    public string? AdminProfileName { get; init; }

    public string? HomeProfileName { get; init; }

    public string? StartUrl { get; init; }

    /// <summary>True where permission sets reference home's policy crossaccess-deny. Its name is fixed: a file must not name what every set carries.</summary>
    public bool? DenyPolicy { get; init; }

    public ImmutableSortedDictionary<string, InventoryTier> Tiers { get; init; } = ImmutableSortedDictionary.Create<string, InventoryTier>(StringComparer.OrdinalIgnoreCase);

    public ImmutableSortedDictionary<string, InventoryClient> Clients { get; init; } = ImmutableSortedDictionary.Create<string, InventoryClient>(StringComparer.OrdinalIgnoreCase);

    public ImmutableList<InventoryGrant> Grants { get; init; } = [];

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <summary>Names are found whatever their case; JSON knows nothing of that.</summary>
    internal Inventory IgnoringCase() => this with
    {
        Tiers = Tiers.WithComparers(StringComparer.OrdinalIgnoreCase),
        Clients = Clients.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.IgnoringCase(), StringComparer.OrdinalIgnoreCase),
    };
}
