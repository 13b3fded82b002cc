using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>One statement of a policy, as it bears on one request.</summary>
/// <param name="hasVariables">Whether <c>${…}</c> is a variable: since version 2012-10-17.</param>
internal sealed class PolicyStatement(JsonObject statement, bool hasVariables)
{
    private readonly bool _isReadable = hasVariables || !statement.ToJsonString().Contains("${", StringComparison.Ordinal);

    public string? Sid => TextsOf(statement[nameof(Sid)]) is [var sid] ? sid : null;

    public bool IsAllow => TextsOf(statement["Effect"]) is ["Allow"];

    /// <summary>What people may call it.</summary>
    public string Name => Sid is { Length: > 0 } sid ? $"statement {Printable.Of(sid)}" : "a statement without a Sid";

    /// <summary>The principals of the account kind: ids, ARNs or <c>*</c>. Services and identity providers are not entered by.</summary>
    public IReadOnlyList<string> Principals { get; } = PrincipalsOf(statement["Principal"], kind => kind == "AWS");

    /// <summary>Those of every kind.</summary>
    public IReadOnlyList<string> PrincipalsOfAnyKind => PrincipalsOf(statement["Principal"], _ => true);

    public IReadOnlyList<PolicyCondition> Conditions { get; } = [.. ConditionsOf(statement["Condition"])];

    /// <summary>The roles and other things that it is about, as written; none where it names those that it is not about.</summary>
    public IReadOnlyList<string> Resources => TextsOf(statement["Resource"]);

    /// <summary>Null where it names what it is about.</summary>
    public IReadOnlyList<string>? NotResources => statement["NotResource"] is { } others ? TextsOf(others) : null;

    /// <exception cref="ClientAccessException">InvalidPolicyDocument.</exception>
    public static IReadOnlyList<PolicyStatement> ReadAll(string policy)
    {
        var document = PolicyDocument.Parse(policy);
        return [.. document.Statements.Select(statement => new PolicyStatement(statement, document.GrammarVersion == "2012-10-17"))];
    }

    /// <summary>The statements of a policy, none of a missing one; false where it is not one that this module reads.</summary>
    public static bool TryReadAll(string? policy, out IReadOnlyList<PolicyStatement> statements)
    {
        statements = [];
        if (policy is null) return true;
        try
        {
            statements = ReadAll(policy);
            return true;
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.InvalidPolicyDocument)
        {
            return false;
        }
    }

    /// <summary>An element's texts, which may be one or a list.</summary>
    public static IReadOnlyList<string> TextsOf(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => [.. list.SelectMany(TextsOf)],
        JsonValue value when value.TryGetValue(out string? text) => [text],
        // Conditions may hold bare booleans and numbers.
        _ => [node.ToJsonString()],
    };

    /// <summary>Whether it is the end of the access of users who were given it for a time, as this module writes it.</summary>
    public bool EndsAccess => AccessEndStatement.Read(statement) is not null;

    public bool IsOf(JsonObject written) => JsonNode.DeepEquals(statement, written);

    public bool CoversAction(string action) => statement["Action"] is { } actions
        ? TextsOf(actions).Any(pattern => PolicyPattern.IsMatch(pattern, action, ignoreCase: true))
        : !TextsOf(statement["NotAction"]).Any(pattern => PolicyPattern.IsMatch(pattern, action, ignoreCase: true));

    /// <summary>Whether it is about a resource; a trust policy names none and is about its role.</summary>
    public bool? CoversResource(string arn, RequestKeys keys)
    {
        if (NotResources is { } others) return !IsOneOf(others, arn, keys);
        return statement.ContainsKey("Resource") ? IsOneOf(Resources, arn, keys) : true;
    }

    /// <summary>Whether its Principal element means the caller.</summary>
    // An exception by NotPrincipal must name account, role and session, each by its ARN: left undecided.
    public bool? Names(EnteringCaller caller) => statement.ContainsKey("NotPrincipal")
        ? null
        : Principals.Select(caller.IsNamedBy).Aggregate((bool?)false, static (any, one) => any | one);

    public bool? Holds(PolicyCondition condition, RequestKeys keys) => _isReadable ? condition.Holds(keys) : null;

    public bool? AllHold(RequestKeys keys) => AllHold(Conditions, keys);

    public bool? AllHold(IEnumerable<PolicyCondition> conditions, RequestKeys keys) =>
        conditions.Aggregate((bool?)true, (all, condition) => all & Holds(condition, keys));

    private bool? IsOneOf(IReadOnlyList<string> patterns, string arn, RequestKeys keys) =>
        patterns.Select(pattern => IsOne(pattern, arn, keys)).Aggregate((bool?)false, static (any, one) => any | one);

    private bool? IsOne(string pattern, string arn, RequestKeys keys)
    {
        if (pattern == "*") return true;
        if (!_isReadable || !keys.TryExpand(pattern, isPattern: true, out string? prepared)) return null;
        // Whether a wildcard reaches over a colon is not settled by AWS's words, so both readings must agree.
        bool? whole = UncertainText.Matches(prepared, arn);
        return whole == PolicyPattern.MatchesArn(prepared, arn) ? whole : null;
    }

    private static IEnumerable<PolicyCondition> ConditionsOf(JsonNode? condition) =>
        from operators in condition as JsonObject ?? []
        from keys in operators.Value as JsonObject ?? []
        select new PolicyCondition(operators.Key, keys.Key, TextsOf(keys.Value));

    private static IReadOnlyList<string> PrincipalsOf(JsonNode? principal, Func<string, bool> isKind) => principal switch
    {
        JsonObject kinds => [.. kinds.Where(kind => isKind(kind.Key)).SelectMany(kind => TextsOf(kind.Value))],
        _ => TextsOf(principal),
    };
}
