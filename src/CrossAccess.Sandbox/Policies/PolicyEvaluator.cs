namespace CrossAccess.Sandbox.Policies;

/// <summary>
/// Decides as AWS does: an explicit deny wins, then an allow, else it is denied
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
/// </summary>
internal static class PolicyEvaluator
{
    /// <summary>What a set of identity policies says.</summary>
    public static Decision Evaluate(IEnumerable<PolicyDocument> policies, string action, string resource, RequestContext context)
    {
        bool allowed = false;
        foreach (PolicyDocument policy in policies)
        {
            foreach (PolicyStatement statement in policy.Statements)
            {
                if (!statement.CoversAction(action) || !statement.CoversResource(resource, context, policy.Version) || !statement.ConditionsHold(context, policy.Version))
                    continue;
                if (!statement.IsAllow)
                    return Decision.ExplicitDeny;
                allowed = true;
            }
        }
        return allowed ? Decision.Allowed : Decision.ImplicitDeny;
    }

    /// <summary>What a trust policy says to a caller, and whether it allows by naming the caller itself.</summary>
    public static (Decision Decision, PrincipalMatch Match) EvaluateTrust(
        PolicyDocument trust,
        string action,
        PrincipalName caller,
        RequestContext context,
        Func<string, string?> pinnedId)
    {
        PrincipalMatch best = PrincipalMatch.None;
        foreach (PolicyStatement statement in trust.Statements)
        {
            PrincipalMatch match = Match(statement, caller, pinnedId);
            if (match == PrincipalMatch.None || !statement.CoversAction(action) || !statement.ConditionsHold(context, trust.Version))
                continue;
            if (!statement.IsAllow)
                return (Decision.ExplicitDeny, match);
            if (match > best)
                best = match;
        }
        return (best == PrincipalMatch.None ? Decision.ImplicitDeny : Decision.Allowed, best);
    }

    /// <summary>What a trust policy says to whom an identity provider vouches for.</summary>
    public static Decision EvaluateFederated(PolicyDocument trust, string action, string providerArn, RequestContext context)
    {
        PolicyStatement[] applying = [.. trust.Statements.Where(statement =>
            statement.FederatedPrincipals.Contains(providerArn) && statement.CoversAction(action) && statement.ConditionsHold(context, trust.Version))];
        if (applying.Any(static statement => !statement.IsAllow))
            return Decision.ExplicitDeny;
        return applying.Length > 0 ? Decision.Allowed : Decision.ImplicitDeny;
    }

    private static PrincipalMatch Match(PolicyStatement statement, PrincipalName caller, Func<string, string?> pinnedId)
    {
        if (statement.AwsPrincipals is { } principals)
            return principals.Select(principal => caller.Match(principal, pinnedId(principal))).DefaultIfEmpty(PrincipalMatch.None).Max();
        bool excepted = statement.NotAwsPrincipals!.Any(principal => caller.Match(principal, pinnedId(principal)) != PrincipalMatch.None);
        return excepted ? PrincipalMatch.None : PrincipalMatch.Direct;
    }
}
