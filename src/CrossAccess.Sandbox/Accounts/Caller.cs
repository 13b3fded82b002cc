using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Accounts;

/// <summary>Who makes a request: a user, or a session of a role.</summary>
internal sealed record Caller(AwsAccount Account, IamUser? User, IamRole? Role, RoleSession? Session)
{
    public static Caller Of(AwsAccount account, IamUser user) => new(account, user, null, null);

    public static Caller Of(AwsAccount account, IamRole role, RoleSession session) => new(account, null, role, session);

    /// <summary>As GetCallerIdentity gives it; a session's ARN drops the role's path.</summary>
    public string Arn => Role is null ? User!.Arn : $"arn:{Account.Partition}:sts::{Account.Id}:assumed-role/{Role.Name}/{Session!.Name}";

    /// <summary>aws:PrincipalArn: the role's own ARN, path included.</summary>
    public string PrincipalArn => Role?.Arn ?? User!.Arn;

    /// <summary>aws:userid.</summary>
    public string UserId => Role is null ? User!.Id : $"{Role.Id}:{Session!.Name}";

    public PrincipalName Name => new(Account.Id, Account.Partition, [Arn, PrincipalArn], Role?.Id ?? User!.Id);

    /// <summary>What the caller's own policies, its boundary and its session policies decide together.</summary>
    public Decision Decide(string action, string resource, RequestContext context)
    {
        IEnumerable<PolicyDocument> identity = Role is null ? Account.PoliciesOf(User!) : Account.PoliciesOf(Role);
        List<Decision> decisions = [PolicyEvaluator.Evaluate(identity, action, resource, context)];
        if (Role?.BoundaryArn is { } boundary)
            decisions.Add(PolicyEvaluator.Evaluate(Account.FindPolicy(boundary) is { } document ? [document] : [], action, resource, context));
        if (Session?.Policies is { } policies)
            decisions.Add(PolicyEvaluator.Evaluate(policies, action, resource, context));
        if (decisions.Contains(Decision.ExplicitDeny))
            return Decision.ExplicitDeny;
        return decisions.TrueForAll(static decision => decision == Decision.Allowed) ? Decision.Allowed : Decision.ImplicitDeny;
    }

    /// <summary>The condition keys that come from the caller (IAM User Guide, "AWS global condition context keys").</summary>
    public RequestContext Context(DateTimeOffset now, string region)
    {
        RequestContext context = new RequestContext()
            .Set("aws:PrincipalArn", PrincipalArn)
            .Set("aws:PrincipalAccount", Account.Id)
            .Set("aws:PrincipalOrgID", Account.Organization?.Id)
            .Set("aws:PrincipalType", Role is null ? "User" : "AssumedRole")
            .Set("aws:PrincipalIsAWSService", "false")
            .Set("aws:userid", UserId)
            .Set("aws:username", User?.Name)
            .Set("aws:SourceIdentity", Session?.SourceIdentity)
            .Set("identitystore:UserId", Session?.IdentityStoreUserId)
            .Set("aws:CurrentTime", Iso(now))
            .Set("aws:EpochTime", now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Set("aws:TokenIssueTime", Session is null ? null : Iso(Session.IssuedAt))
            .Set("aws:MultiFactorAuthPresent", Session is null ? null : "false")
            .Set("aws:RequestedRegion", region)
            .Set("aws:SecureTransport", "false")
            .Set("aws:SourceIp", "127.0.0.1");
        // A session tag outranks the role's tag of that key.
        foreach ((string key, string value) in (Role?.Tags ?? []).Concat(Session?.Tags ?? new Dictionary<string, string>()))
            context.Set("aws:PrincipalTag/" + key, value);
        return context;
    }

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
