using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Entering;

/// <summary>Entries that are refused leave the environment as it was, and say what to do.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RefusedEntryTests : IDisposable
{
    private readonly SandboxSession _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void Without_a_grant_AWS_refuses_and_the_error_says_who_can_help_and_how()
    {
        _aws.Onboard("Globex", SandboxSession.Globex, "-User eve");
        _aws.Onboard();

        ErrorRecord error = Refused("Enter-ClientRole AbcCorp", "eve@GlobexReadOnly");

        Assert.Equal("ClientAccessDenied,CrossAccess.Commands.EnterClientRoleCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        Assert.Equal("AbcCorp", error.TargetObject);
        Assert.Contains("eve", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("GlobexReadOnly", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Grant-ClientAccess AbcCorp -Tier ReadOnly -User eve", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_tier_of_the_same_client_is_refused_too()
    {
        _aws.Onboard();
        _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -Tier Administrator -ProfileName client-222222222222");

        Assert.Equal("ClientAccessDenied", Refused("Enter-ClientRole AbcCorp Administrator", "ana@AbcCorpReadOnly").Id());
    }

    [Theory]
    [InlineData("client-333333333333")]
    [InlineData("sandbox-admin")]
    public void Credentials_of_another_account_than_home_are_told_apart_before_anything_is_asked_for(string profile)
    {
        _aws.Onboard();

        ErrorRecord error = Refused("Enter-ClientRole AbcCorp", profile);

        Assert.Equal("AccountMismatch", error.Id());
        Assert.Contains("111111111111", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-HomeProfileName", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(_aws.Requests, request => request.Operation == "AssumeRole");
    }

    [Fact]
    public void A_revoked_grant_lets_nobody_in_any_more()
    {
        _aws.Onboard(grant: "-User ana, eve");
        dynamic keys = _aws.Sandbox.SignIn("eve", "AbcCorpReadOnly");
        Assert.NotNull((string)keys.AccessKeyId);
        _aws.Run("Revoke-ClientAccess AbcCorp -Tier ReadOnly -User eve -Force");

        Assert.Equal("ProfileNotFound", Refused("Enter-ClientRole AbcCorp -HomeProfileName eve@AbcCorpReadOnly", "sandbox-home").Id());
    }

    [Theory]
    [InlineData("Enter-ClientRole AbcCrop", "ClientNotFound", "AbcCorp")]
    [InlineData("Enter-ClientRole AbcCorp Reader", "TierNotFound", "ReadOnly")]
    [InlineData("Enter-ClientRole AbcCorp", "AccountAmbiguous", "staging")]
    [InlineData("Enter-ClientRole AbcCorp -Account production", "AccountNotFound", "staging")]
    [InlineData("Enter-ClientRole AbcCorp -Account staging -Duration 0:05", "InvalidDuration", "15 minutes")]
    [InlineData("Enter-ClientRole AbcCorp -Account staging -HomeProfileName nobody", "ProfileNotFound", "nobody")]
    public void What_is_typed_wrong_is_named_with_what_may_be_meant(string script, string id, string named)
    {
        _aws.Onboard();
        _aws.Onboard("AbcCorp", SandboxSession.Globex, role: "-AccountName staging");

        ErrorRecord error = Refused(script, "ana@AbcCorpReadOnly");

        Assert.Equal(id, error.Id());
        Assert.Contains(named, error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_aws.Requests, request => request.Operation == "AssumeRole");
    }

    [Fact]
    public void Another_runspace_may_neither_enter_nor_leave_meanwhile()
    {
        _aws.Onboard();
        _aws.Run("Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly");
        using var other = new ModuleSession();
        Dictionary<string, string> inside = SandboxSession.Variables();

        Assert.Equal("EnteredElsewhere", other.Run("Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly").OnlyError().Id());
        Assert.Equal("EnteredElsewhere", other.Run("Exit-ClientRole").OnlyError().Id());

        Assert.Equal(inside, SandboxSession.Variables());
        _aws.Run("Exit-ClientRole");
    }

    [Fact]
    public void Leaving_without_having_entered_is_an_error_that_knows_of_an_inherited_role()
    {
        Assert.Equal("NotEntered", _aws.Try("Exit-ClientRole").OnlyError().Id());

        Environment.SetEnvironmentVariable("CROSSACCESS_CLIENT", "AbcCorp");
        ErrorRecord inherited = _aws.Try("Exit-ClientRole").OnlyError();

        Assert.Equal("NotEntered", inherited.Id());
        Assert.Contains("AbcCorp", inherited.Exception.Message, StringComparison.Ordinal);
    }

    private ErrorRecord Refused(string script, string profile)
    {
        Environment.SetEnvironmentVariable("AWS_PROFILE", profile);
        _aws.Sandbox.ClearEvents();
        Dictionary<string, string> before = SandboxSession.Variables();

        ShellResult result = _aws.Try(script);

        Assert.Empty(result.Output);
        Assert.Equal(before, SandboxSession.Variables());
        return result.OnlyError();
    }
}
