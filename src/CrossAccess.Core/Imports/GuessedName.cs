namespace CrossAccess;

/// <summary>What the name of a permission set seems to say.</summary>
/// <param name="Client">The client's key, made of the part of the name that is left; null where none is.</param>
/// <param name="Original">That part as it is written; null where it says no more than the key.</param>
/// <param name="Tier">The tier, whether the inventory has it or not; null where the name says none.</param>
internal sealed record GuessedName(string? Client, string? Original, string? Tier)
{
    public static GuessedName Nothing { get; } = new(null, null, null);

    /// <summary>A client as a text names it: its key, and the text where that says more.</summary>
    public static GuessedName Of(string? clientText, string? tier)
    {
        string key = string.Concat(NameWords.Of(clientText ?? "").Select(word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..]));
        if (!ClientName.IsValid(key)) return new GuessedName(null, null, tier);
        return new GuessedName(key, key.Equals(clientText, StringComparison.OrdinalIgnoreCase) ? null : clientText, tier);
    }
}
