using System.Globalization;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;

namespace CrossAccess.Sandbox.CloudTrail;

/// <summary>A caller as CloudTrail's userIdentity (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html).</summary>
internal static class TrailIdentity
{
    public static JsonObject Of(Caller caller, string? accessKeyId)
    {
        JsonObject identity = new()
        {
            ["type"] = caller.Role is null ? "IAMUser" : "AssumedRole",
            ["principalId"] = caller.UserId,
            ["arn"] = caller.Arn,
            ["accountId"] = caller.Account.Id,
            ["accessKeyId"] = accessKeyId,
        };
        if (caller.Role is null)
            identity["userName"] = caller.User!.Name;
        else
            identity["sessionContext"] = SessionContext(caller.Role, caller.Session!);
        return identity;
    }

    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonObject SessionContext(IamRole role, RoleSession session)
    {
        JsonObject context = new()
        {
            ["sessionIssuer"] = new JsonObject { ["type"] = "Role", ["principalId"] = role.Id, ["arn"] = role.Arn, ["accountId"] = role.AccountId, ["userName"] = role.Name },
            ["attributes"] = new JsonObject { ["creationDate"] = Iso(session.IssuedAt), ["mfaAuthenticated"] = "false" },
        };
        if (session.SourceIdentity is not null)
            context["sourceIdentity"] = session.SourceIdentity;
        return context;
    }
}
