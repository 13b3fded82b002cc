namespace CrossAccess;

/// <summary>What somebody may have meant by a name that is not there.</summary>
internal static class NearMatches
{
    private const int Shown = 3;

    /// <summary>A sentence such as <c> Did you mean 'Engineers'?</c>, or nothing.</summary>
    public static string Sentence(string wanted, IEnumerable<string> candidates)
    {
        string[] near = [.. Of(wanted, candidates).Select(candidate => $"'{Printable.Of(candidate)}'")];
        return near.Length == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
    }

    /// <summary>The few that come near, the nearest first.</summary>
    public static IReadOnlyList<string> Of(string wanted, IEnumerable<string> candidates) =>
    [
        .. candidates
            .Distinct(StringComparer.Ordinal)
            .Select(candidate => (candidate, distance: Distance(wanted.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(pair => IsNear(wanted, pair.candidate, pair.distance))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Take(Shown)
            .Select(pair => pair.candidate),
    ];

    private static bool IsNear(string wanted, string candidate, int distance) =>
        distance <= Math.Max(1, wanted.Length / 3)
        || (wanted.Length >= 3 && candidate.Contains(wanted, StringComparison.OrdinalIgnoreCase))
        || (candidate.Length >= 3 && wanted.Contains(candidate, StringComparison.OrdinalIgnoreCase));

    // Levenshtein's distance, one row at a time.
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.Length];
    }
}
