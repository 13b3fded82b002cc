using System.Text.Json;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>Reads the properties of a resource, which a template may write as text, as numbers or as objects.</summary>
internal static class PropertyReading
{
    public static string? Text(this JsonObject properties, string name) => properties[name]?.ToString();

    public static string Required(this JsonObject properties, string name)
        => properties.Text(name) ?? throw new ServiceError("ValidationError", $"Properties validation failed: #: required key [{name}] not found");

    public static JsonObject RequiredDocument(this JsonObject properties, string name)
        => properties[name] switch
        {
            JsonObject document => document,
            JsonValue text when text.GetValueKind() == JsonValueKind.String && Parse(text.ToString()) is { } document => document,
            _ => throw new ServiceError("ValidationError", $"Properties validation failed: #: required key [{name}] not found"),
        };

    public static IReadOnlyList<string> Texts(this JsonObject properties, string name)
        => properties[name] switch
        {
            JsonArray list => [.. list.Select(static item => item!.ToString())],
            JsonValue one => [one.ToString()],
            _ => [],
        };

    public static IReadOnlyList<JsonObject> Objects(this JsonObject properties, string name)
        => [.. (properties[name] as JsonArray ?? []).Select(item => item as JsonObject ?? throw new ServiceError("ValidationError", $"Properties validation failed: #/{name}: expected type: JSONObject"))];

    public static IReadOnlyDictionary<string, string> Tags(this JsonObject properties)
        => properties.Objects("Tags").ToDictionary(static tag => tag.Required("Key"), static tag => tag.Text("Value") ?? "");

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
