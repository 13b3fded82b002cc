using System.Text.RegularExpressions;

namespace CrossAccess;

/// <summary>
/// How an admin says that permission sets are named: a template such as <c>{Client}-{Tier}</c>, in which <c>*</c> stands for any
/// text, or a regular expression with the named groups <c>client</c> and, if it likes, <c>tier</c>.
/// </summary>
internal sealed partial class NamePattern
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    private readonly Regex _expression;
    private readonly string _written;

    private NamePattern(Regex expression, string written) => (_expression, _written) = (expression, written);

    /// <exception cref="ClientAccessException">InvalidText, which says what to type.</exception>
    public static NamePattern Parse(string text)
    {
        string written = text.Trim();
        string expression = Placeholder().IsMatch(written) ? OfTemplate(written) : written;
        try
        {
            var regex = new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, LongestMatch);
            string[] groups = regex.GetGroupNames();
            if (groups.Contains("client", StringComparer.OrdinalIgnoreCase) || groups.Contains("tier", StringComparer.OrdinalIgnoreCase)) return new NamePattern(regex, written);
            throw Invalid(written, "it names neither client nor tier", null);
        }
        catch (ArgumentException e)
        {
            throw Invalid(written, $"it is no regular expression ({e.Message})", e);
        }
    }

    /// <summary>What the pattern says of a name; null where the name does not match.</summary>
    /// <exception cref="ClientAccessException">InvalidText, where matching takes too long.</exception>
    public GuessedName? Match(string name, TierVocabulary vocabulary)
    {
        try
        {
            Match match = _expression.Match(name);
            if (!match.Success) return null;
            string? tier = Group(match, "tier");
            return GuessedName.Of(Group(match, "client"), tier is null ? null : vocabulary.Find(tier) ?? NameWithoutSeparators(tier));
        }
        catch (RegexMatchTimeoutException e)
        {
            throw Invalid(_written, $"matching it with '{Printable.Of(name)}' takes longer than a second", e);
        }
    }

    private static string? Group(Match match, string name) =>
        match.Groups.Values.FirstOrDefault(group => group.Success && group.Length > 0 && group.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    private static string NameWithoutSeparators(string tier) => string.Concat(NameWords.Of(tier).Select(word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..]));

    private static string OfTemplate(string template)
    {
        string escaped = Regex.Escape(template).Replace(@"\*", ".*", StringComparison.Ordinal);
        // A client's name may hold what separates it from the tier; a tier's seldom does.
        return $@"\A{EscapedPlaceholder().Replace(escaped, match => match.Groups[1].Value.Equals("client", StringComparison.OrdinalIgnoreCase) ? "(?<client>.+)" : "(?<tier>.+?)")}\z";
    }

    private static ClientAccessException Invalid(string text, string why, Exception? cause) => new(
        ClientAccessError.InvalidText,
        $"'{Printable.Of(text)}' does not say how permission sets are named: {why}.",
        cause)
    {
        RecommendedAction = "Type a template, such as -NamePattern '{Client}-{Tier}', or a regular expression with the groups client and tier, such as '^(?<client>.+)_(?<tier>[a-z]+)$'",
    };

    [GeneratedRegex(@"\{(client|tier)\}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    // Regex.Escape escapes the opening brace alone.
    [GeneratedRegex(@"\\\{(client|tier)\}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EscapedPlaceholder();
}
