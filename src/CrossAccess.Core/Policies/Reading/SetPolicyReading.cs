namespace CrossAccess;

/// <summary>What a permission set's inline policy says about one action on one role, to one caller.</summary>
internal sealed record SetPolicyReading
{
    private SetPolicyReading(IReadOnlyList<PolicyStatement> about, string roleArn, RequestKeys keys)
    {
        PolicyStatement[] allowing = [.. about.Where(statement => statement.IsAllow)];
        PolicyStatement[] denying = [.. about.Where(statement => !statement.IsAllow)];
        Allows = allowing.Aggregate((bool?)false, (any, statement) => any | Applies(statement));
        Denies = denying.Aggregate((bool?)false, (any, statement) => any | Applies(statement));
        NarrowedBy = [.. allowing.Where(statement => statement.CoversResource(roleArn, keys) != false)
            .SelectMany(statement => statement.Conditions.Where(condition => statement.Holds(condition, keys) != true).Select(condition => (statement, condition)))];
        Denying = [.. denying.Where(statement => Applies(statement) == true)];
        MayDeny = [.. denying.Where(statement => Applies(statement) is null)];
        EndsAt = denying.Select(statement => EndOf(statement, roleArn, keys)).Min();

        bool? Applies(PolicyStatement statement) => statement.CoversResource(roleArn, keys) & statement.AllHold(keys);
    }

    public bool? Allows { get; }

    public bool? Denies { get; }

    /// <summary>Conditions that keep a statement about the role from allowing it, or may.</summary>
    public IReadOnlyList<(PolicyStatement Statement, PolicyCondition Condition)> NarrowedBy { get; }

    /// <summary>Statements that deny it now.</summary>
    public IReadOnlyList<PolicyStatement> Denying { get; }

    /// <summary>Statements of which it is not known whether they do.</summary>
    public IReadOnlyList<PolicyStatement> MayDeny { get; }

    /// <summary>When a statement begins to deny it; null where none will.</summary>
    public DateTimeOffset? EndsAt { get; }

    public static SetPolicyReading Of(IReadOnlyList<PolicyStatement> statements, string action, string roleArn, RequestKeys keys) =>
        new([.. statements.Where(statement => statement.CoversAction(action))], roleArn, keys);

    /// <summary>The time at which a statement that denies began to: its access ended then. Null where its conditions name none.</summary>
    public static DateTimeOffset? EndedAt(PolicyStatement statement) =>
        statement.Conditions.Where(condition => condition.Begins).Select(condition => condition.Time).Max();

    private static DateTimeOffset? EndOf(PolicyStatement statement, string roleArn, RequestKeys keys)
    {
        PolicyCondition[] ahead = [.. statement.Conditions.Where(condition => condition is { Begins: true, Time: not null } && statement.Holds(condition, keys) == false)];
        bool restApplies = ahead.Length > 0 && (statement.CoversResource(roleArn, keys) & statement.AllHold(statement.Conditions.Except(ahead), keys)) == true;
        return restApplies ? ahead.Max(condition => condition.Time) : null;
    }
}
