using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.HandOver.Tests;

/// <summary>What the client's admin makes of each format, in the Sandbox, is what New-RemoteAccessRole makes.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class DeployedTemplateTests : IDisposable
{
    // Everything that a role can be asked to be, with a policy that no shell and no template language may read anything into.
    private const string Terms = """
        -ManagedPolicyArn arn:aws:iam::aws:policy/ReadOnlyAccess, arn:aws:iam::aws:policy/job-function/Billing
        -PolicyDocument '{"Version":"2012-10-17","Statement":[{"Sid":"Odd","Effect":"Allow","Action":["s3:GetObject","s3:List*"],"Resource":["arn:aws:s3:::a''b\"c\\d`e$(id)/${aws:username}/$${x}%{y}/#;&|<>!é","*"],"Condition":{"StringEquals":{"aws:RequestTag/yes":["no","on","2012-10-17","0123","1e5","null","~","- a","a: b","{{x}}","TEMPLATE","JSON","''@","@''"]},"Bool":{"aws:SecureTransport":true},"NumericLessThan":{"aws:MultiFactorAuthAge":3600}}}]}'
        -TrustedRoleArn arn:aws:iam::111111111111:role/runbooks/nightly
        -MaxSessionDuration 4:00
        -PermissionsBoundaryArn arn:aws:iam::aws:policy/PowerUserAccess
        -Tag @{ 'cost center' = '42/a@b=c+d'; Grüße = 'é' }
        """;

    private static readonly string MakeRole = $"New-RemoteAccessRole AbcCorp {SandboxSession.Abc} -ProfileName {SandboxSession.ProfileOf(SandboxSession.Abc)}";

    private readonly SandboxSession _aws = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-handover-");

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("CloudFormation")]
    [InlineData("AwsCli")]
    [InlineData("CloudShell")]
    [InlineData("PowerShell")]
    public void The_role_is_the_one_that_New_RemoteAccessRole_makes_at_first_and_again_and_when_it_changes(string format)
    {
        SkipWithoutTools();
        ClientAdmin admin = Admin(SandboxSession.Globex);
        string odd = Terms.ReplaceLineEndings(" ");
        string paste = Export($"AbcCorp -Format {format} {odd}");
        _aws.Run($"{MakeRole} {odd}");
        admin.Run(format, paste);
        AssertSame("acme-read-only");

        _aws.Sandbox.ClearEvents();
        admin.Run(format, paste);
        AssertSame("acme-read-only");
        Assert.DoesNotContain(_aws.ChangingRequests, operation => operation is "CreateRole" or "AttachRolePolicy" or "DetachRolePolicy");

        // Back to the tier's own: a policy detached, its own deleted, the trust narrowed. What a template does not name is as for a new role; New-RemoteAccessRole leaves length, boundary and tags as they are, so they are named.
        const string Later = "-Tier ReadOnly, Administrator -MaxSessionDuration 1:00 -PermissionsBoundaryArn arn:aws:iam::aws:policy/PowerUserAccess -Tag @{ 'cost center' = 'x'; Grüße = 'é' }";
        _aws.Run($"{MakeRole} {Later}");
        admin.Run(format, Export($"AbcCorp -Format {format} {Later}"));
        AssertSame("acme-read-only", "acme-administrator");
    }

    [Fact]
    public void The_template_for_stack_sets_makes_the_same_role()
    {
        SkipWithoutTools();
        string odd = Terms.ReplaceLineEndings(" ");
        _aws.Run($"{MakeRole} {odd}");
        Admin(SandboxSession.Globex).Run("StackSet", Export($"AbcCorp -Format StackSet {odd}"));
        AssertSame("acme-read-only");
    }

    [Theory]
    [InlineData("AwsCli")]
    [InlineData("CloudShell")]
    [InlineData("PowerShell")]
    public void It_makes_nothing_in_home_nor_in_another_account_than_the_one_that_is_named(string format)
    {
        SkipWithoutTools();
        string named = Export($"AbcCorp {SandboxSession.Abc} -Format {format}");
        string open = Export($"AbcCorp -Format {format}");
        _aws.Sandbox.ClearEvents();

        (int elsewhere, string saidElsewhere) = Admin(SandboxSession.Globex).TryRun(format, named);
        (int home, string saidAtHome) = new ClientAdmin(_aws.Shell, "sandbox-home", _folder.FullName).TryRun(format, open);

        Assert.NotEqual(0, elsewhere);
        Assert.Contains($"This is account {SandboxSession.Globex}.", saidElsewhere, StringComparison.Ordinal);
        Assert.Contains($"This is for account {SandboxSession.Abc} alone. Nothing was changed.", saidElsewhere, StringComparison.Ordinal);
        Assert.NotEqual(0, home);
        Assert.Contains("acme's own account", saidAtHome, StringComparison.Ordinal);
        Assert.Equal(["GetCallerIdentity", "GetCallerIdentity"], _aws.Requests.Select(request => request.Operation));
    }

    [Theory]
    [InlineData("AwsCli")]
    [InlineData("CloudShell")]
    [InlineData("PowerShell")]
    public void A_role_of_that_name_that_was_made_by_hand_is_left_as_it_is(string format)
    {
        SkipWithoutTools();
        string profile = SandboxSession.ProfileOf(SandboxSession.Globex);
        AwsCli.Run(profile, "iam", "create-role", "--role-name", "acme-read-only", "--assume-role-policy-document", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"}]}""");
        _aws.Sandbox.ClearEvents();

        (int exitCode, string said) = Admin(SandboxSession.Globex).TryRun(format, Export($"AbcCorp -Format {format}"));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("There is a role acme-read-only already", said, StringComparison.Ordinal);
        Assert.Empty(_aws.ChangingRequests);
    }

    [Fact]
    public void A_paste_that_would_take_a_tier_away_or_that_was_cut_short_does_nothing()
    {
        SkipWithoutTools();
        ClientAdmin admin = Admin(SandboxSession.Globex);
        admin.Run("CloudShell", Export("AbcCorp -Tier ReadOnly, Administrator -Format CloudShell"));
        string fewer = Export("AbcCorp -Format CloudShell");
        _aws.Sandbox.ClearEvents();

        (int exitCode, string said) = admin.TryRun("CloudShell", fewer);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("also has AdministratorRole, which this would remove", said, StringComparison.Ordinal);

        // Whatever bash makes of a here-document without an end, the last lines are those that act.
        admin.TryRun("CloudShell", fewer[..(fewer.Length / 2)]);
        Assert.Empty(_aws.ChangingRequests);
    }

    [Fact]
    public void A_first_try_that_failed_does_not_stand_in_the_way_of_the_next()
    {
        SkipWithoutTools();
        ClientAdmin admin = Admin(SandboxSession.Globex);
        Assert.NotEqual(0, admin.TryRun("CloudShell", Export("AbcCorp -Format CloudShell -ManagedPolicyArn arn:aws:iam::aws:policy/NoSuchPolicy")).ExitCode);

        admin.Run("CloudShell", Export("AbcCorp -Format CloudShell"));

        _aws.Run(MakeRole);
        AssertSame("acme-read-only");
    }

    [Theory]
    [InlineData("CloudFormation")]
    [InlineData("AwsCli")]
    [InlineData("CloudShell")]
    [InlineData("PowerShell")]
    public void Whoever_is_granted_enters_what_the_client_made_without_anything_sent_back(string format)
    {
        SkipWithoutTools();
        ShellResult exported = _aws.Run($"Export-RemoteAccessTemplate AbcCorp {SandboxSession.Abc} -GenerateExternalId -Format {format}");
        Admin(SandboxSession.Abc).Run(format, exported.Texts[0]);

        _aws.Run($"Export-RemoteAccessTemplate AbcCorp {SandboxSession.Abc} -GenerateExternalId | New-ClientPermissionSet | Grant-ClientAccess -User ana");

        Assert.Equal(["AbcCorp ReadOnly (222222222222)"], _aws.Run("Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly").Texts);
        Assert.Equal(exported.Output[0].Text("ExternalId"), _aws.Requests.Last(request => request.Operation == "AssumeRole").Sent("ExternalId")!.GetValue<string>());
        Assert.Equal(["Unchanged"], _aws.Run($"New-RemoteAccessRole AbcCorp {SandboxSession.Abc} -ProfileName {SandboxSession.ProfileOf(SandboxSession.Abc)} -ExternalId {exported.Output[0].Text("ExternalId")}").Statuses());
    }

    private static void AssertSame(params string[] roles)
    {
        foreach ((string ours, string theirs) in RoleReading.Of(SandboxSession.ProfileOf(SandboxSession.Abc), roles).Zip(RoleReading.Of(SandboxSession.ProfileOf(SandboxSession.Globex), roles)))
            Assert.Equal(ours, theirs);
    }

    private string Export(string arguments) => Assert.Single(_aws.Run($"Export-RemoteAccessTemplate {arguments}").Texts);

    private ClientAdmin Admin(string accountId) => new(_aws.Shell, SandboxSession.ProfileOf(accountId), _folder.FullName);

    private static void SkipWithoutTools()
    {
        AwsCli.SkipWhereMissing();
        RoleReading.SkipWhereMissing();
        Program.SkipWhereMissing("bash", "the scripts for clients that have it are run with it.");
    }
}
