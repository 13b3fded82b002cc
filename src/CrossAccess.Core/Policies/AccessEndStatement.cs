using System.Globalization;
using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>
/// The statement that ends the access of one or several users at one time: an explicit deny of everything, which no allow
/// outweighs. AWS enforces it with nobody's doing. identitystore:UserId is in each session that Identity Center gives a user:
/// https://docs.aws.amazon.com/singlesignon/latest/userguide/using-predefined-attributes.html
/// </summary>
internal static class AccessEndStatement
{
    private const string SidPrefix = "CrossAccessEnd";
    private const string UserKey = "identitystore:UserId";
    private const string TimeKey = "aws:CurrentTime";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>One statement for each time, with all users whose access ends then.</summary>
    public static IEnumerable<JsonObject> Create(IEnumerable<AccessEnd> ends) =>
        ends.GroupBy(end => end.Time).OrderBy(together => together.Key).Select(together => Create(together.Key, [.. together.OrderBy(end => end.UserId, StringComparer.Ordinal)]));

    /// <summary>True for a statement under our Sid, whether or not it is still as we wrote it.</summary>
    public static bool IsOurs(JsonObject statement) =>
        statement["Sid"] is JsonValue sid && sid.TryGetValue(out string? text) && text.StartsWith(SidPrefix, StringComparison.Ordinal);

    /// <summary>The ends that a statement of ours holds; null when it was changed by hand or is another's.</summary>
    public static IReadOnlyList<AccessEnd>? Read(JsonObject statement)
    {
        if (!IsOurs(statement) || statement["Condition"]?["StringEquals"]?[UserKey] is not { } users) return null;
        if (TextOf(statement["Condition"]!["DateGreaterThan"]?[TimeKey]) is not { } text) return null;
        if (!DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)) return null;

        string?[] ids = users is JsonArray list ? [.. list.Select(TextOf).Order(StringComparer.Ordinal)] : [TextOf(users)];
        string sid = (string)statement["Sid"]!;
        int marks = SidOf(time, []).Length;
        if (sid.Length != marks + (ids.Length * AccessEnd.MarkLength) || ids.Contains(null)) return null;
        AccessEnd[] ends = [.. ids.Select((id, at) => new AccessEnd(id!, sid.Substring(marks + (at * AccessEnd.MarkLength), AccessEnd.MarkLength), time))];
        // Whatever else somebody added to it must not get lost when it is written again.
        return Alone(statement).Equals(Alone(Create(time, ends))) ? ends : null;
    }

    private static JsonObject Create(DateTimeOffset time, IReadOnlyList<AccessEnd> ends) => new()
    {
        ["Sid"] = SidOf(time, ends),
        ["Effect"] = "Deny",
        ["Action"] = "*",
        ["Resource"] = "*",
        ["Condition"] = new JsonObject
        {
            ["StringEquals"] = new JsonObject { [UserKey] = ends.Count == 1 ? ends[0].UserId : new JsonArray([.. ends.Select(end => (JsonNode)end.UserId)]) },
            ["DateGreaterThan"] = new JsonObject { [TimeKey] = time.ToString(TimeFormat, CultureInfo.InvariantCulture) },
        },
    };

    // Letters and digits alone, and each once in a policy: a name alone may come back with another id and another end.
    private static string SidOf(DateTimeOffset time, IEnumerable<AccessEnd> ends) =>
        $"{SidPrefix}{time.ToUnixTimeSeconds():x8}{string.Concat(ends.Select(end => end.NameMark))}";

    private static PolicyDocument Alone(JsonObject statement) => new(new JsonObject { ["Statement"] = new JsonArray(statement.DeepClone()) });

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
