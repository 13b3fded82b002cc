using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;
using static CrossAccess.Sandbox.Tests.Portal.OidcClient;

namespace CrossAccess.Sandbox.Tests.Portal;

public sealed class BrowserSignInTests : IAsyncLifetime
{
    private const string Verifier = "a-verifier-that-is-long-enough-for-its-rfc-0123456789";
    private const string RedirectUri = "http://127.0.0.1:49152/oauth/callback";
    private readonly TurnableClock _clock = new();
    private readonly CrossAccessSandbox _sandbox;
    private readonly OidcClient _oidc;

    public BrowserSignInTests()
    {
        _sandbox = CrossAccessSandbox.Start(new SandboxOptions { Clock = _clock });
        _oidc = new OidcClient(_sandbox);
    }

    [Fact]
    public async Task A_person_chooses_a_user_and_the_code_becomes_a_token()
    {
        JsonObject client = await RegisterAsync();
        (int status, Uri? location, _) = await new ApprovalPage(_oidc.Browser).DecideAsync(Url(client), "ben", "approve");
        Assert.Equal(302, status);
        Assert.StartsWith(RedirectUri + "?code=", location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("s t&te", Query(location, "state"));

        JsonObject redeem = Redeem(client, location);
        Assert.Equal((400, "InvalidGrantException", "invalid_grant"), await _oidc.RefusedAsync("/token", With(redeem, ("codeVerifier", Verifier + "x"))));
        Assert.Equal("InvalidGrantException", (await _oidc.RefusedAsync("/token", With(redeem, ("redirectUri", "http://127.0.0.1:1/oauth/callback")))).Code);
        Assert.Equal("InvalidGrantException", (await _oidc.RefusedAsync("/token", With(redeem, ("code", "other")))).Code);
        redeem.Remove("codeVerifier", out JsonNode? verifier);
        Assert.Equal("InvalidRequestException", (await _oidc.RefusedAsync("/token", redeem)).Code);
        redeem["codeVerifier"] = verifier;
        JsonNode tokens = await _oidc.OkAsync("/token", redeem);
        Assert.Equal(200, await _oidc.PortalStatusAsync(Text(tokens, "accessToken")));
        JsonNode fresh = await _oidc.OkAsync("/token", With(client, ("grantType", "refresh_token"), ("refreshToken", Text(tokens, "refreshToken"))));
        Assert.Equal(200, await _oidc.PortalStatusAsync(Text(fresh, "accessToken")));
    }

    [Fact]
    public async Task A_code_that_comes_twice_is_worth_nothing_and_ends_what_it_gave()
    {
        JsonObject client = await RegisterAsync();
        (_, Uri? location, _) = await new ApprovalPage(_oidc.Browser).DecideAsync(Url(client), "ana", "approve");
        JsonNode tokens = await _oidc.OkAsync("/token", Redeem(client, location!));
        Assert.Equal("InvalidGrantException", (await _oidc.RefusedAsync("/token", Redeem(client, location!))).Code);
        Assert.Equal(401, await _oidc.PortalStatusAsync(Text(tokens, "accessToken")));
    }

    [Fact]
    public async Task A_code_ages_and_is_another_clients_never()
    {
        JsonObject client = await RegisterAsync();
        (_, Uri? location, _) = await new ApprovalPage(_oidc.Browser).DecideAsync(Url(client), "ana", "approve");
        Assert.Equal("InvalidGrantException", (await _oidc.RefusedAsync("/token", Redeem(await RegisterAsync(), location!))).Code);
        _clock.Turn(TimeSpan.FromMinutes(10));
        Assert.Equal("InvalidGrantException", (await _oidc.RefusedAsync("/token", Redeem(client, location!))).Code);
    }

    [Fact]
    public async Task Denying_and_what_is_wrong_with_the_request_are_told_to_the_client()
    {
        JsonObject client = await RegisterAsync();
        (int status, Uri? denied, _) = await new ApprovalPage(_oidc.Browser).DecideAsync(Url(client), "ana", "deny");
        Assert.Equal((302, "access_denied", "s t&te"), (status, Query(denied!, "error"), Query(denied!, "state")));
        foreach ((string part, string instead, string error) in new[]
        {
            ("code_challenge_method=S256", "code_challenge_method=plain", "invalid_request"),
            ("code_challenge=", "challenge=", "invalid_request"),
            ("response_type=code", "response_type=token", "unsupported_response_type"),
            ("scopes=sso%3Aaccount%3Aaccess", "scopes=other", "invalid_scope"),
        })
        {
            using HttpResponseMessage answer = await _oidc.Browser.GetAsync(Url(client).Replace(part, instead, StringComparison.Ordinal), TestContext.Current.CancellationToken);
            Assert.Equal((302, error), ((int)answer.StatusCode, Query(answer.Headers.Location!, "error")));
        }
    }

    [Theory]
    [InlineData("https://elsewhere.example/oauth/callback")]
    [InlineData("http://127.0.0.1:49152/other")]
    [InlineData("http://127.0.0.1.example/oauth/callback")]
    [InlineData("http://user@127.0.0.1/oauth/callback")]
    public async Task A_redirect_that_was_not_registered_is_never_followed(string redirect)
    {
        JsonObject client = await RegisterAsync();
        using HttpResponseMessage answer = await _oidc.Browser.GetAsync(Url(client, redirect), TestContext.Current.CancellationToken);
        Assert.Equal((400, null), ((int)answer.StatusCode, answer.Headers.Location));
    }

    [Fact]
    public async Task Another_sites_form_and_another_name_for_the_host_are_refused_and_nothing_foreign_is_loaded()
    {
        JsonObject client = await RegisterAsync();
        ApprovalPage page = new(_oidc.Browser);
        Assert.Equal(403, (await page.DecideAsync(Url(client), "ana", "approve", static r => { r.Headers.Remove("Origin"); r.Headers.Add("Origin", "https://elsewhere.example"); })).Status);
        Assert.Equal(403, (await page.DecideAsync(Url(client), "ana", "approve", static r => r.Content = new FormUrlEncodedContent([new("user", "ana"), new("decision", "approve")]))).Status);
        using (HttpClient stranger = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }))
            Assert.Equal(403, (await new ApprovalPage(stranger).DecideAsync(Url(client), "ana", "approve")).Status);
        using HttpRequestMessage renamed = new(HttpMethod.Get, Url(client));
        renamed.Headers.Host = "elsewhere.example";
        using HttpResponseMessage refused = await _oidc.Browser.SendAsync(renamed, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)refused.StatusCode);
        using HttpResponseMessage shown = await _oidc.Browser.GetAsync(Url(client), TestContext.Current.CancellationToken);
        string html = await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("test &lt;client&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("://", html.Replace(WebUrl(RedirectUri), "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("form-action 'self' http://127.0.0.1:49152", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_register_only_what_can_be_kept()
    {
        JsonObject good = new()
        {
            ["clientName"] = "x", ["clientType"] = "public", ["grantTypes"] = new JsonArray("authorization_code"), ["issuerUrl"] = _sandbox.PortalUrl,
            ["redirectUris"] = new JsonArray("http://127.0.0.1/oauth/callback"), ["scopes"] = new JsonArray("sso:account:access"),
        };
        Assert.Equal("InvalidRedirectUriException", await Registering("redirectUris", new JsonArray("http://elsewhere.example/")));
        Assert.Equal("InvalidRedirectUriException", await Registering("redirectUris", new JsonArray()));
        Assert.Equal("UnsupportedGrantTypeException", await Registering("grantTypes", new JsonArray("password")));
        Assert.Equal("InvalidRequestException", await Registering("issuerUrl", "https://elsewhere.example/start"));
        Assert.Equal("InvalidScopeException", await Registering("scopes", new JsonArray("a b")));
        JsonObject client = await RegisterAsync();
        Assert.Equal("UnauthorizedClientException", (await _oidc.RefusedAsync("/device_authorization", With(client, ("startUrl", _sandbox.PortalUrl)))).Code);

        async Task<string> Registering(string member, JsonNode value)
        {
            JsonObject input = good.DeepClone().AsObject();
            input[member] = value;
            return (await _oidc.RefusedAsync("/client/register", input)).Code;
        }
    }

    [Fact]
    public async Task The_switch_sends_the_browser_straight_back()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start(new SandboxOptions { ApproveSignInAs = "eve" });
        using OidcClient oidc = new(sandbox);
        JsonObject client = await oidc.RegisterAsync("authorization_code", "refresh_token");
        using HttpResponseMessage answer = await oidc.Browser.GetAsync(Url(client).Replace(_sandbox.EndpointUrl, sandbox.EndpointUrl, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        JsonNode tokens = await oidc.OkAsync("/token", Redeem(client, answer.Headers.Location!));
        Assert.Equal(200, await oidc.PortalStatusAsync(Text(tokens, "accessToken")));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _oidc.Dispose();
        await _sandbox.DisposeAsync();
    }

    private Task<JsonObject> RegisterAsync() => _oidc.RegisterAsync("authorization_code", "refresh_token");

    private string Url(JsonObject client, string redirectUri = RedirectUri)
    {
        string challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return $"{_sandbox.EndpointUrl}/authorize?response_type=code&client_id={Text(client, "clientId")}&redirect_uri={WebUrl(redirectUri)}"
            + $"&state={WebUrl("s t&te")}&code_challenge_method=S256&scopes={WebUrl("sso:account:access")}&code_challenge={challenge}";
    }

    private static JsonObject Redeem(JsonObject client, Uri location)
        => With(client, ("grantType", "authorization_code"), ("code", Query(location, "code")!), ("redirectUri", RedirectUri), ("codeVerifier", Verifier));

    private static string? Query(Uri uri, string name)
        => uri.Query.TrimStart('?').Split('&').Select(static pair => pair.Split('=')).Where(pair => pair[0] == name).Select(static pair => Uri.UnescapeDataString(pair[1])).FirstOrDefault();

    private static string WebUrl(string text) => Uri.EscapeDataString(text);
}
