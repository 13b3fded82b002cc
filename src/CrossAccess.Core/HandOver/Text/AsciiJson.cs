using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>
/// JSON for people to read, in ASCII, so that it survives every editor, clipboard and code page. No line of it but the
/// brackets around it begins at the margin, and no text in it holds a line break: nothing in it can end a here-document.
/// </summary>
internal static class AsciiJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document on lines that end in a line feed, without one after the last.</summary>
    public static string Of(JsonNode node) => Escaped(node.ToJsonString(Indented).ReplaceLineEndings("\n"));

    // Outside of a text JSON is ASCII anyway.
    private static string Escaped(string json)
    {
        var ascii = new StringBuilder(json.Length);
        foreach (char character in json)
        {
            if (character < '\x7F') ascii.Append(character);
            else ascii.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
        }
        return ascii.ToString();
    }
}
