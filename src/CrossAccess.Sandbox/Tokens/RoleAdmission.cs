using System.Globalization;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Tokens;

/// <summary>
/// Decides whether a caller may assume a role. Across accounts both the caller's policies and the role's trust must allow; in
/// one account a trust that names the caller itself is enough
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html).
/// </summary>
internal sealed class RoleAdmission(Cloud cloud, Caller caller, string region, RoleRequest request)
{
    private const int ChainingLimit = 3600;

    public IamRole Admit()
    {
        // A role that does not exist is answered like one that is not allowed, so that names cannot be probed.
        IamRole role = FindRole() ?? throw Denied("sts:AssumeRole");
        RequestContext context = Context(role);
        foreach (string action in RequiredActions())
        {
            Decision identity = caller.Decide(action, role.Arn, context);
            if (!IsAllowed(role, action, context, identity))
                throw Denied(action, identity);
        }
        CheckDuration(role);
        return role;
    }

    private IamRole? FindRole()
    {
        string[] parts = request.RoleArn.Split(':', 6);
        if (parts is not ["arn", _, "iam", "", { Length: 12 }, _] || !parts[5].StartsWith("role/", StringComparison.Ordinal))
            throw new ServiceError("ValidationError", $"{request.RoleArn} is invalid", 400);
        IamRole? role = cloud.Accounts.TryGetValue(parts[4], out AwsAccount? account) ? account.FindRoleByArn(request.RoleArn) : null;
        return role is not null && cloud.Now >= role.CreatedAt + cloud.ConsistencyDelay ? role : null;
    }

    private IEnumerable<string> RequiredActions()
    {
        yield return "sts:AssumeRole";
        if (request.SourceIdentity is not null)
            yield return "sts:SetSourceIdentity";
        if (request.SessionTags.Count > 0)
            yield return "sts:TagSession";
    }

    private bool IsAllowed(IamRole role, string action, RequestContext context, Decision identity)
    {
        (Decision trust, PrincipalMatch match) = PolicyEvaluator.EvaluateTrust(role.Trust.Document, action, caller.Name, context, role.Trust.PinnedId);
        if (identity == Decision.ExplicitDeny || trust != Decision.Allowed)
            return false;
        return identity == Decision.Allowed || (match == PrincipalMatch.Direct && role.AccountId == caller.Account.Id);
    }

    private RequestContext Context(IamRole role)
    {
        RequestContext context = caller.Context(cloud.Now, region)
            .Set("sts:ExternalId", request.ExternalId)
            .Set("sts:RoleSessionName", request.SessionName)
            .Set("sts:SourceIdentity", request.SourceIdentity)
            .Set("aws:ResourceAccount", role.AccountId);
        foreach ((string key, string value) in request.SessionTags)
            context.Set("aws:RequestTag/" + key, value);
        foreach ((string key, string value) in role.Tags)
            context.Set("aws:ResourceTag/" + key, value).Set("iam:ResourceTag/" + key, value);
        if (request.SessionTags.Count > 0)
            context.Set("aws:TagKeys", [.. request.SessionTags.Keys]);
        return request.TransitiveTagKeys.Count > 0 ? context.Set("sts:TransitiveTagKeys", request.TransitiveTagKeys) : context;
    }

    private void CheckDuration(IamRole role)
    {
        if (caller.Role is not null && request.DurationSeconds > ChainingLimit)
            throw new ServiceError("ValidationError", "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.", 400);
        if (request.DurationSeconds > role.MaxSessionDuration)
            throw new ServiceError("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.", 400);
    }

    // AWS names the caller's own policies where one of them denies it, and says nothing about the other account's
    // (IAM User Guide, "Troubleshoot access denied error messages").
    private ServiceError Denied(string action, Decision identity = Decision.ImplicitDeny)
    {
        string reason = identity == Decision.ExplicitDeny ? " with an explicit deny in an identity-based policy" : "";
        return new ServiceError("AccessDenied", string.Create(CultureInfo.InvariantCulture, $"User: {caller.Arn} is not authorized to perform: {action} on resource: {request.RoleArn}{reason}"), 403);
    }
}
