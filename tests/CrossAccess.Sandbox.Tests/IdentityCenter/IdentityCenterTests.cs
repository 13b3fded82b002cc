using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.IdentityCenter;

public sealed class IdentityCenterTests : IAsyncLifetime
{
    private readonly TurnableClock _clock = new();
    private readonly CrossAccessSandbox _sandbox;
    private readonly Onboarding _onboarding;

    public IdentityCenterTests()
    {
        _sandbox = CrossAccessSandbox.Start(new SandboxOptions { Clock = _clock, ProvisioningDelay = TimeSpan.FromSeconds(10) });
        _onboarding = new Onboarding(_sandbox);
    }

    [Fact]
    public async Task An_assignment_is_in_progress_until_its_time_and_one_account_takes_one_at_a_time()
    {
        JsonObject at = await _onboarding.SetAsync("Jump");
        JsonNode first = await _onboarding.AssignAsync(at, "ana");
        JsonNode second = await _onboarding.AssignAsync(at, "ben");
        Assert.Equal("IN_PROGRESS", await _onboarding.StatusAsync(first));
        Assert.Throws<InvalidOperationException>(() => _sandbox.SignIn("ana", "Jump"));
        _clock.Turn(TimeSpan.FromSeconds(10));
        Assert.Equal("SUCCEEDED", await _onboarding.StatusAsync(first));
        Assert.Equal("IN_PROGRESS", await _onboarding.StatusAsync(second));
        _clock.Turn(TimeSpan.FromSeconds(10));
        Assert.Equal("SUCCEEDED", await _onboarding.StatusAsync(second));
    }

    [Fact]
    public async Task The_reserved_role_comes_back_with_another_suffix()
    {
        JsonObject at = await _onboarding.SetAsync("Jump");
        await _onboarding.AssignAsync(at, "ana");
        _clock.Turn(TimeSpan.FromSeconds(10));
        string first = _sandbox.SignIn("ana", "Jump").Arn;
        Assert.Matches($"^arn:aws:sts::{_sandbox.HomeAccountId}:assumed-role/AWSReservedSSO_Jump_[0-9a-f]{{16}}/ana$", first);

        await _onboarding.UnassignAsync(at, "ana");
        _clock.Turn(TimeSpan.FromSeconds(10));
        Assert.Throws<InvalidOperationException>(() => _sandbox.SignIn("ana", "Jump"));
        await _onboarding.AssignAsync(at, "ana");
        _clock.Turn(TimeSpan.FromSeconds(10));
        Assert.NotEqual(first, _sandbox.SignIn("ana", "Jump").Arn);
    }

