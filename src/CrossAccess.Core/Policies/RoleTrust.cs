using System.Text.Json.Nodes;

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
        .. PolicyDocument.Parse(trustPolicy).Statements
            .Where(statement => statement.Allows() && statement.IsAboutAssumeRole())
            .Select(statement => Of(statement, partition, homeAccountId))
            .OfType<HomeTrust>(),
    ]);

    private static HomeTrust? Of(JsonObject statement, string partition, string homeAccountId)
    {
        IReadOnlyList<string> named = statement["Principal"] switch
        {
            JsonObject principals => StatementReading.Texts(principals["AWS"]),
            var anyone => StatementReading.Texts(anyone),
        };
        bool wholeAccount = named.Any(principal => principal == "*" || principal == homeAccountId || principal == $"arn:{partition}:iam::{homeAccountId}:root");
        string[] ofHome = [.. named.Where(principal => principal.Contains($"::{homeAccountId}:", StringComparison.Ordinal) && !principal.EndsWith(":root", StringComparison.Ordinal))];
        if (!wholeAccount && ofHome.Length == 0) return null;

        (string Operator, string Key, IReadOnlyList<string> Values)[] conditions = [.. statement.Conditions()];
        return new HomeTrust(
            wholeAccount ? [] : ofHome,
            [.. conditions.Where(IsPrincipal).SelectMany(condition => condition.Values)],
            conditions.Where(IsExternalId).SelectMany(condition => condition.Values).Order(StringComparer.Ordinal).FirstOrDefault(),
            [.. conditions.Where(condition => !IsPrincipal(condition) && !IsExternalId(condition)).Select(condition => condition.Key).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private static bool IsPrincipal((string Operator, string Key, IReadOnlyList<string> Values) condition) =>
        condition.Key.Equals("aws:PrincipalArn", StringComparison.OrdinalIgnoreCase) && IsPositive(condition.Operator);

    private static bool IsExternalId((string Operator, string Key, IReadOnlyList<string> Values) condition) =>
        condition.Key.Equals("sts:ExternalId", StringComparison.OrdinalIgnoreCase) && IsPositive(condition.Operator);

    private static bool IsPositive(string conditionOperator) =>
        (conditionOperator.Contains("Equals", StringComparison.OrdinalIgnoreCase) || conditionOperator.Contains("Like", StringComparison.OrdinalIgnoreCase))
        && !conditionOperator.Contains("Not", StringComparison.OrdinalIgnoreCase);
}
