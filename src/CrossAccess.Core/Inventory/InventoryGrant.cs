using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossAccess;

/// <summary>A grant as it was given: by name, since SCIM may replace ids.</summary>
internal sealed record InventoryGrant(string Client, string Tier, PrincipalType Type, string Name)
{
    public string? Reason { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    internal bool IsFor(string client, string tier, PrincipalType type, string name) =>
        Type == type
        && Client.Equals(client, StringComparison.OrdinalIgnoreCase)
        && Tier.Equals(tier, StringComparison.OrdinalIgnoreCase)
        && Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
