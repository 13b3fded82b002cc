namespace CrossAccess;

/// <summary>The beginnings of sentences.</summary>
internal static class Sentence
{
    /// <summary>A text that a sentence begins with.</summary>
    public static string Beginning(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
