using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Module.Tests.Inputs;

/// <summary>Credentials that are missing or refused, and an AWS that throttles, fails or is not there.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ServiceFailureTests : IDisposable
{
    private const string NewRole = "New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222";

    private readonly SandboxSession _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void Throttling_is_waited_out()
    {
        _aws.Sandbox.Fail("CreateRole", "Throttling", 2);

        Assert.Equal(["Created"], _aws.Run(NewRole).Statuses());
        Assert.Equal(["Throttling", "Throttling", null], _aws.Requests.Where(request => request.Operation == "CreateRole").Select(request => request.ErrorCode));
    }

    [Fact]
    public void Throttling_without_end_is_RequestThrottled_and_nothing_is_made()
    {
        _aws.Sandbox.Fail("GetRole", "Throttling", 100);

        ErrorRecord error = _aws.Try(NewRole).OnlyError();

        Assert.Equal("RequestThrottled", error.Id());
        Assert.Equal(ErrorCategory.LimitsExceeded, error.CategoryInfo.Category);
        Assert.Equal("AbcCorp", error.TargetObject);
        Assert.Empty(_aws.ChangingRequests);
    }

    [Theory]
    [InlineData("CreatePermissionSet")]
    [InlineData("PutInlinePolicyToPermissionSet")]
    [InlineData("CreateAccountAssignment")]
    public void Identity_Center_is_asked_again_when_it_throttles(string operation)
    {
        _aws.Sandbox.Fail(operation, "ThrottlingException", 1);

        Assert.Equal(["Created"], _aws.Run($"{NewRole} | New-ClientPermissionSet | Grant-ClientAccess -Group Engineers").Statuses());
    }

    [Theory]
    [InlineData("PutInlinePolicyToPermissionSet")]
    [InlineData("CreateAccountAssignment")]
    public void A_write_that_has_not_arrived_yet_is_waited_for(string operation)
    {
        _aws.Sandbox.Fail(operation, "ConflictException", 1);

        Assert.Equal(["Created"], _aws.Run($"{NewRole} | New-ClientPermissionSet | Grant-ClientAccess -Group Engineers").Statuses());
    }

    [Fact]
    public void An_endpoint_that_nobody_listens_on_is_EndpointUnreachable()
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", $"http://127.0.0.1:{FreePort.Find()}");
        // The profiles of the Sandbox name its address themselves.
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_STS", Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL"));

        ErrorRecord error = _aws.Try(NewRole).OnlyError();

        Assert.Equal("EndpointUnreachable", error.Id());
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains("127.0.0.1", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_credentials_the_error_says_how_to_get_some()
    {
        Environment.SetEnvironmentVariable("AWS_PROFILE", null);

        ErrorRecord error = _aws.Try("New-RemoteAccessRole AbcCorp 222222222222").OnlyError();

        Assert.Equal("CredentialsNotFound", error.Id());
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Empty(_aws.Requests);
    }

    [Theory]
    [InlineData("@{ AccessKey = 'AKIAUNKNOWN000000000'; SecretAccessKey = 'not-a-real-one' }")]
    [InlineData("@{ AccessKey = $key.AccessKeyId; SecretAccessKey = 'not-the-right-one' }")]
    public void Keys_that_AWS_does_not_know_are_CredentialsInvalid_and_are_not_repeated(string credential)
    {
        _aws.Shell.Set("key", (object)_aws.Sandbox.AdministratorOf(SandboxSession.Abc));

        ErrorRecord error = _aws.Try($"New-RemoteAccessRole AbcCorp 222222222222 -Credential {credential}").OnlyError();

        Assert.Equal("CredentialsInvalid", error.Id());
        Assert.DoesNotContain("not-", $"{error.Exception} {error.ErrorDetails.RecommendedAction}", StringComparison.Ordinal);
        Assert.Empty(_aws.ChangingRequests);
    }

    [Fact]
    public void Keys_in_hand_reach_the_account()
    {
        _aws.Shell.Set("key", (object)_aws.Sandbox.AdministratorOf(SandboxSession.Abc));

        Assert.Equal(["Created"], _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -Credential $key").Statuses());
    }

    [Fact]
    public void A_role_of_the_clients_account_is_gone_through_and_another_one_is_not_to_be_had()
    {
        AwsCli.SkipWhereMissing();
        string remote = SandboxSession.ProfileOf(SandboxSession.Abc);
        AwsCli.Run(remote, "iam", "create-role", "--role-name", "Onboarding", "--assume-role-policy-document",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::999988887777:root"}}]}""");
        AwsCli.Run(remote, "iam", "attach-role-policy", "--role-name", "Onboarding", "--policy-arn", "arn:aws:iam::aws:policy/AdministratorAccess");

        Assert.Equal(["Created"], _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -ThroughRole Onboarding").Statuses());

        ErrorRecord error = _aws.Try("New-RemoteAccessRole Globex 333333333333 -ThroughRole Onboarding").OnlyError();
        Assert.Equal("ClientAccessDenied", error.Id());
        Assert.Equal("Globex", error.TargetObject);
    }

    [Fact]
    public void Before_the_company_is_set_up_every_cmdlet_says_what_to_type()
    {
        File.Delete(SandboxSession.InventoryPath);

        ErrorRecord error = _aws.Try(NewRole).OnlyError();

        Assert.Equal("NotInitialized", error.Id());
        Assert.Contains("Initialize-CrossAccess", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_administer_Identity_Center_cannot_set_the_company_up()
    {
        File.Delete(SandboxSession.InventoryPath);

        ErrorRecord error = _aws.Try("Initialize-CrossAccess acme -AdminProfileName sandbox-home").OnlyError();

        Assert.Equal("ClientAccessDenied", error.Id());
        Assert.Contains("-AdminProfileName", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.False(File.Exists(SandboxSession.InventoryPath));
    }
}
