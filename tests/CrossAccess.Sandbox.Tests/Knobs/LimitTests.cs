using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Knobs;

public sealed class LimitTests : IAsyncLifetime
{
    private readonly TurnableClock _clock = new();
    private readonly CrossAccessSandbox _sandbox;
    private readonly Onboarding _onboarding;

    public LimitTests()
    {
        _sandbox = CrossAccessSandbox.Start(new SandboxOptions { Clock = _clock, Limits = SandboxLimits.Aws, ProvisioningDelay = TimeSpan.FromSeconds(30) });
        _onboarding = new Onboarding(_sandbox);
    }

    [Fact]
    public async Task Identity_Center_takes_twenty_requests_a_second_over_all_of_its_operations()
    {
        JsonObject instance = new() { ["InstanceArn"] = _sandbox.InstanceArn };
        for (int i = 0; i < 10; i++)
        {
            await _onboarding.Admin.SsoAsync("ListPermissionSets", instance);
            await _onboarding.Admin.SsoAsync("ListInstances", []);
        }
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => _onboarding.Admin.SsoAsync("ListRegions", instance));
        Assert.Equal((400, "ThrottlingException", "Rate exceeded"), (error.Status, error.Code, error.Text));
        _clock.Turn(TimeSpan.FromSeconds(0.1));
        await _onboarding.Admin.SsoAsync("ListPermissionSets", instance);
        await _onboarding.Admin.SsoAsync("ListPermissionSets", instance);
        await Assert.ThrowsAsync<AwsError>(() => _onboarding.Admin.SsoAsync("ListPermissionSets", instance));
    }

    [Fact]
    public async Task The_identity_store_takes_twenty_requests_a_second_of_each_operation()
    {
        JsonObject store = new() { ["IdentityStoreId"] = _sandbox.IdentityStoreId };
        for (int i = 0; i < 20; i++)
            await _onboarding.Admin.StoreAsync("ListUsers", store);
        Assert.Equal("ThrottlingException", (await Assert.ThrowsAsync<AwsError>(() => _onboarding.Admin.StoreAsync("ListUsers", store))).Code);
        await _onboarding.Admin.StoreAsync("ListGroups", store);
    }

    [Fact]
    public async Task STS_takes_six_hundred_requests_a_second_of_each_account()
    {
        for (int i = 0; i < 600; i++)
            await _onboarding.Client.StsAsync("GetCallerIdentity");
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => _onboarding.Client.StsAsync("GetCallerIdentity"));
        Assert.Equal((400, "Throttling", "Rate exceeded"), (error.Status, error.Code, error.Text));
        await _onboarding.Admin.StsAsync("GetCallerIdentity");
    }

    [Fact]
    public async Task Three_provisionings_run_at_once()
    {
        JsonObject at = await _onboarding.SetAsync("Jump");
        await _onboarding.AssignAsync(at, "ana");
        _clock.Turn(TimeSpan.FromMinutes(1));
        JsonObject all = Onboarding.With(at, "TargetType", "ALL_PROVISIONED_ACCOUNTS");
        for (int i = 0; i < 3; i++)
            await _onboarding.Admin.SsoAsync("ProvisionPermissionSet", all);
        Assert.Equal("ThrottlingException", (await Assert.ThrowsAsync<AwsError>(() => _onboarding.Admin.SsoAsync("ProvisionPermissionSet", all))).Code);
        _clock.Turn(TimeSpan.FromMinutes(2));
        await _onboarding.Admin.SsoAsync("ProvisionPermissionSet", all);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _onboarding.Dispose();
        await _sandbox.DisposeAsync();
    }
}
