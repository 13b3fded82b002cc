using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>Reads out of identity policies that others wrote which roles they let their holder assume.</summary>
internal static class AssumableRoles
{
    /// <summary>What the policies allow together, less what they deny outright.</summary>
    /// <exception cref="ClientAccessException">InvalidPolicyDocument.</exception>
    public static IReadOnlyList<AssumableRole> In(IEnumerable<string> policies)
    {
        JsonObject[] statements = [.. policies.SelectMany(json => PolicyDocument.Parse(json).Statements).Where(StatementReading.IsAboutAssumeRole)];
        AssumableRole[] denied = [.. statements.Where(statement => !statement.Allows()).SelectMany(Of).Where(role => role.ConditionKeys.Count == 0)];
        return
        [
            .. statements
                .Where(StatementReading.Allows)
                .SelectMany(Of)
                .Where(role => !Array.Exists(denied, denial => denial.TakesIn(role.Resource)))
                .GroupBy(role => (role.Resource, role.IsExcluding))
                // Allowed once without a condition, it is allowed.
                .Select(same => same.MinBy(role => role.ConditionKeys.Count)!),
        ];
    }

    private static IEnumerable<AssumableRole> Of(JsonObject statement)
    {
        string[] keys = [.. statement.Conditions().Select(condition => condition.Key).Distinct(StringComparer.OrdinalIgnoreCase)];
        bool isExcluding = statement.ContainsKey("NotResource");
        return statement.Texts(isExcluding ? "NotResource" : "Resource")
            .Where(resource => isExcluding || MayBeRole(resource))
            .Select(resource => new AssumableRole(resource, isExcluding, keys));
    }

    // A statement may speak of other actions and other things besides.
    private static bool MayBeRole(string resource) =>
        resource.Split(':', 6) is not ["arn", _, { } service, _, _, { } name]
        || ((service == "iam" || IamWildcard.HasWildcard(service)) && (name.StartsWith("role/", StringComparison.Ordinal) || IamWildcard.HasWildcard(name)));
}
