using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;
using static CrossAccess.Sandbox.Tests.Portal.OidcClient;

namespace CrossAccess.Sandbox.Tests.Portal;

public sealed class DeviceSignInTests : IAsyncLifetime
{
    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";
    private readonly TurnableClock _clock = new();
    private readonly CrossAccessSandbox _sandbox;
    private readonly OidcClient _oidc;

    public DeviceSignInTests()
    {
        _sandbox = CrossAccessSandbox.Start(new SandboxOptions { Clock = _clock });
        _oidc = new OidcClient(_sandbox);
    }

    [Fact]
    public async Task A_device_gets_a_token_once_its_user_has_approved_and_refreshes_it()
    {
        (JsonObject client, JsonNode device, JsonObject redeem) = await StartAsync();
        Assert.Equal((400, "AuthorizationPendingException", "authorization_pending"), await _oidc.RefusedAsync("/token", redeem));
        _sandbox.ApproveDevice(Text(device, "userCode"), "ana");
        JsonNode tokens = await _oidc.OkAsync("/token", redeem);
        Assert.Equal((400, "InvalidGrantException", "invalid_grant"), await _oidc.RefusedAsync("/token", redeem));
        Assert.Equal(200, await _oidc.PortalStatusAsync(Text(tokens, "accessToken")));
        JsonObject refresh = With(client, ("grantType", "refresh_token"), ("refreshToken", Text(tokens, "refreshToken")));
        JsonNode fresh = await _oidc.OkAsync("/token", refresh);
        Assert.Equal(200, await _oidc.PortalStatusAsync(Text(fresh, "accessToken")));
        Assert.Equal("InvalidGrantException", (await _oidc.RefusedAsync("/token", refresh)).Code);
        Assert.DoesNotContain(_sandbox.Events, e => e.Parameters!.Contains(Text(client, "clientSecret"), StringComparison.Ordinal) || e.Parameters.Contains(Text(tokens, "refreshToken"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_device_that_waits_too_long_and_a_client_with_a_wrong_secret_are_refused()
    {
        (JsonObject client, JsonNode device, JsonObject redeem) = await StartAsync();
        _clock.Turn(TimeSpan.FromMinutes(10));
        Assert.Throws<InvalidOperationException>(() => _sandbox.ApproveDevice(Text(device, "userCode"), "ana"));
        Assert.Equal((400, "ExpiredTokenException", "expired_token"), await _oidc.RefusedAsync("/token", redeem));
        Assert.Equal((401, "InvalidClientException", "invalid_client"), await _oidc.RefusedAsync("/device_authorization", With(client, ("startUrl", _sandbox.PortalUrl), ("clientSecret", "other"))));
    }

    [Fact]
    public async Task A_device_that_polls_too_fast_is_told_to_slow_down()
    {
        (_, _, JsonObject redeem) = await StartAsync();
        Assert.Equal("authorization_pending", (await _oidc.RefusedAsync("/token", redeem)).Error);
        Assert.Equal((400, "SlowDownException", "slow_down"), await _oidc.RefusedAsync("/token", redeem));
        _clock.Turn(TimeSpan.FromSeconds(1));
        Assert.Equal("authorization_pending", (await _oidc.RefusedAsync("/token", redeem)).Error);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("deny")]
    public async Task A_person_decides_on_the_verification_page(string decision)
    {
        (_, JsonNode device, JsonObject redeem) = await StartAsync();
        string page = Text(device, "verificationUriComplete");
        Assert.StartsWith(_sandbox.EndpointUrl + "/device?user_code=", page, StringComparison.Ordinal);
        (int status, _, string html) = await new ApprovalPage(_oidc.Browser).DecideAsync(page, "ben", decision);
        Assert.Equal(200, status);
        if (decision == "deny")
        {
            Assert.Equal((400, "AccessDeniedException", "access_denied"), await _oidc.RefusedAsync("/token", redeem));
            return;
        }
        Assert.Contains("signed in as ben", html, StringComparison.Ordinal);
        Assert.Equal(200, await _oidc.PortalStatusAsync(Text(await _oidc.OkAsync("/token", redeem), "accessToken")));
    }

    [Fact]
    public async Task Tokens_age_and_refreshing_ends_with_the_session()
    {
        (JsonObject client, JsonNode device, JsonObject redeem) = await StartAsync();
        _sandbox.ApproveDevice(Text(device, "userCode"), "ana");
        JsonNode tokens = await _oidc.OkAsync("/token", redeem);
        Assert.Equal(3600, tokens["expiresIn"]!.GetValue<int>());
        _clock.Turn(TimeSpan.FromMinutes(60));
        Assert.Equal(401, await _oidc.PortalStatusAsync(Text(tokens, "accessToken")));
        for (int hour = 1; hour < 8; hour++)
        {
            tokens = await _oidc.OkAsync("/token", With(client, ("grantType", "refresh_token"), ("refreshToken", Text(tokens, "refreshToken"))));
            Assert.Equal(200, await _oidc.PortalStatusAsync(Text(tokens, "accessToken")));
            _clock.Turn(TimeSpan.FromMinutes(60));
        }
        Assert.Equal("InvalidGrantException", (await _oidc.RefusedAsync("/token", With(client, ("grantType", "refresh_token"), ("refreshToken", Text(tokens, "refreshToken"))))).Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Signing_out_or_removing_the_user_ends_the_token_and_its_refreshing(bool signsOut)
    {
        (JsonObject client, JsonNode device, JsonObject redeem) = await StartAsync();
        _sandbox.ApproveDevice(Text(device, "userCode"), "ana");
        JsonNode tokens = await _oidc.OkAsync("/token", redeem);
        if (signsOut)
            Assert.Equal(200, await _oidc.LogoutAsync(Text(tokens, "accessToken")));
        else
            _sandbox.RemoveUser("ana");
        Assert.Equal(401, await _oidc.PortalStatusAsync(Text(tokens, "accessToken")));
        Assert.Equal("InvalidGrantException", (await _oidc.RefusedAsync("/token", With(client, ("grantType", "refresh_token"), ("refreshToken", Text(tokens, "refreshToken"))))).Code);
    }

    [Fact]
    public async Task Sign_ins_can_be_approved_without_anybodys_doing_while_the_user_exists()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start(new SandboxOptions { ApproveSignInAs = "ana" });
        using OidcClient oidc = new(sandbox);
        JsonObject client = await oidc.RegisterAsync();
        JsonNode device = await oidc.OkAsync("/device_authorization", With(client, ("startUrl", sandbox.PortalUrl)));
        await oidc.OkAsync("/token", With(client, ("grantType", DeviceGrant), ("deviceCode", Text(device, "deviceCode"))));
        sandbox.RemoveUser("ana");
        device = await oidc.OkAsync("/device_authorization", With(client, ("startUrl", sandbox.PortalUrl)));
        Assert.Equal("authorization_pending", (await oidc.RefusedAsync("/token", With(client, ("grantType", DeviceGrant), ("deviceCode", Text(device, "deviceCode"))))).Error);
        Assert.Throws<ArgumentException>(() => CrossAccessSandbox.Start(new SandboxOptions { ApproveSignInAs = "nobody" }));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _oidc.Dispose();
        await _sandbox.DisposeAsync();
    }

    private async Task<(JsonObject Client, JsonNode Device, JsonObject Redeem)> StartAsync()
    {
        JsonObject client = await _oidc.RegisterAsync();
        JsonNode device = await _oidc.OkAsync("/device_authorization", With(client, ("startUrl", _sandbox.PortalUrl)));
        return (client, device, With(client, ("grantType", DeviceGrant), ("deviceCode", Text(device, "deviceCode"))));
    }
}
