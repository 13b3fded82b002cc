namespace CrossAccess;

/// <summary>What one statement lets its holder assume: a role by its ARN, or whatever a pattern takes in.</summary>
/// <param name="Resource">The statement's resource as written.</param>
/// <param name="IsExcluding">It is a NotResource: everything but this.</param>
/// <param name="ConditionKeys">The keys of the condition under which it holds; none: always.</param>
internal sealed record AssumableRole(string Resource, bool IsExcluding, IReadOnlyList<string> ConditionKeys)
{
    /// <summary>The one role that is meant; null where a pattern may mean several.</summary>
    public RoleArn? Role => !IsExcluding && RoleArn.TryParse(Resource, out RoleArn? arn) ? arn : null;

    /// <summary>The one account in which the roles lie; null where they may lie in any.</summary>
    public string? AccountId => !IsExcluding && Resource.Split(':', 6) is ["arn", _, "iam", _, { } account, _] && CrossAccess.AccountId.IsValid(account) ? account : null;

    public bool TakesIn(string roleArn) => PolicyPattern.IsMatch(Resource, roleArn) != IsExcluding;
}
