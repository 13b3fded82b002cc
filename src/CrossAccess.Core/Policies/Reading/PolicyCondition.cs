using System.Globalization;

namespace CrossAccess;

/// <summary>One operator with one key and its values, such as <c>StringEquals sts:ExternalId</c>.</summary>
/// <remarks>
/// Exact for the operators on texts, ARNs, dates, booleans and Null; numbers, addresses, binary values and sets are left undecided.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
/// </remarks>
internal sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    private const string IfExistsSuffix = "IfExists";

    private bool IfExists => Operator.EndsWith(IfExistsSuffix, StringComparison.OrdinalIgnoreCase);

    private bool IsNegated => Comparison.Contains("Not", StringComparison.OrdinalIgnoreCase);

    private string Comparison => IfExists ? Operator[..^IfExistsSuffix.Length] : Operator;

    public bool IsOn(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a request fulfils it; null where that is not known.</summary>
    public bool? Holds(RequestKeys keys)
    {
        // A quantifier asks about sets of values, which an entry from Identity Center does not carry for certain.
        if (Operator.Contains(':', StringComparison.Ordinal) || Values.Count == 0 || !keys.TryGet(Key, out string? actual)) return null;
        if (Comparison.Equals("Null", StringComparison.OrdinalIgnoreCase)) return !IfExists && Values is [var only] && bool.TryParse(only, out bool absent) ? absent == actual is null : null;
        if (actual is null) return IsNegated || IfExists;

        bool? matches = Values.Select(value => Compare(value, actual, keys)).Aggregate((bool?)false, static (any, one) => any | one);
        return IsNegated ? !matches : matches;
    }

    /// <summary>The time from which, or until which, it holds: for conditions on aws:CurrentTime alone.</summary>
    public DateTimeOffset? Time => IsOn("aws:CurrentTime") && Values is [var only] ? DateOf(only) : null;

    /// <summary>True for one that begins to hold at <see cref="Time"/>.</summary>
    public bool Begins => Comparison.StartsWith("DateGreaterThan", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Key} {Operator} {string.Join(" or ", Values.Select(value => Printable.Cut(value, 200)))}";

    private bool? Compare(string expected, string actual, RequestKeys keys)
    {
        string comparison = Comparison.Replace("Not", "", StringComparison.OrdinalIgnoreCase).ToUpperInvariant();
        bool isPattern = comparison is "STRINGLIKE" or "ARNLIKE" or "ARNEQUALS";
        if (!keys.TryExpand(expected, isPattern, out string? value)) return null;
        return comparison switch
        {
            "STRINGEQUALS" => UncertainText.AreEqual(value, actual),
            "STRINGEQUALSIGNORECASE" => UncertainText.IsKnown(value + actual) ? value.Equals(actual, StringComparison.OrdinalIgnoreCase) : null,
            "STRINGLIKE" => UncertainText.Matches(value, actual),
            // "ArnEquals and ArnLike behave identically."
            "ARNLIKE" or "ARNEQUALS" => PolicyPattern.MatchesArn(value, actual),
            "BOOL" => bool.TryParse(value, out bool wanted) && bool.TryParse(actual, out bool given) ? wanted == given : null,
            _ when comparison.StartsWith("DATE", StringComparison.Ordinal) => CompareDates(comparison, value, actual),
            _ => null,
        };
    }

    private static bool? CompareDates(string comparison, string expected, string actual)
    {
        if (DateOf(expected) is not { } wanted || DateOf(actual) is not { } given) return null;
        int order = given.CompareTo(wanted);
        return comparison switch
        {
            "DATEEQUALS" => order == 0,
            "DATELESSTHAN" => order < 0,
            "DATELESSTHANEQUALS" => order <= 0,
            "DATEGREATERTHAN" => order > 0,
            "DATEGREATERTHANEQUALS" => order >= 0,
            _ => null,
        };
    }

    // "One of the W3C implementations of the ISO 8601 date formats or in epoch (UNIX) time."
    private static DateTimeOffset? DateOf(string text)
    {
        if (text.Length > 4 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 100_000_000_000) return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset date) && text.Length > 4 ? date : null;
    }
}
