namespace CrossAccess;

/// <summary>Reads out of identity policies that others wrote which roles they let their holder assume.</summary>
internal static class AssumableRoles
{
    /// <summary>What the policies allow together, less what they deny outright.</summary>
    /// <exception cref="ClientAccessException">InvalidPolicyDocument.</exception>
    public static IReadOnlyList<AssumableRole> In(IEnumerable<string> policies)
    {
        PolicyStatement[] statements = [.. policies.SelectMany(PolicyStatement.ReadAll).Where(statement => statement.CoversAction(AwsActions.AssumeRole))];
        AssumableRole[] denied = [.. statements.Where(statement => !statement.IsAllow).SelectMany(Of).Where(role => role.ConditionKeys.Count == 0)];
        return
        [
            .. statements
                .Where(statement => statement.IsAllow)
                .SelectMany(Of)
                .Where(role => !Array.Exists(denied, denial => denial.TakesIn(role.Resource)))
                .GroupBy(role => (role.Resource, role.IsExcluding))
                // Allowed once without a condition, it is allowed.
                .Select(same => same.MinBy(role => role.ConditionKeys.Count)!),
        ];
    }

    private static IEnumerable<AssumableRole> Of(PolicyStatement statement)
    {
        string[] keys = [.. statement.Conditions.Select(condition => condition.Key).Distinct(StringComparer.OrdinalIgnoreCase)];
        return statement.NotResources is { } others
            ? others.Select(resource => new AssumableRole(resource, IsExcluding: true, keys))
            : statement.Resources.Where(MayBeRole).Select(resource => new AssumableRole(resource, IsExcluding: false, keys));
    }

    // A statement may speak of other actions and other things besides.
    private static bool MayBeRole(string resource) =>
        resource.Split(':', 6) is not ["arn", _, { } service, _, _, { } name]
        || ((service == "iam" || PolicyPattern.HasWildcard(service)) && (name.StartsWith("role/", StringComparison.Ordinal) || PolicyPattern.HasWildcard(name)));
}
