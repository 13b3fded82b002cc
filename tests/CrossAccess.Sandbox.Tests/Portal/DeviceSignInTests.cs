using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Portal;

public sealed class DeviceSignInTests : IAsyncLifetime
{
    private readonly TurnableClock _clock = new();
    private readonly CrossAccessSandbox _sandbox;
    private readonly HttpClient _http = new();

    public DeviceSignInTests() => _sandbox = CrossAccessSandbox.Start(new SandboxOptions { Clock = _clock });

    [Fact]
    public async Task A_device_gets_a_token_once_its_user_has_approved_and_refreshes_it()
    {
        JsonObject client = await RegisterAsync();
        JsonNode device = await OkAsync("/device_authorization", With(client, ("startUrl", _sandbox.PortalUrl)));
        JsonObject redeem = With(client, ("grantType", "urn:ietf:params:oauth:grant-type:device_code"), ("deviceCode", Text(device, "deviceCode")));
        Assert.Equal((400, "AuthorizationPendingException", "authorization_pending"), await RefusedAsync("/token", redeem));
        _sandbox.ApproveDevice(Text(device, "userCode"), "ana");
        JsonNode tokens = await OkAsync("/token", redeem);
        Assert.Equal((400, "InvalidGrantException", "invalid_grant"), await RefusedAsync("/token", redeem));
        await AssertSignedInAsync(Text(tokens, "accessToken"));
        JsonNode fresh = await OkAsync("/token", With(client, ("grantType", "refresh_token"), ("refreshToken", Text(tokens, "refreshToken"))));
        await AssertSignedInAsync(Text(fresh, "accessToken"));
        Assert.DoesNotContain(_sandbox.Events, e => e.Parameters!.Contains(Text(client, "clientSecret"), StringComparison.Ordinal) || e.Parameters.Contains(Text(tokens, "refreshToken"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_device_that_waits_too_long_and_a_client_with_a_wrong_secret_are_refused()
    {
        JsonObject client = await RegisterAsync();
        JsonNode device = await OkAsync("/device_authorization", With(client, ("startUrl", _sandbox.PortalUrl)));
        _clock.Turn(TimeSpan.FromMinutes(10));
        Assert.Throws<InvalidOperationException>(() => _sandbox.ApproveDevice(Text(device, "userCode"), "ana"));
        Assert.Equal((400, "ExpiredTokenException", "expired_token"), await RefusedAsync("/token", With(client, ("grantType", "urn:ietf:params:oauth:grant-type:device_code"), ("deviceCode", Text(device, "deviceCode")))));
        Assert.Equal((401, "InvalidClientException", "invalid_client"), await RefusedAsync("/device_authorization", With(client, ("startUrl", _sandbox.PortalUrl), ("clientSecret", "other"))));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    private async Task<JsonObject> RegisterAsync()
    {
        JsonNode made = await OkAsync("/client/register", new JsonObject { ["clientName"] = "test", ["clientType"] = "public", ["scopes"] = new JsonArray("sso:account:access") });
        return new JsonObject { ["clientId"] = Text(made, "clientId"), ["clientSecret"] = Text(made, "clientSecret") };
    }

    private async Task AssertSignedInAsync(string accessToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, _sandbox.EndpointUrl + "/assignment/accounts");
        request.Headers.Add("x-amz-sso_bearer_token", accessToken);
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
    }

    private async Task<JsonNode> OkAsync(string path, JsonObject input)
    {
        using HttpResponseMessage response = await _http.PostAsJsonAsync(_sandbox.EndpointUrl + path, input, TestContext.Current.CancellationToken);
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!;
    }

    private async Task<(int, string, string)> RefusedAsync(string path, JsonObject input)
    {
        using HttpResponseMessage response = await _http.PostAsJsonAsync(_sandbox.EndpointUrl + path, input, TestContext.Current.CancellationToken);
        JsonNode body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        return ((int)response.StatusCode, response.Headers.GetValues("x-amzn-ErrorType").Single(), Text(body, "error"));
    }

    private static JsonObject With(JsonObject client, params (string Name, string Value)[] members)
    {
        JsonObject input = client.DeepClone().AsObject();
        foreach ((string name, string value) in members)
            input[name] = value;
        return input;
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
