namespace CrossAccess;

/// <summary>
/// What a role's trust policy says to one caller about one action. Three questions, each answered true, false or null:
/// does it mean this caller, does the external id fit, and do its other conditions hold.
/// </summary>
internal sealed record TrustReading
{
    // What says who may come; everything else says how.
    private static readonly string[] KeysOfWho = ["aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType", "aws:userid"];

    private const string ExternalIdKey = "sts:ExternalId";

    private TrustReading(IReadOnlyList<PolicyStatement> about, EnteringCaller caller, RequestKeys keys)
    {
        Allowing = [.. about.Where(statement => statement.IsAllow)];
        Statement[] allowing = [.. Allowing.Select(statement => Statement.Of(statement, caller, keys))];
        Statement[] denying = [.. about.Where(statement => !statement.IsAllow).Select(statement => Statement.Of(statement, caller, keys))];

        // The statement that comes nearest to letting the caller in is the one to speak of.
        Statement[] nearest = Best(allowing, statement => statement.Applies);
        nearest = Best(nearest, statement => statement.Who);
        Who = nearest is [var first, ..] ? first.Who : false;
        nearest = Best(nearest, statement => statement.ExternalId);
        ExternalId = nearest is [var second, ..] ? second.ExternalId : false;
        nearest = Best(nearest, statement => statement.Others);
        Denying = [.. denying.Where(statement => statement.Applies == true).Select(statement => statement.Policy)];
        MayDeny = [.. denying.Where(statement => statement.Applies is null).Select(statement => statement.Policy)];
        Conditions = (nearest is [var third, ..] ? third.Others : false) & !denying.Aggregate((bool?)false, (any, statement) => any | statement.Applies);
        Nearest = nearest is [var chosen, ..] ? chosen.Policy : null;
        Open = Nearest is null ? [] : [.. Nearest.Conditions.Where(condition => IsOther(condition) && Nearest.Holds(condition, keys) != true)];
    }

    /// <summary>Whether it means the caller.</summary>
    public bool? Who { get; }

    /// <summary>Whether the external id that is passed, or none, fits.</summary>
    public bool? ExternalId { get; }

    /// <summary>Whether the other conditions hold, and nothing denies it.</summary>
    public bool? Conditions { get; }

    public bool? Allows => Who & ExternalId & Conditions;

    /// <summary>The statements that allow the action to anybody.</summary>
    public IReadOnlyList<PolicyStatement> Allowing { get; }

    /// <summary>The one of them that comes nearest to allowing it to the caller.</summary>
    public PolicyStatement? Nearest { get; }

    /// <summary>Its other conditions that do not hold, or may not.</summary>
    public IReadOnlyList<PolicyCondition> Open { get; }

    public IReadOnlyList<PolicyStatement> Denying { get; }

    public IReadOnlyList<PolicyStatement> MayDeny { get; }

    /// <summary>The external ids that the nearest statement accepts, as it writes them; none where it asks for none.</summary>
    public IReadOnlyList<string> ExternalIds => [.. Nearest?.Conditions.Where(condition => condition.IsOn(ExternalIdKey)).SelectMany(condition => condition.Values) ?? []];

    public static TrustReading Of(IReadOnlyList<PolicyStatement> statements, string action, EnteringCaller caller, RequestKeys keys) =>
        new([.. statements.Where(statement => statement.CoversAction(action))], caller, keys);

    public static bool IsWho(PolicyCondition condition) => KeysOfWho.Any(condition.IsOn);

    public static bool IsOther(PolicyCondition condition) => !IsWho(condition) && !condition.IsOn(ExternalIdKey);

    private static Statement[] Best(Statement[] statements, Func<Statement, bool?> question)
    {
        foreach (bool? answer in new bool?[] { true, null, false })
        {
            Statement[] answering = [.. statements.Where(statement => question(statement) == answer)];
            if (answering.Length > 0) return answering;
        }
        return [];
    }

    private sealed record Statement(PolicyStatement Policy, bool? Who, bool? ExternalId, bool? Others)
    {
        public bool? Applies => Who & ExternalId & Others;

        public static Statement Of(PolicyStatement policy, EnteringCaller caller, RequestKeys keys) => new(
            policy,
            policy.Names(caller) & policy.AllHold(policy.Conditions.Where(IsWho), keys),
            policy.AllHold(policy.Conditions.Where(condition => condition.IsOn(ExternalIdKey)), keys),
            policy.AllHold(policy.Conditions.Where(IsOther), keys));
    }
}
