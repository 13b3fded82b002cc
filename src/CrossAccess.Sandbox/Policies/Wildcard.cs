namespace CrossAccess.Sandbox.Policies;

/// <summary>
/// Patterns with * (any run of characters, / included) and ? (exactly one). Inside a prepared pattern the wildcards are two
/// private characters, so that a * which came out of a policy variable stays a plain character.
/// </summary>
internal static class Wildcard
{
    private const char AnyRun = '\uE000';
    private const char AnyOne = '\uE001';

    /// <summary>Prepares text whose * and ? are wildcards.</summary>
    public static string Prepare(string text) => text.Replace('*', AnyRun).Replace('?', AnyOne);

    public static bool Matches(string prepared, string text, bool ignoreCase = false)
    {
        int p = 0, t = 0, star = -1, retry = 0;
        while (t < text.Length)
        {
            if (p < prepared.Length && prepared[p] == AnyRun)
            {
                star = p++;
                retry = t;
            }
            else if (p < prepared.Length && (prepared[p] == AnyOne || Same(prepared[p], text[t], ignoreCase)))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++retry;
            }
            else
            {
                return false;
            }
        }
        while (p < prepared.Length && prepared[p] == AnyRun)
            p++;
        return p == prepared.Length;
    }

    private static bool Same(char a, char b, bool ignoreCase)
        => a == b || (ignoreCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