    [Fact]
    public async Task Nobody_but_Identity_Center_changes_a_reserved_role()
    {
        await _onboarding.AssignAsync(await _onboarding.SetAsync("Jump"), "ana");
        _clock.Turn(TimeSpan.FromSeconds(10));
        string role = _sandbox.SignIn("ana", "Jump").Arn.Split('/')[1];
        using SignedClient home = SignedClient.Administrator(_sandbox, _sandbox.HomeAccountId);
        Assert.Contains($"role/aws-reserved/sso.amazonaws.com/{_sandbox.Region}/{role}", (await home.IamAsync("GetRole", ("RoleName", role))).Text("Arn"), StringComparison.Ordinal);
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => home.IamAsync("DeleteRole", ("RoleName", role)));
        Assert.Equal("UnmodifiableEntity", error.Code);
    }

    [Fact]
    public async Task No_more_than_fifteen_assignments_are_outstanding()
    {
        JsonObject at = await _onboarding.SetAsync("Jump");
        for (int i = 0; i < 15; i++)
            await _onboarding.AssignAsync(at, "ana");
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => _onboarding.AssignAsync(at, "ana"));
        Assert.Equal("ThrottlingException", error.Code);
        _clock.Turn(TimeSpan.FromSeconds(10));
        await _onboarding.AssignAsync(at, "ana");
    }

    [Fact]
    public async Task What_is_accepted_may_fail_later_and_says_why()
    {
        JsonObject at = await _onboarding.SetAsync("Jump");
        JsonNode unknownUser = await _onboarding.AssignAsync(at, "00000000-0000-0000-0000-000000000000");
        JsonNode foreignAccount = await _onboarding.Admin.SsoAsync("CreateAccountAssignment", _onboarding.Grant(at, "ana", _onboarding.ClientId));
        _clock.Turn(TimeSpan.FromSeconds(20));
        Assert.Equal("FAILED", await _onboarding.StatusAsync(unknownUser));
        Assert.Equal("FAILED", await _onboarding.StatusAsync(foreignAccount));
    }

    [Fact]
    public async Task A_set_that_is_assigned_or_about_to_be_cannot_be_deleted()
    {
        JsonObject at = await _onboarding.SetAsync("Jump");
        await _onboarding.AssignAsync(at, "ana");
        Assert.Equal("ConflictException", (await Assert.ThrowsAsync<AwsError>(() => _onboarding.Admin.SsoAsync("DeletePermissionSet", at))).Code);
        _clock.Turn(TimeSpan.FromSeconds(10));
        Assert.Equal("ConflictException", (await Assert.ThrowsAsync<AwsError>(() => _onboarding.Admin.SsoAsync("DeletePermissionSet", at))).Code);
        await _onboarding.UnassignAsync(at, "ana");
        _clock.Turn(TimeSpan.FromSeconds(10));
        await _onboarding.Admin.SsoAsync("DeletePermissionSet", at);
    }

    [Fact]
    public async Task Only_the_admin_account_in_the_primary_Region_administers()
    {
        using SignedClient home = SignedClient.Administrator(_sandbox, _sandbox.HomeAccountId);
        JsonObject instance = new() { ["InstanceArn"] = _sandbox.InstanceArn };
        Assert.Single((await home.SsoAsync("ListInstances", []))["Instances"]!.AsArray());
        Assert.Empty((await _onboarding.Client.SsoAsync("ListInstances", []))["Instances"]!.AsArray());
        Assert.Equal("AccessDeniedException", (await Assert.ThrowsAsync<AwsError>(() => home.SsoAsync("ListPermissionSets", instance))).Code);

        AccessKey key = _sandbox.AdministratorOf(_sandbox.AdminAccountId);
        using SignedClient elsewhere = new(_sandbox, key.AccessKeyId, key.SecretAccessKey) { Region = "us-east-1" };
        Assert.Equal("AccessDeniedException", (await Assert.ThrowsAsync<AwsError>(() => elsewhere.SsoAsync("ListPermissionSets", instance))).Code);
    }

    [Fact]
    public async Task A_delegated_administrator_cannot_assign_in_the_management_account()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start(new SandboxOptions { ManagementAccountId = "555555555555" });
        using Onboarding onboarding = new(sandbox);
        JsonObject at = await onboarding.SetAsync("Jump");
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => onboarding.Admin.SsoAsync("CreateAccountAssignment", onboarding.Grant(at, "ana", "555555555555")));
        Assert.Equal("AccessDeniedException", error.Code);
    }

    [Fact]
    public async Task Home_may_be_the_admin_account_and_in_us_east_1_the_role_has_no_Region_in_its_path()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start(new SandboxOptions { Region = "us-east-1", AdminAccountId = "111111111111", HomeAccountId = "111111111111" });
        using Onboarding onboarding = new(sandbox);
        await onboarding.AssignAsync(await onboarding.SetAsync("Jump"), "ana");
        string role = sandbox.SignIn("ana", "Jump").Arn.Split('/')[1];
        Assert.Equal($"arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/{role}", (await onboarding.Admin.IamAsync("GetRole", ("RoleName", role))).Text("Arn"));
    }

    [Theory]
    [InlineData("Name", "a name with spaces", "Member must satisfy regular expression pattern")]
    [InlineData("Name", "é", "Member must satisfy regular expression pattern")]
    [InlineData("Name", "abcdefghijklmnopqrstuvwxyz1234567", "Member must have length less than or equal to 32")]
    [InlineData("Description", "", "Member must have length greater than or equal to 1")]
    [InlineData("SessionDuration", "PT30M", "between 1 hour and 12 hours")]
    public async Task A_request_that_breaks_the_model_is_a_ValidationException(string member, string value, string reason)
    {
        JsonObject input = new() { ["InstanceArn"] = _sandbox.InstanceArn, ["Name"] = "Jump" };
        input[member] = value;
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => _onboarding.Admin.SsoAsync("CreatePermissionSet", input));
        Assert.Equal("ValidationException", error.Code);
        Assert.Contains(reason, error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_cut_to_size_and_a_token_is_good_for_its_operation_alone()
    {
        foreach (string name in new[] { "One", "Two", "Three" })
            await _onboarding.SetAsync(name);
        JsonObject input = new() { ["InstanceArn"] = _sandbox.InstanceArn, ["MaxResults"] = 2 };
        JsonNode first = await _onboarding.Admin.SsoAsync("ListPermissionSets", input);
        Assert.Equal(2, first["PermissionSets"]!.AsArray().Count);
        string token = first["NextToken"]!.GetValue<string>();
        JsonNode second = await _onboarding.Admin.SsoAsync("ListPermissionSets", Onboarding.With(input, "NextToken", token));
        Assert.Single(second["PermissionSets"]!.AsArray());
        Assert.Null(second["NextToken"]);
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => _onboarding.Admin.SsoAsync("ListRegions", Onboarding.With(input, "NextToken", token)));
        Assert.Equal("ValidationException", error.Code);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _onboarding.Dispose();
        await _sandbox.DisposeAsync();
    }
}
