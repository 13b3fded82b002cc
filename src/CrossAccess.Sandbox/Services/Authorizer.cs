using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Services;

/// <summary>Refuses what the caller's own policies do not allow, in AWS's words.</summary>
internal static class Authorizer
{
    public static void Require(Call call, string action, string resource)
    {
        Caller caller = call.Caller;
        RequestContext context = caller.Context(call.Now, call.Region);
        foreach ((string key, string value) in call.Operation.InputShape is not null && call.Input["Tags"] is not null ? call.Tags() : [])
            context.Set("aws:RequestTag/" + key, value);
        Decision decision = caller.Decide(action, resource, context);
        if (decision != Decision.Allowed)
            throw Denied(call, action, resource, decision);
    }

    public static ServiceError Denied(Call call, string action, string resource, Decision decision)
    {
        string reason = decision == Decision.ExplicitDeny
            ? "with an explicit deny in an identity-based policy"
            : $"because no identity-based policy allows the {action} action";
        string message = $"User: {call.Caller.Arn} is not authorized to perform: {action} on resource: {resource} {reason}";
        return call.Model.Protocol == "query" ? new ServiceError("AccessDenied", message, 403) : new ServiceError("AccessDeniedException", message, 400);
    }
}
