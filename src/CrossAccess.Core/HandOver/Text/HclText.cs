using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>
/// HCL, in which <c>${</c> and <c>%{</c> begin an expression wherever they stand, in here-documents too.
/// https://developer.hashicorp.com/terraform/language/expressions/strings
/// </summary>
internal static partial class HclText
{
    /// <summary>A text in quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (character is '"' or '\\') quoted.Append('\\').Append(character);
            else if (character is >= ' ' and < '\x7F' && !(character is '$' or '%')) quoted.Append(character);
            else if (char.IsSurrogatePair(text, i)) quoted.Append(CultureInfo.InvariantCulture, $"\\U{char.ConvertToUtf32(text, i++):X8}");
            else quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>A JSON document as a here-document, whose first line follows what stands before it.</summary>
    /// <param name="indent">Of the line that it begins on.</param>
    public static string Document(JsonNode document, string indent)
    {
        string json = Escaped(AsciiJson.Of(document)).Replace("\n", $"\n{indent}  ", StringComparison.Ordinal);
        return $"<<-JSON\n{indent}  {json}\n{indent}JSON";
    }

    // The sign is doubled, as HCL asks; one that stands before such a pair goes as JSON's own escape, or three would be read anew.
    private static string Escaped(string json) => TemplateStart().Replace(json, match => Concat(match.Groups["before"].Length, match.Groups["sign"].Value[0]));

    private static string Concat(int before, char sign) => string.Concat(Enumerable.Repeat($"\\u{(int)sign:X4}", before)) + new string(sign, 2) + "{";

    [GeneratedRegex(@"(?<before>\$*)(?<sign>\$)\{|(?<before>%*)(?<sign>%)\{", RegexOptions.ExplicitCapture)]
    private static partial Regex TemplateStart();
}
