using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>Text that PowerShell takes as it is.</summary>
internal static class PowerShellText
{
    /// <summary>A text in single quotes. PowerShell takes five characters for one; each is doubled.</summary>
    public static string Literal(string text) => $"'{string.Concat(text.Select(character => IsSingleQuote(character) ? $"{character}{character}" : $"{character}"))}'";

    /// <summary>A JSON document as a here-string. Only a quote at the margin ends one, and JSON has none there.</summary>
    public static string Document(JsonNode document) => $"@'\n{AsciiJson.Of(document)}\n'@";

    private static bool IsSingleQuote(char character) => character is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B';
}
