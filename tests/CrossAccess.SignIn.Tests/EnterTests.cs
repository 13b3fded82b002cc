using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests;

[Collection(ProcessEnvironment.Collection)]
public sealed class EnterTests
{
    private static readonly SandboxOptions ApprovedAsAna = new() { ApproveSignInAs = "ana" };

    [Fact]
    public async Task Entering_takes_two_requests_and_entering_again_none()
    {
        using Workplace work = new(ApprovedAsAna);
        await work.SignInAsync();
        work.TakeOperations();

        PSObject session = Assert.Single(work.Run("Enter-ClientRole AbcCorp").Output);

        Assert.Equal(["GetRoleCredentials", "AssumeRole"], work.TakeOperations());
        Assert.Equal("ana", session.Properties["RoleSessionName"].Value);
        Assert.Equal("ana", session.Properties["SourceIdentity"].Value);
        work.Run("Exit-ClientRole");
        PSObject again = Assert.Single(work.Run("Enter-ClientRole abccorp readonly").Output);
        Assert.Empty(work.TakeOperations());
        Assert.Equal(session.Properties["AccessKey"].Value, again.Properties["AccessKey"].Value);
        Assert.Equal(again.Properties["AccessKey"].Value, Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID"));
        work.Run("Exit-ClientRole; Enter-ClientRole AbcCorp -NoCache");
        Assert.Equal(["GetRoleCredentials", "AssumeRole"], work.TakeOperations());
    }

    [Fact]
    public async Task A_set_under_a_name_of_its_own_is_entered_by_that_name()
    {
        using Workplace work = new(ApprovedAsAna);
        work.Run("""
            $null = New-RemoteAccessRole XyzCorp 333333333333 -ProfileName client-333333333333 -TrustScope Account |
                New-ClientPermissionSet -PermissionSetName xyz_readers | Grant-ClientAccess -User ana
            """);
        await work.SignInAsync();
        work.TakeOperations();

        PSObject session = Assert.Single(work.Run("Enter-ClientRole xyzcorp readonly").Output);

        // A role that trusts the account as a whole takes no source identity: it is asked a second time, without one.
        Assert.Equal(["GetRoleCredentials", "AssumeRole", "AssumeRole"], work.TakeOperations());
        Assert.Equal(("XyzCorp", "ReadOnly"), (session.Properties["Client"].Value, session.Properties["Tier"].Value));
    }

    [Fact]
    public async Task Without_an_inventory_the_permission_sets_own_policy_says_where_the_role_lies()
    {
        using Workplace work = new(ApprovedAsAna, readable: true);
        work.ForgetInventory();
        await work.SignInAsync($"Connect-CrossAccess -StartUrl {work.Sandbox.PortalUrl} -Region {work.Sandbox.Region}");
        work.TakeOperations();

        PSObject session = Assert.Single(work.Run("Enter-ClientRole AbcCorp").Output);

        Assert.Equal(["GetRoleCredentials", "GetCallerIdentity", "GetRolePolicy", "AssumeRole"], work.TakeOperations());
        Assert.Equal(Workplace.Client, session.Properties["AccountId"].Value);
        work.Run("Exit-ClientRole; Enter-ClientRole AbcCorp");
        Assert.Empty(work.TakeOperations());
    }

    [Fact]
    public async Task A_set_that_its_holder_may_not_read_says_what_the_admin_can_type()
    {
        using Workplace work = new(ApprovedAsAna);
        work.ForgetInventory();
        await work.SignInAsync($"Connect-CrossAccess -StartUrl {work.Sandbox.PortalUrl} -Region {work.Sandbox.Region}");

        ErrorRecord error = work.ErrorOf("Enter-ClientRole AbcCorp");

        Assert.StartsWith("ClientNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("New-ClientPermissionSet AbcCorp -Tier ReadOnly -ReadableByHolder", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_has_run_out_is_renewed_in_silence()
    {
        using Workplace work = new(ApprovedAsAna);
        await work.SignInAsync();
        string first = (string)work.Token["accessToken"]!;
        work.TakeOperations();
        work.Sandbox.Advance(TimeSpan.FromHours(2));

        work.Run("Enter-ClientRole AbcCorp -NoCache");

        Assert.Equal(["GetRoleCredentials", "CreateToken", "GetRoleCredentials", "AssumeRole"], work.TakeOperations());
        Assert.NotEqual(first, (string)work.Token["accessToken"]!);
        Assert.Equal("ana", (string)work.Token["crossAccessUserName"]!);
    }

    [Fact]
    public async Task A_session_that_is_over_asks_for_the_sign_in()
    {
        using Workplace work = new(ApprovedAsAna);
        await work.SignInAsync();
        work.Sandbox.Advance(TimeSpan.FromHours(9));

        ErrorRecord error = work.ErrorOf("Enter-ClientRole AbcCorp -NoCache");

        Assert.StartsWith("SignInRequired,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-CrossAccess", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_not_signed_in_is_told_to()
    {
        using Workplace work = new(ApprovedAsAna);

        ErrorRecord error = work.ErrorOf("Enter-ClientRole AbcCorp");

        Assert.StartsWith("SignInRequired,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-CrossAccess", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_granted_is_told_apart_with_what_is()
    {
        using Workplace work = new(ApprovedAsAna);
        await work.SignInAsync();

        ErrorRecord error = work.ErrorOf("Enter-ClientRole AbcCorp Administrator");

        Assert.StartsWith("AccessNotGranted,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("It offers you AbcCorpReadOnly.", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Grant-ClientAccess AbcCorp -Tier Administrator -User ana", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_forgets_what_was_held()
    {
        using Workplace work = new(ApprovedAsAna);
        await work.SignInAsync();
        work.Run("Enter-ClientRole AbcCorp; Exit-ClientRole; Disconnect-CrossAccess");

        Assert.StartsWith("SignInRequired,", work.ErrorOf("Enter-ClientRole AbcCorp").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_an_hour_is_an_hour_with_a_warning()
    {
        using Workplace work = new(ApprovedAsAna);
        await work.SignInAsync();

        ShellResult result = work.Run("Enter-ClientRole AbcCorp -Duration 4:00");

        Assert.Contains("an hour at most", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_entered_inside_another_is_entered_from_home()
    {
        using Workplace work = new(ApprovedAsAna);
        work.Run("$null = New-RemoteAccessRole XyzCorp 333333333333 -ProfileName client-333333333333 | New-ClientPermissionSet | Grant-ClientAccess -User ana");
        await work.SignInAsync();

        work.Run("Enter-ClientRole AbcCorp; Enter-ClientRole XyzCorp");

        Assert.Equal("333333333333", Assert.Single(work.Run("(Get-ClientRole)[0]").Output).Properties["AccountId"].Value);
        work.Run("Exit-ClientRole -All");
        Assert.Null(Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID"));
    }
}
