using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>Text that PowerShell takes as it is.</summary>
internal static partial class PowerShellText
{
    /// <summary>A text in single quotes. PowerShell takes five characters for one; each is doubled.</summary>
    public static string Literal(string text) => $"'{string.Concat(text.Select(character => IsSingleQuote(character) ? $"{character}{character}" : $"{character}"))}'";

    /// <summary>A value in a command that a message asks people to paste: a name from outside must not become a command. Bare where it may be.</summary>
    public static string Argument(string value) => Bare().IsMatch(value) ? value : Literal(Printable.Cut(value, value.Length));

    public static string Arguments(IEnumerable<string> values) => string.Join(", ", values.Select(Argument));

    /// <summary>A JSON document as a here-string. Only a quote at the margin ends one, and JSON has none there.</summary>
    public static string Document(JsonNode document) => $"@'\n{AsciiJson.Of(document)}\n'@";

    private static bool IsSingleQuote(char character) => character is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B';

    [GeneratedRegex(@"\A[A-Za-z0-9_/][A-Za-z0-9_.:/+=@-]*\z")]
    private static partial Regex Bare();
}
