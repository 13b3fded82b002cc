using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>Text that a shell of the POSIX family takes as it is.</summary>
internal static class BashText
{
    /// <summary>A text in single quotes, in which nothing means anything but a single quote.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>The lines that write a JSON document to a file.</summary>
    /// <param name="path">As bash is to read it, in quotes.</param>
    public static string WriteDocument(string path, JsonNode document) => $"cat >{path} <<'JSON'\n{AsciiJson.Of(document)}\nJSON\n";
}
