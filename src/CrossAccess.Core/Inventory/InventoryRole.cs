using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossAccess;

/// <summary>A remote role: its ARN, and the external id that its trust asks for.</summary>
internal sealed record InventoryRole(string Arn)
{
    public string? ExternalId { get; init; }

    /// <summary>When an off-boarding that acted through the role began to shut it, UTC: it may let nobody in any more, us included.</summary>
    public DateTimeOffset? Shut { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
