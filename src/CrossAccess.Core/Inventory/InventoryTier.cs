using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossAccess;

/// <summary>A tier that the admin defined, or a built-in one that the admin changed.</summary>
internal sealed record InventoryTier
{
    public string? RoleNameSuffix { get; init; }

    public ImmutableList<string> ManagedPolicyArns { get; init; } = [];

    /// <summary>The inline policy as JSON, not as text, so that a diff of the file reads well.</summary>
    public JsonElement? PolicyDocument { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
