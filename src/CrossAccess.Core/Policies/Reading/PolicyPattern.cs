namespace CrossAccess;

/// <summary>
/// Patterns of policies: <c>*</c> is any run of characters, <c>?</c> exactly one. In a prepared pattern both are private
/// characters, so that an asterisk that came out of a policy variable stays one.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
/// </summary>
internal static class PolicyPattern
{
    private const char Many = '\uE110';
    private const char One = '\uE111';

    /// <summary>Whether a text as a policy writes it has wildcards, or a variable, which may stand for anything.</summary>
    public static bool HasWildcard(string text) => text.AsSpan().ContainsAny('*', '?', '$');

    /// <summary>Whether a pattern as a policy writes it, without variables, takes in a text of which nothing is uncertain.</summary>
    public static bool IsMatch(string pattern, string text, bool ignoreCase = false) => ignoreCase
        ? Matches(Prepare(pattern.ToUpperInvariant()), text.ToUpperInvariant(), static (wanted, given) => wanted == given)
        : Matches(Prepare(pattern), text, static (wanted, given) => wanted == given);

    public static string Prepare(string text) => text.Replace('*', Many).Replace('?', One);

    /// <param name="pattern">As <see cref="Prepare"/> gave it.</param>
    /// <param name="same">Whether a character of the pattern, no wildcard, is one of the text.</param>
    public static bool Matches(string pattern, string text, Func<char, char, bool> same)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == Many)
            {
                (star, resume) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == One ? text[t] != UncertainText.AnyText : same(pattern[p], text[t])))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }
        return pattern.AsSpan(p).TrimStart(Many).IsEmpty;
    }

    /// <summary>
    /// An ARN's six parts, each by its own pattern.
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
    /// </summary>
    public static bool? MatchesArn(string pattern, string arn)
    {
        string[] wanted = pattern.Split(':', 6);
        string[] given = arn.Split(':', 6);
        if (wanted.Length != 6 || given.Length != 6) return false;
        return wanted.Zip(given, UncertainText.Matches).Aggregate((bool?)true, static (all, part) => all & part);
    }
}
