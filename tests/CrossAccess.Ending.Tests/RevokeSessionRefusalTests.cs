using System.Diagnostics;
using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>What Revoke-ClientSession does not do, and what is to be typed instead.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RevokeSessionRefusalTests : IDisposable
{
    private const string Revoke = "Revoke-ClientSession AbcCorp -ProfileName client-222222222222 -Force -WarningAction SilentlyContinue";

    private readonly TimedAws _aws = new("Grant-ClientAccess AbcCorp -User ana");
    private readonly QuickTime _time;

    public RevokeSessionRefusalTests() => _time = new QuickTime(_aws.Sandbox);

    public void Dispose()
    {
        _time.Dispose();
        _aws.Dispose();
    }

    [Theory]
    [InlineData("-ProfileName client-222222222222", "GetRole", "ClientAccessDenied")]
    [InlineData("-ProfileName client-222222222222", "GetRolePolicy", "ClientAccessDenied")]
    [InlineData("-ProfileName client-222222222222", "PutRolePolicy", "ClientAccessDenied")]
    [InlineData("-ProfileName client-333333333333", null, "AccountMismatch")]
    [InlineData("-ProfileName nobody", null, "ProfileNotFound")]
    [InlineData("-ThroughRole Nothing", null, "ClientAccessDenied")]
    [InlineData("", null, "AccountMismatch")]
    public async Task Whoever_may_not_do_it_gets_the_command_for_the_clients_admin_and_it_works(string credentials, string? denied, string id)
    {
        using SignedClient live = await _aws.EnterAsync("ana");
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));
        if (denied is not null) _aws.Sandbox.Fail(denied, "AccessDenied");

        ErrorRecord error = _aws.ErrorOf($"Revoke-ClientSession AbcCorp {credentials} -Force -WarningAction SilentlyContinue");

        Assert.Equal(id, error.Id());
        Assert.Null(await _aws.DenyAsync());
        Assert.StartsWith("aws iam put-role-policy --role-name acme-read-only --policy-name AWSRevokeOlderSessions --policy-document '{\"Version\":", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.ErrorDetails.RecommendedAction);
        if (denied != "PutRolePolicy") return;

        Assert.Contains("Not done: deny the sessions of acme-read-only that were issued until now, deny those that were issued meanwhile.", error.Exception.Message, StringComparison.Ordinal);
        AwsCli.SkipWhereMissing();
        await RunAsClientAdminAsync(error.ErrorDetails.RecommendedAction);
        Assert.False(await live.MayActAsync());
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Updated", Assert.Single(_aws.Run(Revoke)).Text("Status"));
        Assert.True(await (await _aws.EnterAsync("ana")).MayActAsync());
    }

    [Fact]
    public async Task A_deny_that_may_not_be_taken_out_comes_with_the_command_too()
    {
        await _aws.PutDenyAsync(_aws.Sandbox.Now.AddHours(-2));
        _aws.Sandbox.Fail("DeleteRolePolicy", "AccessDenied");
        ErrorRecord error = _aws.ErrorOf($"{Revoke} -Lift");
        Assert.Equal("ClientAccessDenied", error.Id());

        AwsCli.SkipWhereMissing();
        await RunAsClientAdminAsync(error.ErrorDetails.RecommendedAction);
        Assert.Null(await _aws.DenyAsync());
    }

    [Fact]
    public async Task A_session_of_the_very_role_is_refused_however_it_was_come_by()
    {
        _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -Tier Administrator -ProfileName client-222222222222 -TrustScope Account");
        _aws.Sandbox.ClearEvents();

        ErrorRecord via = _aws.ErrorOf("Revoke-ClientSession AbcCorp -Tier administrator -Via Administrator -Force");
        Assert.Equal(("RequestRejected", ErrorCategory.InvalidOperation), (via.Id(), via.CategoryInfo.Category));
        Assert.StartsWith("-Via Administrator would act by a session of acme-administrator itself", via.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-ProfileName <profile>", via.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_aws.Operations);
        Assert.Equal("RequestRejected", _aws.ErrorOf("$env:AWS_PROFILE = 'sandbox-home'; Revoke-ClientSession AbcCorp -Tier Administrator -ThroughRole acme-administrator -Force").Id());
        Assert.Empty(_aws.Changes);

        // Another tier's role is another matter.
        ShellResult both = _aws.Try("Revoke-ClientSession AbcCorp -Via Administrator -Force -WarningAction SilentlyContinue");
        Assert.Equal("RequestRejected", Assert.Single(both.Errors).Id());
        Assert.Equal(("acme-read-only", "Created"), (Assert.Single(both.Output).Text("RoleName"), both.Output[0].Text("Status")));
        Assert.NotNull(await _aws.DenyAsync());
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["s3:*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2020-01-01T00:00:00Z"}}}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2020-01-01T00:00:00Z"},"StringEquals":{"aws:SourceIdentity":"ana"}}}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""")]
    public async Task A_policy_of_that_name_that_says_something_else_is_left_alone(string document)
    {
        await _aws.PutDenyAsync(document);
        _aws.Sandbox.ClearEvents();
        foreach (string script in (string[])[Revoke, $"{Revoke} -Lift"])
        {
            ErrorRecord error = _aws.ErrorOf(script);
            Assert.Equal(("SessionDenyUnclear", ErrorCategory.InvalidData), (error.Id(), error.CategoryInfo.Category));
            Assert.StartsWith("Look at it: aws iam get-role-policy --role-name acme-read-only --policy-name AWSRevokeOlderSessions.", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
        Assert.Empty(_aws.Changes);
        Assert.Equal(document, await _aws.DenyAsync());
    }

    [Fact]
    public async Task One_that_is_written_in_between_is_left_alone_too()
    {
        const string Other = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""";
        _time.Meanwhile = () => _aws.PutDenyAsync(Other).GetAwaiter().GetResult();
        ErrorRecord error = _aws.ErrorOf(Revoke);
        Assert.Equal("SessionDenyUnclear", error.Id());
        Assert.Contains("Done: deny the sessions of acme-read-only that were issued until now. Not done: deny those that were issued meanwhile.", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(Other, await _aws.DenyAsync());
    }

    [Theory]
    [InlineData("Revoke-ClientSession Nobody -Force", "ClientNotFound", "Get-CrossAccessClient")]
    [InlineData("Revoke-ClientSession AbcCorp 333333333333 -Tier ReadOnly -Force", "AccountRecordedElsewhere", "Get-CrossAccessClient")]
    [InlineData("Revoke-ClientSession AbcCorp 444444444444 -Force", "AccountNotFound", null)]
    [InlineData("Revoke-ClientSession AbcCorp 111111111111 -Tier ReadOnly -Force", "InvalidAccountId", null)]
    [InlineData("Revoke-ClientSession AbcCorp -Tier Nothing -Force", "TierNotFound", null)]
    [InlineData("Revoke-ClientSession AbcCorp -Tier Administrator -ProfileName client-222222222222 -Force", "RoleNotFound", null)]
    [InlineData("Revoke-ClientSession AbcCorp -User ana -ProfileName client-222222222222 -Force", "DenyPolicyNotFound", "Initialize-CrossAccess acme -DenyPolicy")]
    [InlineData("Revoke-ClientSession AbcCorp -ProfileName a -Via ReadOnly -Force", "RequestRejected", null)]
    public void Refusals_have_an_id_and_change_nothing(string script, string id, string? action)
    {
        ErrorRecord error = _aws.ErrorOf(script);
        Assert.Equal(id, error.Id());
        if (action is not null) Assert.Contains(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_aws.Changes);
    }

    [Fact]
    public async Task Another_providers_role_is_left_alone()
    {
        using SignedClient admin = SignedClient.Administrator(_aws.Sandbox, "222222222222");
        await admin.IamAsync("TagRole", ("RoleName", RevokedRoles.RoleName), ("Tags.member.1.Key", "crossaccess:company"), ("Tags.member.1.Value", "other"));
        Assert.Equal("RoleExists", _aws.ErrorOf(Revoke).Id());
        Assert.Null(await _aws.DenyAsync());
    }

    // As it stands, in a shell of the client's admin.
    private static async Task RunAsClientAdminAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardError = true };
        start.Environment["AWS_PROFILE"] = "client-222222222222";
        using Process process = Process.Start(start)!;
        string errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors);
    }
}
