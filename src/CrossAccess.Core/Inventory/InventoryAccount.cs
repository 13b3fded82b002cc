using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossAccess;

/// <summary>One of a client's accounts and the roles made in it, by tier.</summary>
internal sealed record InventoryAccount(string Id)
{
    public string? Name { get; init; }

    public ImmutableSortedDictionary<string, InventoryRole> Roles { get; init; } = ImmutableSortedDictionary.Create<string, InventoryRole>(StringComparer.OrdinalIgnoreCase);

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
