using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>
/// Guesses from a permission set's name whose it is and of which tier: by the convention (<c>AbcCorpReadOnly</c>) and by other
/// habits (<c>Abc-ReadOnly</c>, <c>abc_admin</c>, <c>ReadOnly-AbcCorp</c>, <c>MSP-Client-12-PowerUser</c>).
/// </summary>
internal sealed class NameGuess(TierVocabulary vocabulary, Inventory inventory)
{
    // One word in small letters is taken apart only by a phrase as long as this: 'metro' ends in 'ro' and is nobody's ReadOnly.
    private const int ShortestJoinedPhrase = 5;

    private static readonly HashSet<string> Trailing = new(["access", "role", "set", "permission", "permissions", "ps"], StringComparer.Ordinal);

    // Words that name nobody. They are left out at the ends of what is left, and alone they are no client.
    private static readonly HashSet<string> Nobody = new(
        [
            "msp", "aws", "sso", "iam", "client", "clients", "customer", "customers", "cust", "tenant", "tenants", "account", "accounts",
            "cross", "assume", "access", "role", "roles", "remote", "external", "to", "for", "of", "in", "the", "all", "any", "every", "everyone", "shared", "global",
        ],
        StringComparer.Ordinal);

    private readonly string _company = NameWords.Plain(inventory.Company ?? "");

    public GuessedName Of(string name) => ByConvention(name) ?? ByWords(name) ?? ByJoinedWord(name) ?? ClientIn(name, NameWords.Of(name), tier: null);

    // A client that is recorded may be called what it likes; any other by this name must not be one of the words that name nobody.
    private GuessedName? ByConvention(string name)
    {
        foreach (AccessTier tier in vocabulary.Known.OrderByDescending(tier => tier.Tier.Length))
        {
            if (!name.EndsWith(tier.Tier, StringComparison.Ordinal)) continue;
            string client = name[..^tier.Tier.Length];
            if (inventory.Clients.TryGetKey(client, out string recorded)) return new GuessedName(recorded, null, tier.Tier);
            if (ClientName.IsValid(client) && ClientIn(client, NameWords.Of(client), tier.Tier) is { Client: not null } guess && guess.Client.Equals(client, StringComparison.OrdinalIgnoreCase))
                return new GuessedName(client, null, tier.Tier);
        }
        return null;
    }

    // The longest phrase that names a tier, at the end or else at the beginning.
    private GuessedName? ByWords(string name)
    {
        IReadOnlyList<Match> words = NameWords.Of(name);
        int end = words.Count;
        while (end > 1 && Trailing.Contains(NameWords.Plain(words[end - 1].Value))) end--;
        for (int length = end; length > 0; length--)
        {
            if (Phrase(words, end - length, end) is { } last) return ClientIn(name, [.. words.Take(end - length)], last);
            if (Phrase(words, 0, length) is not { } first) continue;
            int rest = length;
            while (rest < words.Count && Trailing.Contains(NameWords.Plain(words[rest].Value))) rest++;
            return ClientIn(name, [.. words.Skip(rest)], first);
        }
        return null;
    }

    private GuessedName? ByJoinedWord(string name)
    {
        string lower = name.ToLowerInvariant();
        foreach (string phrase in vocabulary.Phrases.Where(phrase => phrase.Length >= ShortestJoinedPhrase).OrderByDescending(phrase => phrase.Length))
        {
            if (lower.EndsWith(phrase, StringComparison.Ordinal)) return ClientIn(name, NameWords.Of(name[..^phrase.Length]), vocabulary.Find(phrase));
            if (lower.StartsWith(phrase, StringComparison.Ordinal)) return ClientIn(name[phrase.Length..], NameWords.Of(name[phrase.Length..]), vocabulary.Find(phrase));
        }
        return null;
    }

    private string? Phrase(IReadOnlyList<Match> words, int start, int end) => vocabulary.Find(string.Concat(words.Skip(start).Take(end - start).Select(word => word.Value)));

    private GuessedName ClientIn(string name, IReadOnlyList<Match> words, string? tier)
    {
        int first = 0;
        int end = words.Count;
        int company = CompanyWords(words);
        if (company > 0 && end > company) first = company;
        while (first < end && IsNobody(words[first]) && HasName(words, first + 1, end)) first++;
        while (end > first && IsNobody(words[end - 1]) && HasName(words, first, end - 1)) end--;
        if (company == words.Count || !HasName(words, first, end))
        {
            // A client that is only numbered is called by the word before its number: Client-12.
            first = words.ToList().FindIndex(word => char.IsAsciiDigit(word.Value[0])) - 1;
            if (first < 0) return new GuessedName(null, null, tier);
            end = first + 2;
        }
        return GuessedName.Of(name[words[first].Index..(words[end - 1].Index + words[end - 1].Length)], tier);
    }

    private int CompanyWords(IReadOnlyList<Match> words)
    {
        string sofar = "";
        for (int count = 0; count < words.Count && sofar.Length < _company.Length; count++)
        {
            sofar += NameWords.Plain(words[count].Value);
            if (sofar == _company) return count + 1;
        }
        return 0;
    }

    private static bool HasName(IReadOnlyList<Match> words, int start, int end) =>
        words.Skip(start).Take(end - start).Any(word => !IsNobody(word) && !char.IsAsciiDigit(word.Value[0]));

    private static bool IsNobody(Match word) => Nobody.Contains(NameWords.Plain(word.Value));
}
