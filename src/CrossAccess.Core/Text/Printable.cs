namespace CrossAccess;

/// <summary>Text from outside, made fit to stand in a message: no control characters, no endless length.</summary>
internal static class Printable
{
    private const int MaximumLength = 80;

    public static string Of(string text)
    {
        string visible = string.Concat(text.Select(character => char.IsControl(character) ? '·' : character));
        return visible.Length <= MaximumLength ? visible : string.Concat(visible.AsSpan(0, MaximumLength), "…");
    }
}
