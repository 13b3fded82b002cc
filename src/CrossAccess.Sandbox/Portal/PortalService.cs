using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Portal;

/// <summary>The access portal's API (service "sso"), which knows its callers by a bearer token instead of a signature.</summary>
internal sealed class PortalService(PortalSessions sessions)
{
    public Service Create() => new("sso", "sso",
    [
        new Operation("ListAccounts", null, ListAccounts),
        new Operation("ListAccountRoles", null, ListAccountRoles),
        new Operation("GetRoleCredentials", null, GetRoleCredentials),
        new Operation("Logout", null, Logout),
    ]);

    private JsonObject ListAccounts(Call call)
    {
        List<AwsAccount> accounts = [.. sessions.AccessOf(User(call)).Select(access => call.Cloud.Accounts[access.Key]).OrderBy(static account => account.Id, StringComparer.Ordinal)];
        return Page.ByToken(call, "accountList", accounts, static account => new JsonObject
        {
            ["accountId"] = account.Id,
            ["accountName"] = account.Name,
            ["emailAddress"] = account.Email,
        });
    }

    private JsonObject ListAccountRoles(Call call)
    {
        string account = call.Required("accountId");
        List<string> names = [.. sessions.AccessOf(User(call))[account]];
        if (names.Count == 0)
            throw NoAccess();
        return Page.ByToken(call, "roleList", names, name => new JsonObject { ["roleName"] = name, ["accountId"] = account });
    }

    private JsonObject GetRoleCredentials(Call call)
    {
        Credential credential = sessions.RoleCredential(User(call), call.Required("accountId"), call.Required("roleName")) ?? throw NoAccess();
        return new JsonObject
        {
            ["roleCredentials"] = new JsonObject
            {
                ["accessKeyId"] = credential.AccessKeyId,
                ["secretAccessKey"] = credential.SecretAccessKey,
                ["sessionToken"] = credential.SessionToken,
                ["expiration"] = credential.Expiration!.Value.ToUnixTimeMilliseconds(),
            },
        };
    }

    private JsonObject? Logout(Call call) => sessions.End(call.Required("accessToken")) ? null : throw Unauthorized();

    private SandboxUser User(Call call) => sessions.UserOf(call.Required("accessToken")) ?? throw Unauthorized();

    private static ServiceError Unauthorized() => new("UnauthorizedException", "Session token not found or invalid");

    // The portal answers 403 without a modelled error, and its clients show it as ForbiddenException.
    private static ServiceError NoAccess() => new("ForbiddenException", "No access", 403);
}
