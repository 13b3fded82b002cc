namespace CrossAccess;

/// <summary>
/// Texts of which some characters are not known, such as the suffix that Identity Center gives a role. Each unknown character
/// is a private one that no AWS name may hold. What is asked of such a text is true, false, or null: it depends.
/// </summary>
internal static class UncertainText
{
    /// <summary>One of 0-9a-f: the suffix of a reserved role.</summary>
    public const char HexDigit = '\uE100';

    /// <summary>One of A-Z0-9: the unique id of a role.</summary>
    public const char IdCharacter = '\uE101';

    /// <summary>Any text at all.</summary>
    public const char AnyText = '\uE102';

    public static bool IsKnown(string text) => !text.Any(character => character is HexDigit or IdCharacter or AnyText);

    public static bool? AreEqual(string expected, string actual) => Compare(expected, actual, static (pattern, text, same) =>
        pattern.Length == text.Length && pattern.Zip(text).All(pair => same(pair.First, pair.Second)));

    /// <param name="pattern">With the wildcards of <see cref="PolicyPattern"/>.</param>
    public static bool? Matches(string pattern, string text) => Compare(pattern, text, PolicyPattern.Matches);

    private static bool? Compare(string expected, string actual, Func<string, string, Func<char, char, bool>, bool> compare)
    {
        if (compare(expected, actual, static (wanted, given) => wanted == given)) return true;
        if (expected.Contains(AnyText) || actual.Contains(AnyText)) return null;
        return compare(expected, actual, MayBeSame) ? null : false;
    }

    private static bool MayBeSame(char wanted, char given) =>
        wanted == given || MayBe(given, wanted) || MayBe(wanted, given);

    private static bool MayBe(char unknown, char known) => unknown switch
    {
        HexDigit => char.IsAsciiHexDigitLower(known),
        IdCharacter => char.IsAsciiDigit(known) || char.IsAsciiLetterUpper(known),
        _ => false,
    };
}
