using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>A name taken apart into its words: at dashes and the like, and where a capital letter begins the next.</summary>
internal static partial class NameWords
{
    public static IReadOnlyList<Match> Of(string name) => [.. Word().Matches(name).Cast<Match>()];

    /// <summary>What is left of a text when it is written as one word in small letters.</summary>
    public static string Plain(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    // ABCCorp is ABC Corp; S3 stays together.
    [GeneratedRegex("[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[A-Z][0-9]+|[0-9]+|[A-Z]")]
    private static partial Regex Word();
}
