using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests;

/// <summary>What was made by hand under names of its own, entered by a sign-in once it is adopted.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class AdoptedEntryTests
{
    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"xyz-42"}}}]}""";
    private const string Allow = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::333333333333:role/partners/XyzReaders"}]}""";

    [Fact]
    public async Task An_adopted_set_is_offered_by_the_portal_under_its_own_name_and_enters_the_role()
    {
        AwsCli.SkipWhereMissing();
        using Workplace work = new(new SandboxOptions { ApproveSignInAs = "ana" });
        MakeByHand(work);
        work.Run("$null = Import-CrossAccessClient XyzCorp -ProfileName client-333333333333 -Force");
        await work.SignInAsync();
        work.TakeOperations();

        PSObject session = Assert.Single(work.Run("Enter-ClientRole xyzcorp").Output);

        // The role takes no source identity: it is asked a second time, without one.
        Assert.Equal(["GetRoleCredentials", "AssumeRole", "AssumeRole"], work.TakeOperations());
        Assert.Equal(("XyzCorp", "ReadOnly", "arn:aws:iam::333333333333:role/partners/XyzReaders"), (session.Properties["Client"].Value, session.Properties["Tier"].Value, session.Properties["RoleArn"].Value));
        Assert.Equal("ana", session.Properties["RoleSessionName"].Value);
    }

    [Fact]
    public async Task Whoever_lacks_an_adopted_set_is_told_its_own_name()
    {
        AwsCli.SkipWhereMissing();
        using Workplace work = new(new SandboxOptions { ApproveSignInAs = "ben" });
        MakeByHand(work);
        work.Run("$null = Import-CrossAccessClient XyzCorp -ProfileName client-333333333333 -Force");
        await work.SignInAsync();

        ErrorRecord error = work.ErrorOf("Enter-ClientRole XyzCorp");

        Assert.StartsWith("AccessNotGranted,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("permission set xyz_viewer in the home account", error.Exception.Message, StringComparison.Ordinal);
    }

    private static void MakeByHand(Workplace work)
    {
        string instance = work.Sandbox.InstanceArn;
        AwsCli.Run("client-333333333333", "iam", "create-role", "--path", "/partners/", "--role-name", "XyzReaders", "--assume-role-policy-document", Trust);
        string set = (string)AwsCli.Run("sandbox-admin", "sso-admin", "create-permission-set", "--instance-arn", instance, "--name", "xyz_viewer")["PermissionSet"]!["PermissionSetArn"]!;
        AwsCli.Run("sandbox-admin", "sso-admin", "put-inline-policy-to-permission-set", "--instance-arn", instance, "--permission-set-arn", set, "--inline-policy", Allow);
        AwsCli.Run(
            "sandbox-admin", "sso-admin", "create-account-assignment", "--instance-arn", instance, "--permission-set-arn", set, "--target-id", work.Sandbox.HomeAccountId, "--target-type", "AWS_ACCOUNT",
            "--principal-type", "USER", "--principal-id", work.Sandbox.Users.Single(user => user.UserName == "ana").UserId);
    }
}
