using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>
/// YAML 1.1 and 1.2 alike: every text is quoted unless it can be read in one way alone, and what is not ASCII is escaped.
/// https://yaml.org/spec/1.2.2/#57-escaped-characters
/// </summary>
internal static partial class YamlText
{
    private static readonly HashSet<string> OtherThanText = new(StringComparer.OrdinalIgnoreCase) { "y", "n", "yes", "no", "true", "false", "on", "off", "null" };

    /// <param name="flowBelow">Collections nested deeper than so many are written on one line each, which is shorter.</param>
    public static string Of(JsonObject document, int flowBelow = int.MaxValue)
    {
        var yaml = new StringBuilder();
        AppendBlock(yaml, document, "", flowBelow);
        return yaml.ToString();
    }

    private static void AppendBlock(StringBuilder yaml, JsonNode collection, string indent, int depth)
    {
        if (collection is JsonArray list)
        {
            foreach (JsonNode? item in list)
            {
                yaml.Append(indent).Append('-');
                // An item that is a collection begins on the line of its dash.
                if (IsBlock(item, depth)) AppendAfterDash(yaml, item!, indent + "  ", depth - 1);
                else yaml.Append(' ').Append(Flow(item)).Append('\n');
            }
            return;
        }

        foreach ((string key, JsonNode? value) in collection.AsObject())
        {
            yaml.Append(indent).Append(Scalar(key)).Append(':');
            if (IsBlock(value, depth)) AppendBlock(yaml.Append('\n'), value!, indent + "  ", depth - 1);
            else yaml.Append(' ').Append(Flow(value)).Append('\n');
        }
    }

    private static void AppendAfterDash(StringBuilder yaml, JsonNode item, string indent, int depth)
    {
        var block = new StringBuilder();
        AppendBlock(block, item, indent, depth);
        yaml.Append(' ').Append(block.ToString(), indent.Length, block.Length - indent.Length);
    }

    private static bool IsBlock(JsonNode? node, int depth) => depth > 0 && node is JsonObject { Count: > 0 } or JsonArray { Count: > 0 };

    private static string Flow(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray list => $"[{string.Join(", ", list.Select(FlowItem))}]",
        JsonObject table => $"{{{string.Join(", ", table.Select(pair => $"{Quoted(pair.Key)}: {FlowItem(pair.Value)}"))}}}",
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number when WholeNumber().IsMatch(node.ToJsonString()) => node.ToJsonString(),
            // IAM reads a number and its text alike; YAML reads 1e5 in two ways.
            JsonValueKind.Number => Quoted(node.ToJsonString()),
            _ => Scalar(node.GetValue<string>()),
        },
    };

    // Between brackets a plain text could end at a comma.
    private static string FlowItem(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? Quoted(text) : Flow(node);

    private static string Scalar(string text) => Plain().IsMatch(text) && !OtherThanText.Contains(text) ? text : Quoted(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (character is '"' or '\\') quoted.Append('\\').Append(character);
            else if (character is >= ' ' and < '\x7F') quoted.Append(character);
            else if (char.IsSurrogatePair(text, i)) quoted.Append(CultureInfo.InvariantCulture, $"\\U{char.ConvertToUtf32(text, i++):X8}");
            else quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
        }
        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]*((-|_|::)[A-Za-z0-9]+)*\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A(0|-?[1-9][0-9]{0,14})\z")]
    private static partial Regex WholeNumber();
}
