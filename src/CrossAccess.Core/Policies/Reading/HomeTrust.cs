namespace CrossAccess;

/// <summary>One statement of a trust policy that lets home in.</summary>
/// <param name="Principals">The roles and users of home that it names; none: the account as a whole.</param>
/// <param name="PrincipalPatterns">What its condition wants the caller's ARN to be like; none: anything.</param>
/// <param name="ExternalId">The external id that it asks for.</param>
/// <param name="OtherConditionKeys">What else its condition asks for.</param>
internal sealed record HomeTrust(IReadOnlyList<string> Principals, IReadOnlyList<string> PrincipalPatterns, string? ExternalId, IReadOnlyList<string> OtherConditionKeys)
{
    public bool Admits(string principalArn) =>
        (Principals.Count == 0 || Principals.Contains(principalArn))
        && (PrincipalPatterns.Count == 0 || PrincipalPatterns.Any(pattern => PolicyPattern.IsMatch(pattern, principalArn)));
}
