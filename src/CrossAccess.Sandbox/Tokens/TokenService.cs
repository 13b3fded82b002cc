using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Tokens;

/// <summary>The Security Token Service.</summary>
internal static class TokenService
{
    public static Service Create(WebIdentities identities) => new("sts", "sts",
    [
        new Operation("AssumeRole", null, AssumeRole),
        new Operation("AssumeRoleWithWebIdentity", null, call => AssumeRoleWithWebIdentity(call, identities)),
        // "No permissions are required to perform this operation", even where a policy denies it.
        new Operation("GetCallerIdentity", null, GetCallerIdentity),
        new Operation("GetSessionToken", null, GetSessionToken),
        new Operation("GetAccessKeyInfo", static _ => "*", GetAccessKeyInfo),
        new Operation("DecodeAuthorizationMessage", static _ => "*", DecodeAuthorizationMessage),
    ]);

    private static JsonObject AssumeRole(Call call)
    {
        RoleRequest request = RoleRequest.Read(call);
        IamRole role = new RoleAdmission(call.Cloud, call.Caller, call.Region, request).Admit();
        RoleSession session = new(request.SessionName, call.Now)
        {
            SourceIdentity = request.SourceIdentity,
            IsChained = call.Caller.Role is not null,
            Tags = request.SessionTags,
            TransitiveTagKeys = request.TransitiveTagKeys,
            Policies = request.SessionPolicies,
        };
        JsonObject output = Issue(call, role, session, request.DurationSeconds);
        output["PackedPolicySize"] = request.SessionPolicies is null && request.SessionTags.Count == 0 ? null : 6;
        output["SourceIdentity"] = request.SourceIdentity;
        return output;
    }

    private static JsonObject AssumeRoleWithWebIdentity(Call call, WebIdentities identities)
    {
        WebIdentity identity = identities.Find(call.Required("WebIdentityToken"));
        int duration = call.Number("DurationSeconds") ?? 3600;
        IamRole role = identities.Admit(call, identity, duration);
        RoleSession session = new(call.Required("RoleSessionName"), call.Now) { Policies = RoleRequest.ReadPolicies(call) };
        JsonObject output = Issue(call, role, session, duration);
        output["SubjectFromWebIdentityToken"] = identity.Subject;
        output["Audience"] = identity.Audience;
        output["Provider"] = WebIdentities.ProviderArn(role.AccountId, call.Cloud.Partition);
        return output;
    }

    private static JsonObject Issue(Call call, IamRole role, RoleSession session, int durationSeconds)
    {
        Caller assumed = Caller.Of(call.Cloud.Accounts[role.AccountId], role, session);
        Credential credential = call.Cloud.IssueSession(assumed, TimeSpan.FromSeconds(durationSeconds));
        role.LastUsedAt = call.Now;
        role.LastUsedRegion = call.Region;
        return new JsonObject
        {
            ["Credentials"] = Render(credential),
            ["AssumedRoleUser"] = new JsonObject { ["AssumedRoleId"] = assumed.UserId, ["Arn"] = assumed.Arn },
        };
    }

    private static JsonObject GetCallerIdentity(Call call) => new()
    {
        ["UserId"] = call.Caller.UserId,
        ["Account"] = call.Account.Id,
        ["Arn"] = call.Caller.Arn,
    };

    private static JsonObject GetSessionToken(Call call)
    {
        if (call.Caller.Role is not null)
            throw new ServiceError("AccessDenied", "Cannot call GetSessionToken with session credentials", 403);
        Credential credential = call.Cloud.IssueSession(call.Caller, TimeSpan.FromSeconds(call.Number("DurationSeconds") ?? 43200));
        return new JsonObject { ["Credentials"] = Render(credential) };
    }

    private static JsonObject GetAccessKeyInfo(Call call)
    {
        Credential credential = call.Cloud.FindCredential(call.Required("AccessKeyId"))
            ?? throw new ServiceError("ValidationError", "Invalid Access Key", 400);
        return new JsonObject { ["Account"] = credential.Caller.Account.Id };
    }

    private static JsonObject DecodeAuthorizationMessage(Call call)
        => throw new ServiceError("InvalidAuthorizationMessageException", "Message is not valid");

    private static JsonObject Render(Credential credential) => new()
    {
        ["AccessKeyId"] = credential.AccessKeyId,
        ["SecretAccessKey"] = credential.SecretAccessKey,
        ["SessionToken"] = credential.SessionToken,
        ["Expiration"] = credential.Expiration,
    };
}
