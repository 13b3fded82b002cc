namespace CrossAccess;

/// <summary>Says in words why a role's trust does not mean a caller, and what its open conditions ask for.</summary>
internal static class TrustText
{
    private const string PrincipalArnKey = "aws:PrincipalArn";
    private const int LongestArn = 200;

    public static string WhyNot(TrustReading reading, AccessChain chain)
    {
        if (reading.Allowing.Count == 0) return "The role's trust lets nobody assume it.";

        string[] principals = [.. reading.Allowing.SelectMany(statement => statement.Principals).Distinct()];
        if (principals.Length == 0) return "The role trusts services and identity providers alone, no account.";
        if (reading.Allowing.All(statement => statement.Names(chain.Caller) == false)) return WhyNoPrincipal(principals, chain);

        string[] patterns = [.. reading.Allowing.SelectMany(statement => statement.Conditions).Where(condition => condition.IsOn(PrincipalArnKey)).SelectMany(condition => condition.Values).Distinct()];
        return patterns.Length > 0
            ? $"The role trusts {Listed(patterns)} of the home account. The role of {chain.SetName} is {Shown(chain.Caller.PrincipalArn)}."
            : $"The role does not mean {chain.SetName}: {string.Join(" and ", reading.Allowing.SelectMany(statement => statement.Conditions).Where(TrustReading.IsWho))}.";
    }

    public static string WhyMaybe(TrustReading reading, AccessChain chain) =>
        $"The role trusts {Listed(WhoOf(reading))}. Whether that is the role of {chain.SetName} ({Shown(chain.Caller.PrincipalArn)}) is not known from here: its suffix changes when the last assignment goes.";

    /// <summary>What conditions ask for, each with what is to be known of it.</summary>
    public static string Open(IEnumerable<PolicyCondition> conditions) => string.Join(" ", conditions.Select(condition => $"The trust asks for {condition}.{Remark(condition)}"));

    /// <summary>An uncertain text as people read it.</summary>
    public static string Shown(string text) => text.Replace(UncertainText.HexDigit, '?').Replace(UncertainText.IdCharacter, '?').Replace(UncertainText.AnyText, '*');

    private static string WhyNoPrincipal(string[] principals, AccessChain chain)
    {
        string home = chain.Caller.AccountId;
        if (principals.All(IsGone)) return $"The role trusts {Listed(principals)}: a role or user that is gone. IAM shows the id of one that was deleted; the one made anew is another.";
        return principals.Any(principal => principal.Contains(home, StringComparison.Ordinal))
            ? $"The role trusts {Listed(principals)}. The role of {chain.SetName} is {Shown(chain.Caller.PrincipalArn)}."
            : $"The role trusts {Listed(principals)}; the home account is {home}.";
    }

    private static IEnumerable<string> WhoOf(TrustReading reading) => reading.Nearest is not { } nearest ? []
        : nearest.Conditions.Where(condition => condition.IsOn(PrincipalArnKey)).SelectMany(condition => condition.Values) is var patterns && patterns.Any() ? patterns : nearest.Principals;

    private static string Remark(PolicyCondition condition) => condition switch
    {
        _ when condition.IsOn("aws:MultiFactorAuthPresent") || condition.IsOn("aws:MultiFactorAuthAge") =>
            " A session of Identity Center never carries that, whatever the user signed in with: MFA is to be required in Identity Center.",
        _ when condition.IsOn("aws:PrincipalOrgID") => " Home's organization: aws organizations describe-organization --query Organization.Id",
        _ when condition.IsOn("aws:SourceIp") || condition.IsOn("aws:SourceVpc") || condition.IsOn("aws:SourceVpce") => " It depends on the network from which the user asks.",
        _ => "",
    };

    private static bool IsGone(string principal) =>
        principal.StartsWith("AROA", StringComparison.Ordinal) || principal.StartsWith("AIDA", StringComparison.Ordinal);

    private static string Listed(IEnumerable<string> texts)
    {
        string[] all = [.. texts.Select(text => Printable.Cut(text, LongestArn))];
        return all.Length <= 4 ? string.Join(" and ", all) : $"{string.Join(", ", all.Take(3))} and {all.Length - 3} more";
    }
}
