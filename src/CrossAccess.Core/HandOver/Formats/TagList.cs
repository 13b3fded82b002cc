using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>A role's tags as IAM and CloudFormation take them.</summary>
internal static class TagList
{
    public static JsonArray Of(RemoteAccessRoleBlueprint role) =>
        [.. role.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => (JsonNode)new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })];
}
