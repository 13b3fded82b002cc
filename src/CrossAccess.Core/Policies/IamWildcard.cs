using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>
/// A pattern of an IAM policy: <c>*</c> stands for any text and <c>?</c> for one character.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
/// </summary>
internal static class IamWildcard
{
    public static bool HasWildcard(string pattern) => pattern.AsSpan().ContainsAny('*', '?', '$');

    public static bool Matches(string pattern, string text, bool ignoreCase = false)
    {
        string expression = Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal);
        // The pattern comes from outside: no backtracking, so that none can take for ever.
        return Regex.IsMatch(text, $@"\A{expression}\z", RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None));
    }
}
