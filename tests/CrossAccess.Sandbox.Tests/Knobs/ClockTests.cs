using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Knobs;

public sealed class ClockTests : IAsyncLifetime
{
    private readonly CrossAccessSandbox _sandbox = CrossAccessSandbox.Start(new SandboxOptions { ProvisioningDelay = TimeSpan.FromHours(1), ConsistencyDelay = TimeSpan.FromHours(1) });
    private readonly Onboarding _onboarding;

    public ClockTests() => _onboarding = new Onboarding(_sandbox);

    [Fact]
    public async Task Turning_the_clock_on_brings_what_is_outstanding_and_ends_sessions_while_signatures_stay_good()
    {
        JsonNode accepted = await _onboarding.AssignAsync(await _onboarding.SetAsync("Jump"), "ana");
        Assert.Equal("IN_PROGRESS", await _onboarding.StatusAsync(accepted));
        _sandbox.Advance(TimeSpan.FromHours(1));
        Assert.Equal("SUCCEEDED", await _onboarding.StatusAsync(accepted));

        using SignedClient ana = SignedClient.User(_sandbox, "ana", "Jump");
        await ana.StsAsync("GetCallerIdentity");
        _sandbox.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("ExpiredToken", (await Assert.ThrowsAsync<AwsError>(() => ana.StsAsync("GetCallerIdentity"))).Code);
    }

    [Fact]
    public async Task A_profile_comes_without_anyone_asking_after_the_assignment()
    {
        await _onboarding.AssignAsync(await _onboarding.SetAsync("Jump"), "ana");
        _sandbox.Advance(TimeSpan.FromHours(1));
        Assert.Contains("[profile ana@Jump]", await File.ReadAllTextAsync(_sandbox.ConfigFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_role_is_refused_until_it_has_spread_and_its_last_use_is_told_by_this_clock()
    {
        await _onboarding.RoleAsync("acme-ops", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{_sandbox.HomeAccountId}}"},"Action":"sts:AssumeRole"}]}""");
        using SignedClient home = SignedClient.Administrator(_sandbox, _sandbox.HomeAccountId);
        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<AwsError>(() => home.AssumeAsync(_onboarding.RoleArn("acme-ops"), "x1"))).Code);
        _sandbox.Advance(TimeSpan.FromDays(40));
        (await home.AssumeAsync(_onboarding.RoleArn("acme-ops"), "x1")).Dispose();
        string lastUsed = (await _onboarding.Client.IamAsync("GetRole", ("RoleName", "acme-ops"))).Text("LastUsedDate");
        Assert.Equal(_sandbox.Now.UtcDateTime.Date, DateTimeOffset.Parse(lastUsed, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime.Date);
    }

    [Fact]
    public async Task A_portal_token_ages_by_this_clock()
    {
        string token = _sandbox.IssuePortalToken("ana");
        using HttpClient http = new();
        http.DefaultRequestHeaders.Add("x-amz-sso_bearer_token", token);
        Assert.Equal(200, await StatusAsync());
        _sandbox.Advance(TimeSpan.FromHours(9));
        Assert.Equal(401, await StatusAsync());

        async Task<int> StatusAsync()
        {
            using HttpResponseMessage answer = await http.GetAsync(new Uri(_sandbox.EndpointUrl + "/assignment/accounts"), TestContext.Current.CancellationToken);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public void The_clock_is_not_turned_back()
        => Assert.Throws<ArgumentOutOfRangeException>(() => _sandbox.Advance(TimeSpan.FromSeconds(-1)));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _onboarding.Dispose();
        await _sandbox.DisposeAsync();
    }
}
