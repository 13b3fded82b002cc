using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.Tests.Clients;

public sealed class AwsCliTests
{
    [Fact]
    public async Task The_AWS_CLI_onboards_a_client_and_only_the_granted_user_gets_in()
    {
        Assert.SkipUnless(Command.Exists("aws"), "The AWS CLI is not installed here.");
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start();
        using Onboarding names = new(sandbox);
        string roleArn = names.RoleArn("acme-read-only");

        JsonNode me = await AwsAsync(sandbox, "sandbox-admin", "sts", "get-caller-identity");
        Assert.Equal($"arn:aws:iam::{sandbox.AdminAccountId}:user/admin", me["Arn"]!.GetValue<string>());

        string client = "client-" + names.ClientId;
        await AwsAsync(sandbox, client, "iam", "create-role", "--role-name", "acme-read-only", "--assume-role-policy-document", names.Trust("AbcReadOnly"));
        JsonNode role = await AwsAsync(sandbox, client, "iam", "get-role", "--role-name", "acme-read-only");
        Assert.Equal("sts:AssumeRole", role["Role"]!["AssumeRolePolicyDocument"]!["Statement"]![0]!["Action"]!.GetValue<string>());
        JsonNode roles = await AwsAsync(sandbox, client, "iam", "list-roles");
        Assert.Equal(roleArn, Assert.Single(roles["Roles"]!.AsArray())!["Arn"]!.GetValue<string>());

        JsonNode made = await AwsAsync(sandbox, "sandbox-admin", "sso-admin", "create-permission-set", "--instance-arn", sandbox.InstanceArn, "--name", "AbcReadOnly");
        string setArn = made["PermissionSet"]!["PermissionSetArn"]!.GetValue<string>();
        await AwsAsync(sandbox, "sandbox-admin", "sso-admin", "put-inline-policy-to-permission-set", "--instance-arn", sandbox.InstanceArn, "--permission-set-arn", setArn, "--inline-policy", Onboarding.AllowAssume(roleArn));
        JsonNode users = await AwsAsync(sandbox, "sandbox-admin", "identitystore", "list-users", "--identity-store-id", sandbox.IdentityStoreId);
        string ana = users["Users"]!.AsArray().First(user => user!["UserName"]!.GetValue<string>() == "ana")!["UserId"]!.GetValue<string>();
        JsonNode accepted = await AwsAsync(
            sandbox, "sandbox-admin", "sso-admin", "create-account-assignment", "--instance-arn", sandbox.InstanceArn, "--permission-set-arn", setArn,
            "--target-id", sandbox.HomeAccountId, "--target-type", "AWS_ACCOUNT", "--principal-type", "USER", "--principal-id", ana);
        JsonNode status = await AwsAsync(
            sandbox, "sandbox-admin", "sso-admin", "describe-account-assignment-creation-status", "--instance-arn", sandbox.InstanceArn,
            "--account-assignment-creation-request-id", accepted["AccountAssignmentCreationStatus"]!["RequestId"]!.GetValue<string>());
        Assert.Equal("SUCCEEDED", status["AccountAssignmentCreationStatus"]!["Status"]!.GetValue<string>());

        JsonNode assumed = await AwsAsync(sandbox, "ana@AbcReadOnly", "sts", "assume-role", "--role-arn", roleArn, "--role-session-name", "ana");
        Assert.Equal($"arn:aws:sts::{names.ClientId}:assumed-role/acme-read-only/ana", assumed["AssumedRoleUser"]!["Arn"]!.GetValue<string>());
        (int exitCode, _, string errors) = await Command.RunAsync(sandbox, "sandbox-home", "aws", "sts", "assume-role", "--role-arn", roleArn, "--role-session-name", "admin");
        Assert.NotEqual(0, exitCode);
        Assert.Contains($"An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::{sandbox.HomeAccountId}:user/admin is not authorized to perform: sts:AssumeRole on resource: {roleArn}", errors, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> AwsAsync(CrossAccessSandbox sandbox, string profile, params string[] arguments)
    {
        (int exitCode, string output, string errors) = await Command.RunAsync(sandbox, profile, "aws", [.. arguments, "--output", "json"]);
        Assert.True(exitCode == 0, errors);
        return output.Length == 0 ? new JsonObject() : JsonNode.Parse(output)!;
    }
}
