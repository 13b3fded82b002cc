namespace CrossAccess;

/// <summary>How a role's trust policy, which others may have written, lets the home account in.</summary>
internal sealed class RoleTrust
{
    private readonly IReadOnlyList<HomeTrust> _ways;

    private RoleTrust(IReadOnlyList<HomeTrust> ways) => _ways = ways;

    public bool TrustsHome => _ways.Count > 0;

    /// <summary>What lets a permission set of home in; null where nothing does.</summary>
    /// <param name="reservedRoleArn">The ARN of the role that Identity Center made of the set.</param>
    public HomeTrust? For(string reservedRoleArn) => _ways.Where(way => way.Admits(reservedRoleArn)).MinBy(way => way.OtherConditionKeys.Count);

    /// <summary>What lets the home account in as a whole, so that home's own policies decide; null where nothing does.</summary>
    public HomeTrust? ForAccount => _ways.FirstOrDefault(way => way.Principals.Count == 0);

    /// <exception cref="ClientAccessException">InvalidPolicyDocument.</exception>
    public static RoleTrust Read(string trustPolicy, string partition, string homeAccountId) => new(
    [
        .. PolicyStatement.ReadAll(trustPolicy)
            .Where(statement => statement.IsAllow && statement.CoversAction(AwsActions.AssumeRole))
            .Select(statement => Of(statement, partition, homeAccountId))
            .OfType<HomeTrust>(),
    ]);

    private static HomeTrust? Of(PolicyStatement statement, string partition, string homeAccountId)
    {
        IReadOnlyList<string> named = statement.Principals;
        bool wholeAccount = named.Any(principal => principal == "*" || principal == homeAccountId || principal == $"arn:{partition}:iam::{homeAccountId}:root");
        string[] ofHome = [.. named.Where(principal => principal.Contains($"::{homeAccountId}:", StringComparison.Ordinal) && !principal.EndsWith(":root", StringComparison.Ordinal))];
        if (!wholeAccount && ofHome.Length == 0) return null;

        IReadOnlyList<PolicyCondition> conditions = statement.Conditions;
        return new HomeTrust(
            wholeAccount ? [] : ofHome,
            [.. conditions.Where(IsPrincipal).SelectMany(condition => condition.Values)],
            conditions.Where(IsExternalId).SelectMany(condition => condition.Values).Order(StringComparer.Ordinal).FirstOrDefault(),
            [.. conditions.Where(condition => !IsPrincipal(condition) && !IsExternalId(condition)).Select(condition => condition.Key).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private static bool IsPrincipal(PolicyCondition condition) => condition.IsOn("aws:PrincipalArn") && IsPositive(condition.Operator);

    private static bool IsExternalId(PolicyCondition condition) => condition.IsOn("sts:ExternalId") && IsPositive(condition.Operator);

    private static bool IsPositive(string conditionOperator) =>
        (conditionOperator.Contains("Equals", StringComparison.OrdinalIgnoreCase) || conditionOperator.Contains("Like", StringComparison.OrdinalIgnoreCase))
        && !conditionOperator.Contains("Not", StringComparison.OrdinalIgnoreCase);
}
