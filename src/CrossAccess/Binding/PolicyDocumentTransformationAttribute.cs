using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossAccess.Binding;

/// <summary>A policy: JSON text, the lines of a JSON file, or a hashtable or object of the same shape. Gives JSON text.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PolicyDocumentTransformationAttribute : ValueTransformationAttribute
{
    // A policy may hold '<' or '&' as any other character; escaped, they would count sixfold against its size limit.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected override object? Transform(object value) => value switch
    {
        string text => Text(text),
        IDictionary or PSObject => Node(value)!.ToJsonString(Plain),
        IEnumerable lines when lines.Cast<object?>().All(line => Unwrap(line) is string) => Text(string.Join('\n', lines.Cast<object>())),
        _ => throw Invalid(),
    };

    private static string Text(string text) => text.TrimStart().StartsWith('{') ? text : throw Invalid();

    private static JsonNode? Node(object? value) => Unwrap(value) switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        IDictionary table => Object(Entries(table)),
        PSObject custom => Object(custom.Properties.Select(property => (property.Name, (object?)property.Value))),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Node)]),
        sbyte or byte or short or ushort or int or uint or long => JsonValue.Create(Convert.ToInt64(Unwrap(value), CultureInfo.InvariantCulture)),
        IFormattable other => JsonValue.Create(other.ToString(null, CultureInfo.InvariantCulture)),
        object other => JsonValue.Create(other.ToString()),
    };

    private static JsonObject Object(IEnumerable<(string Name, object? Value)> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, Node(member.Value))));

    // A plain hashtable has no order of its own; the same one must give the same text every time.
    private static IEnumerable<(string Name, object? Value)> Entries(IDictionary table)
    {
        IEnumerable<(string Name, object? Value)> entries = table.Cast<DictionaryEntry>().Select(entry => (entry.Key.ToString()!, entry.Value));
        return table is Hashtable ? entries.OrderBy(entry => entry.Name, StringComparer.Ordinal) : entries;
    }

    private static ClientAccessException Invalid() => new(
        ClientAccessError.InvalidPolicyDocument,
        "A policy document is JSON text or a hashtable. To read it from a file: -PolicyDocument (Get-Content ./policy.json -Raw).");
}
