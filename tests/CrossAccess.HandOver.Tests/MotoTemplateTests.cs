using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Module.Tests.Servers;

namespace CrossAccess.HandOver.Tests;

/// <summary>What the client's admin makes of each format, in an AWS that no one here wrote, is what New-RemoteAccessRole makes.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class MotoTemplateTests : IAsyncLifetime
{
    private const string Terms = """
        -PolicyDocument '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:List*"],"Resource":["arn:aws:s3:::it''s/${aws:username}/*"],"Condition":{"Bool":{"aws:SecureTransport":true}}}]}' -ManagedPolicyArn arn:aws:iam::aws:policy/ReadOnlyAccess -MaxSessionDuration 4:00 -PermissionsBoundaryArn arn:aws:iam::aws:policy/PowerUserAccess -Tag @{ 'cost center' = '42' }
        """;

    private static readonly string Made = MotoAccounts.ProfileOf(SandboxSession.Abc);
    private static readonly string HandedOver = MotoAccounts.ProfileOf(SandboxSession.Globex);

    private readonly ModuleSession _shell = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-moto-handover-");
    private MotoAccounts? _moto;

    public async ValueTask InitializeAsync()
    {
        AwsCli.SkipWhereMissing();
        RoleReading.SkipWhereMissing();
        Program.SkipWhereMissing("bash", "the scripts for clients that have it are run with it.");
        _moto = await MotoAccounts.StartAsync();
        Run($"Initialize-CrossAccess acme -HomeProfileName {MotoAccounts.ProfileOf(SandboxSession.Home)}");
    }

    public ValueTask DisposeAsync()
    {
        _shell.Dispose();
        _moto?.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("CloudFormation")]
    [InlineData("StackSet")]
    [InlineData("AwsCli")]
    [InlineData("CloudShell")]
    public void The_role_is_the_one_that_New_RemoteAccessRole_makes_at_first_and_again(string format)
    {
        Run($"New-RemoteAccessRole AbcCorp {SandboxSession.Abc} -ProfileName {Made} {Terms}");
        var admin = new ClientAdmin(_shell, HandedOver, _folder.FullName);
        string text = Assert.Single(Run($"Export-RemoteAccessTemplate AbcCorp {SandboxSession.Globex} -Format {format} {Terms}").Texts);

        admin.Run(format, text);
        AssertSame(format);

        admin.Run(format, text);
        AssertSame(format);
    }

    [Fact]
    public void The_two_commands_of_a_stack_set_make_the_role_in_the_accounts_of_an_organization()
    {
        string template = Assert.Single(Run("Export-RemoteAccessTemplate AbcCorp -Format StackSet").Texts);
        File.WriteAllText(Path.Combine(_folder.FullName, "stackset.yaml"), template);
        string[] commands = [.. template.Split('\n').Where(line => line.StartsWith("#   aws cloudformation ", StringComparison.Ordinal)).Select(line => line[1..].Trim())];
        Assert.Equal(2, commands.Length);

        (int exitCode, string output) = Program.Run("admin", $$"""
            set -eu
            cd '{{_folder.FullName}}'
            aws organizations create-organization --feature-set ALL >/dev/null
            account=$(aws organizations create-account --account-name member --email member@example.com --query CreateAccountStatus.AccountId --output text)
            {{string.Join('\n', commands)}}
            keys=($(aws sts assume-role --role-arn "arn:aws:iam::$account:role/Owner" --role-session-name owner --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text))
            unset AWS_PROFILE
            AWS_DEFAULT_REGION=eu-west-1 AWS_ACCESS_KEY_ID=${keys[0]} AWS_SECRET_ACCESS_KEY=${keys[1]} AWS_SESSION_TOKEN=${keys[2]} aws iam get-role --role-name acme-read-only --query Role.Arn --output text | sed "s/$account/the member/"
            """, "bash");

        Assert.True(exitCode == 0, output);
        Assert.True(output.Contains("arn:aws:iam::the member:role/acme-read-only", StringComparison.Ordinal), output);
    }

    [Fact]
    public void Another_account_is_refused()
    {
        string text = Assert.Single(Run($"Export-RemoteAccessTemplate AbcCorp {SandboxSession.Abc} -Format AwsCli").Texts);

        (int exitCode, string said) = new ClientAdmin(_shell, HandedOver, _folder.FullName).TryRun("AwsCli", text);

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"This is for account {SandboxSession.Abc} alone. Nothing was changed.", said, StringComparison.Ordinal);
        Assert.Empty(AwsCli.Run(HandedOver, "iam", "list-roles")["Roles"]!.AsArray());
    }

    private static void AssertSame(string format)
    {
        JsonObject expected = JsonNode.Parse(RoleReading.Of(Made, "acme-read-only")[0])!.AsObject();
        JsonObject actual = JsonNode.Parse(RoleReading.Of(HandedOver, "acme-read-only")[0])!.AsObject();
        if (format != "AwsCli")
        {
            // moto's CloudFormation leaves a role's managed policies out; the Sandbox's does not, and there they are compared.
            Assert.Empty(actual["Attached"]!.AsArray());
            actual["Attached"] = expected["Attached"]!.DeepClone();
        }
        Assert.Equal(expected.ToJsonString(), actual.ToJsonString());
    }

    private ShellResult Run(string script)
    {
        ShellResult result = _shell.Run(script);
        Assert.Empty(result.Errors);
        Assert.Null(result.Terminated);
        return result;
    }
}
