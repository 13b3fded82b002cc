using System.Globalization;

namespace CrossAccess;

/// <summary>Text from outside, made fit to stand in one line of a message: nothing that breaks the line or turns what follows around, no endless length.</summary>
internal static class Printable
{
    private const int MaximumLength = 80;

    public static string Of(string text) => Cut(text, MaximumLength);

    public static string Cut(string text, int maximumLength)
    {
        string visible = string.Concat(text.Select(character => IsInvisible(character) ? '·' : character));
        return visible.Length <= maximumLength ? visible : string.Concat(visible.AsSpan(0, maximumLength), "…");
    }

    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
