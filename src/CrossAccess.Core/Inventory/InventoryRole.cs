using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossAccess;

/// <summary>A remote role: its ARN, and the external id that its trust asks for.</summary>
internal sealed record InventoryRole(string Arn)
{
    public string? ExternalId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
