using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>Reads statements that others wrote: each of their elements may be one text or a list of texts.</summary>
internal static class StatementReading
{
    private const string AssumeRole = "sts:AssumeRole";

    public static bool Allows(this JsonObject statement) => IsText(statement["Effect"], "Allow");

    /// <summary>Whether the statement's Action or NotAction takes in sts:AssumeRole.</summary>
    public static bool IsAboutAssumeRole(this JsonObject statement) => statement.ContainsKey("NotAction")
        ? !statement.Texts("NotAction").Any(TakesInAssumeRole)
        : statement.Texts("Action").Any(TakesInAssumeRole);

    /// <summary>An element's texts; none where it is absent or something else.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject statement, string element) => Texts(statement[element]);

    public static IReadOnlyList<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => [.. list.SelectMany(Texts)],
        JsonValue value when value.TryGetValue(out string? text) => [text],
        JsonValue value => [value.ToJsonString()],
        _ => [],
    };

    /// <summary>The condition's parts: operator, key, and the values it is compared with.</summary>
    public static IEnumerable<(string Operator, string Key, IReadOnlyList<string> Values)> Conditions(this JsonObject statement) =>
        (statement["Condition"] as JsonObject ?? [])
            .Where(pair => pair.Value is JsonObject)
            .SelectMany(pair => pair.Value!.AsObject().Select(key => (pair.Key, key.Key, Texts(key.Value))));

    private static bool TakesInAssumeRole(string action) => IamWildcard.Matches(action, AssumeRole, ignoreCase: true);

    private static bool IsText(JsonNode? node, string expected) => node is JsonValue value && value.TryGetValue(out string? text) && text == expected;
}
