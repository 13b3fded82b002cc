using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossAccess;

/// <summary>A grant as it was given: by name, since SCIM may replace ids.</summary>
internal sealed record InventoryGrant(string Client, string Tier, PrincipalType Type, string Name)
{
    public string? Reason { get; init; }

    /// <summary>When the access ends by itself, UTC; null: it stands until it is revoked. The permission set's policy is what ends it.</summary>
    public DateTimeOffset? Expires { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    internal bool IsOf(string client, string tier) =>
        Client.Equals(client, StringComparison.OrdinalIgnoreCase) && Tier.Equals(tier, StringComparison.OrdinalIgnoreCase);

    internal bool IsFor(string client, string tier, PrincipalType type, string name) =>
        Type == type
        && IsOf(client, tier)
        && Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
