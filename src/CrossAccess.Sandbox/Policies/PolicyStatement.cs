namespace CrossAccess.Sandbox.Policies;

/// <summary>One statement of a policy; the lists of an absent element are null.</summary>
internal sealed record PolicyStatement
{
    public string? Sid { get; init; }
    public required bool IsAllow { get; init; }
    public IReadOnlyList<string>? Actions { get; init; }
    public IReadOnlyList<string>? NotActions { get; init; }
    public IReadOnlyList<string>? Resources { get; init; }
    public IReadOnlyList<string>? NotResources { get; init; }
    public IReadOnlyList<string>? AwsPrincipals { get; init; }
    public IReadOnlyList<string>? NotAwsPrincipals { get; init; }
    /// <summary>Identity providers that a trust policy names.</summary>
    public IReadOnlyList<string> FederatedPrincipals { get; init; } = [];
    public IReadOnlyList<PolicyCondition> Conditions { get; init; } = [];

    public bool CoversAction(string action)
        => Actions is not null
            ? Actions.Any(pattern => Wildcard.Matches(Wildcard.Prepare(pattern), action, ignoreCase: true))
            : !NotActions!.Any(pattern => Wildcard.Matches(Wildcard.Prepare(pattern), action, ignoreCase: true));

    /// <summary>Whether the statement is about the resource; a trust policy has no Resource element and is about its role.</summary>
    public bool CoversResource(string resource, RequestContext context, string version)
    {
        if (Resources is not null)
            return Resources.Any(pattern => ResourceMatches(pattern, resource, context, version));
        return NotResources is null || !NotResources.Any(pattern => ResourceMatches(pattern, resource, context, version));
    }

    public bool ConditionsHold(RequestContext context, string version) => Conditions.All(condition => condition.Holds(context, version));

    private static bool ResourceMatches(string pattern, string resource, RequestContext context, string version)
        => PolicyVariables.Prepare(pattern, context, version) is { } prepared && Wildcard.Matches(prepared, resource);
}
