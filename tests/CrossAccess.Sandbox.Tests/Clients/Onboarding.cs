using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.Tests.Clients;

/// <summary>The steps that most tests begin with, done over the wire.</summary>
internal sealed class Onboarding(CrossAccessSandbox sandbox) : IDisposable
{
    public SignedClient Admin { get; } = SignedClient.Administrator(sandbox, sandbox.AdminAccountId);
    public string ClientId { get; } = sandbox.ClientAccountIds[0];
    public SignedClient Client { get; } = SignedClient.Administrator(sandbox, sandbox.ClientAccountIds[0]);

    public string RoleArn(string name) => $"arn:aws:iam::{ClientId}:role/{name}";

    /// <summary>The trust policy of the design: home's root, narrowed to the reserved roles of one permission set.</summary>
    public string Trust(string setName, string action = "sts:AssumeRole") => $$$$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{{sandbox.HomeAccountId}}}}:root"},"Action":"{{{{action}}}}",
         "Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::{{{{sandbox.HomeAccountId}}}}:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_{{{{setName}}}}_????????????????"}}}]}
        """;

    public Task RoleAsync(string name, string trust) => Client.IamAsync("CreateRole", ("RoleName", name), ("AssumeRolePolicyDocument", trust));

    public async Task<JsonObject> SetAsync(string name, string? inlinePolicy = null)
    {
        JsonNode made = await Admin.SsoAsync("CreatePermissionSet", new JsonObject { ["InstanceArn"] = sandbox.InstanceArn, ["Name"] = name });
        JsonObject at = new() { ["InstanceArn"] = sandbox.InstanceArn, ["PermissionSetArn"] = made["PermissionSet"]!["PermissionSetArn"]!.GetValue<string>() };
        if (inlinePolicy is not null)
            await Admin.SsoAsync("PutInlinePolicyToPermissionSet", With(at, "InlinePolicy", inlinePolicy));
        return at;
    }

    public Task<JsonNode> AssignAsync(JsonObject at, string user) => Admin.SsoAsync("CreateAccountAssignment", Grant(at, user));

    public Task<JsonNode> UnassignAsync(JsonObject at, string user) => Admin.SsoAsync("DeleteAccountAssignment", Grant(at, user));

    public async Task<string> StatusAsync(JsonNode accepted)
    {
        string id = accepted["AccountAssignmentCreationStatus"]!["RequestId"]!.GetValue<string>();
        JsonNode answer = await Admin.SsoAsync("DescribeAccountAssignmentCreationStatus", new JsonObject { ["InstanceArn"] = sandbox.InstanceArn, ["AccountAssignmentCreationRequestId"] = id });
        return answer["AccountAssignmentCreationStatus"]!["Status"]!.GetValue<string>();
    }

    public static string AllowAssume(string roleArn) => $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"{{roleArn}}"}]}""";

    public static JsonObject With(JsonObject at, string name, JsonNode value)
    {
        JsonObject copy = at.DeepClone().AsObject();
        copy[name] = value;
        return copy;
    }

    public JsonObject Grant(JsonObject at, string user, string? accountId = null)
    {
        JsonObject grant = With(at, "TargetId", accountId ?? sandbox.HomeAccountId);
        grant["TargetType"] = "AWS_ACCOUNT";
        grant["PrincipalType"] = "USER";
        grant["PrincipalId"] = sandbox.Users.FirstOrDefault(u => u.UserName == user)?.UserId ?? user;
        return grant;
    }

    public void Dispose()
    {
        Admin.Dispose();
        Client.Dispose();
    }
}
