using System.Globalization;
using System.Net;

namespace CrossAccess.Sandbox.Policies;

/// <summary>
/// A condition operator taken apart: ForAnyValue:StringNotLikeIfExists is a quantifier, a comparison, a negation and a suffix
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
/// </summary>
internal sealed record ConditionOperator(ConditionQuantifier Quantifier, ConditionComparison Comparison, bool IsNegated, bool IfExists)
{
    private static readonly Dictionary<string, (ConditionComparison Comparison, bool IsNegated)> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StringEquals"] = (ConditionComparison.StringEquals, false),
        ["StringNotEquals"] = (ConditionComparison.StringEquals, true),
        ["StringEqualsIgnoreCase"] = (ConditionComparison.StringEqualsIgnoreCase, false),
        ["StringNotEqualsIgnoreCase"] = (ConditionComparison.StringEqualsIgnoreCase, true),
        ["StringLike"] = (ConditionComparison.StringLike, false),
        ["StringNotLike"] = (ConditionComparison.StringLike, true),
        // ArnEquals and ArnLike behave identically, and so do their negations.
        ["ArnEquals"] = (ConditionComparison.ArnLike, false),
        ["ArnLike"] = (ConditionComparison.ArnLike, false),
        ["ArnNotEquals"] = (ConditionComparison.ArnLike, true),
        ["ArnNotLike"] = (ConditionComparison.ArnLike, true),
        ["NumericEquals"] = (ConditionComparison.NumericEquals, false),
        ["NumericNotEquals"] = (ConditionComparison.NumericEquals, true),
        ["NumericLessThan"] = (ConditionComparison.NumericLessThan, false),
        ["NumericLessThanEquals"] = (ConditionComparison.NumericLessThanEquals, false),
        ["NumericGreaterThan"] = (ConditionComparison.NumericGreaterThan, false),
        ["NumericGreaterThanEquals"] = (ConditionComparison.NumericGreaterThanEquals, false),
        ["DateEquals"] = (ConditionComparison.DateEquals, false),
        ["DateNotEquals"] = (ConditionComparison.DateEquals, true),
        ["DateLessThan"] = (ConditionComparison.DateLessThan, false),
        ["DateLessThanEquals"] = (ConditionComparison.DateLessThanEquals, false),
        ["DateGreaterThan"] = (ConditionComparison.DateGreaterThan, false),
        ["DateGreaterThanEquals"] = (ConditionComparison.DateGreaterThanEquals, false),
        ["Bool"] = (ConditionComparison.Bool, false),
        ["IpAddress"] = (ConditionComparison.IpAddress, false),
        ["NotIpAddress"] = (ConditionComparison.IpAddress, true),
        ["Null"] = (ConditionComparison.Null, false),
    };

    public static ConditionOperator? Parse(string name)
    {
        (ConditionQuantifier quantifier, string rest) = name.Split(':', 2) switch
        {
            [var prefix, var tail] when prefix.Equals("ForAllValues", StringComparison.OrdinalIgnoreCase) => (ConditionQuantifier.ForAllValues, tail),
            [var prefix, var tail] when prefix.Equals("ForAnyValue", StringComparison.OrdinalIgnoreCase) => (ConditionQuantifier.ForAnyValue, tail),
            _ => (ConditionQuantifier.None, name),
        };
        bool ifExists = rest.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase);
        if (ifExists)
            rest = rest[..^"IfExists".Length];
        bool known = Names.TryGetValue(rest, out (ConditionComparison Comparison, bool IsNegated) found);
        // Null is the one operator that IfExists cannot be added to.
        return known && !(ifExists && found.Comparison == ConditionComparison.Null)
            ? new ConditionOperator(quantifier, found.Comparison, found.IsNegated, ifExists)
            : null;
    }

    /// <summary>Compares without the negation. <paramref name="prepared"/> is the expected value with variables replaced.</summary>
    public bool Compare(string expected, string prepared, string actual) => Comparison switch
    {
        ConditionComparison.StringEquals => Plain(expected, prepared) == actual,
        ConditionComparison.StringEqualsIgnoreCase => Plain(expected, prepared).Equals(actual, StringComparison.OrdinalIgnoreCase),
        ConditionComparison.StringLike => Wildcard.Matches(prepared, actual),
        ConditionComparison.ArnLike => ArnMatches(prepared, actual),
        ConditionComparison.Bool => bool.TryParse(expected, out bool e) && bool.TryParse(actual, out bool a) && e == a,
        ConditionComparison.IpAddress => InRange(expected, actual),
        >= ConditionComparison.NumericEquals and <= ConditionComparison.NumericGreaterThanEquals
            => Number(expected) is { } e && Number(actual) is { } a && Ordered(Comparison - ConditionComparison.NumericEquals, a.CompareTo(e)),
        >= ConditionComparison.DateEquals and <= ConditionComparison.DateGreaterThanEquals
            => Date(expected) is { } e && Date(actual) is { } a && Ordered(Comparison - ConditionComparison.DateEquals, a.CompareTo(e)),
        _ => false,
    };

    // Preparing turns * and ? into wildcards, which the exact operators do not know: they are turned back.
    private static string Plain(string expected, string prepared)
        => expected.Contains("${", StringComparison.Ordinal) ? prepared.Replace('\uE000', '*').Replace('\uE001', '?') : expected;

    private static bool Ordered(int order, int sign) => order switch
    {
        0 => sign == 0,
        1 => sign < 0,
        2 => sign <= 0,
        3 => sign > 0,
        _ => sign >= 0,
    };

    // "Each of the six colon-delimited components of the ARN is checked separately and each can include multi-character match
    // wildcards (*) or single-character match wildcards (?)."
    private static bool ArnMatches(string prepared, string actual)
    {
        string[] pattern = prepared.Split(':', 6);
        string[] parts = actual.Split(':', 6);
        return pattern.Length == 6 && parts.Length == 6 && pattern.Zip(parts).All(static pair => Wildcard.Matches(pair.First, pair.Second));
    }

    private static decimal? Number(string text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static DateTimeOffset? Date(string text)
    {
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long seconds) && seconds > 9999)
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null;
    }

    private static bool InRange(string expected, string actual)
    {
        if (!IPAddress.TryParse(actual, out IPAddress? address))
            return false;
        return expected.Contains('/', StringComparison.Ordinal)
            ? IPNetwork.TryParse(expected, out IPNetwork range) && range.Contains(address)
            : IPAddress.TryParse(expected, out IPAddress? single) && single.Equals(address);
    }
}
