using System.Text.Json.Nodes;

namespace CrossAccess.Core.Tests;

/// <summary>Texts and documents out of all that means something to YAML, JSON, HCL, HTML or a shell.</summary>
internal static class HostileTexts
{
    private static readonly string[] Pieces =
    [
        "'", "\"", "\\", "`", "$", "${", "$${", "%{", "%%{", "{{resolve:", "}}", "}", "$(id)", "!", "#", " #", ": ", ":", "- ", "? ", "&a", "*a", "|", ">", "@", "%", "~",
        "\n", "\r", "\t", "\u0000", "\u0007", "\u007f", "\u0085", "\u00a0", "\u2018", "\u2019", "\u201a", "\u201b", "\u2028", "\u2029", "\u202e", "\ufeff", "é", "中", "😀",
        "yes", "no", "null", "true", "0123", "1e5", "2012-10-17", "12:30", "JSON", "TEMPLATE", "CROSSACCESS", "'@", "@'", "<b>", "</pre>", "<!--", "&amp;", "a", "B", "-", "_", "::", " ", ",", "[", "]",
    ];

    /// <summary>Each piece alone, and many of them joined.</summary>
    public static IReadOnlyList<string> Many(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Pieces, .. Enumerable.Range(0, count).Select(_ => One(random))];
    }

    public static string One(Random random) => string.Concat(Enumerable.Range(0, random.Next(0, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    /// <summary>A JSON document of some depth with such keys and texts.</summary>
    public static JsonObject Document(Random random, int depth = 3)
    {
        var table = new JsonObject();
        for (int i = random.Next(1, 4); i > 0; i--) table[One(random)] = Node(random, depth);
        return table;
    }

    private static JsonNode? Node(Random random, int depth) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.Next(-5, 100_000)),
        < 6 => JsonValue.Create(One(random)),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Node(random, depth - 1))]),
        _ => Document(random, depth - 1),
    };
}
