using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Pages;

public sealed class FederationTests : IAsyncLifetime
{
    private readonly TurnableClock _clock = new();
    private readonly CrossAccessSandbox _sandbox;
    private readonly Onboarding _onboarding;
    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false });

    public FederationTests()
    {
        _sandbox = CrossAccessSandbox.Start(new SandboxOptions { Clock = _clock });
        _onboarding = new Onboarding(_sandbox);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_chained_session_opens_the_console_of_its_role(bool posts)
    {
        using SignedClient session = await EnterAsync();
        JsonNode token = JsonNode.Parse((await AskAsync(posts, Token(session))).Body)!;
        (int status, Uri? location, _) = await AskAsync(posts, Login(token));
        Assert.Equal((302, "https://console.aws.amazon.com/iam"), (status, location?.AbsoluteUri));
        string console = await _browser.GetStringAsync(_sandbox.EndpointUrl + "/console", TestContext.Current.CancellationToken);
        Assert.Contains(_onboarding.ClientId, console, StringComparison.Ordinal);
        Assert.Contains("<dd>acme-read-only</dd>", console, StringComparison.Ordinal);
        Assert.Contains("2026-03-01T13:00:00Z", console, StringComparison.Ordinal);
        Assert.Equal(["GetSigninToken", "ConsoleLogin"], _sandbox.Events.Where(static e => e.Service == "signin").Select(static e => e.Operation));
    }

    [Fact]
    public async Task A_duration_is_refused_with_chained_credentials_and_taken_with_the_portals()
    {
        using SignedClient session = await EnterAsync();
        Assert.Equal(400, (await AskAsync(false, [.. Token(session), ("SessionDuration", "3600")])).Status);
        SandboxSession home = _sandbox.SignIn("ana", "Jump");
        (string, string)[] asked = Token(home.AccessKeyId, home.SecretAccessKey, home.SessionToken);
        Assert.Equal(200, (await AskAsync(false, [.. asked, ("SessionDuration", "43200")])).Status);
        Assert.Equal(400, (await AskAsync(false, [.. asked, ("SessionDuration", "899")])).Status);
        Assert.Equal(400, (await AskAsync(false, [.. asked, ("SessionDuration", "43201")])).Status);
    }

    [Fact]
    public async Task What_is_wrong_or_expired_opens_nothing()
    {
        using SignedClient session = await EnterAsync();
        AccessKey admin = _sandbox.AdministratorOf(_onboarding.ClientId);
        Assert.Equal(400, (await AskAsync(false, Token(session.AccessKeyId, "other", session.Token!))).Status);
        Assert.Equal(400, (await AskAsync(false, Token(admin.AccessKeyId, admin.SecretAccessKey, ""))).Status);
        Assert.Equal(400, (await AskAsync(false, ("Action", "getSigninToken"), ("Session", "not json"))).Status);
        Assert.Equal(400, (await AskAsync(false, ("Action", "other"))).Status);
        JsonNode token = JsonNode.Parse((await AskAsync(false, Token(session))).Body)!;
        Assert.Equal(400, (await AskAsync(false, [.. Login(token)[..2], ("SigninToken", "other"), ("Destination", "https://console.aws.amazon.com/")])).Status);
        Assert.Equal(400, (await AskAsync(false, [.. Login(token)[..3], ("Destination", "https://elsewhere.example/")])).Status);
        Assert.Equal(400, (await AskAsync(false, [.. Login(token)[..3], ("Destination", "https://evilconsole.aws.amazon.com/")])).Status);
        _clock.Turn(TimeSpan.FromMinutes(15));
        Assert.Equal(400, (await AskAsync(false, Login(token))).Status);
        _clock.Turn(TimeSpan.FromMinutes(45));
        Assert.Equal(400, (await AskAsync(false, Token(session))).Status);
        using HttpResponseMessage nobody = await _browser.GetAsync(_sandbox.EndpointUrl + "/console", TestContext.Current.CancellationToken);
        Assert.Equal(401, (int)nobody.StatusCode);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        _onboarding.Dispose();
        await _sandbox.DisposeAsync();
    }

    private async Task<SignedClient> EnterAsync()
    {
        await _onboarding.RoleAsync("acme-read-only", _onboarding.Trust("Jump"));
        await _onboarding.AssignAsync(await _onboarding.SetAsync("Jump", Onboarding.AllowAssume(_onboarding.RoleArn("acme-read-only"))), "ana");
        using SignedClient ana = SignedClient.User(_sandbox, "ana", "Jump");
        return await ana.AssumeAsync(_onboarding.RoleArn("acme-read-only"), "ana");
    }

    private async Task<(int Status, Uri? Location, string Body)> AskAsync(bool posts, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(static field => KeyValuePair.Create(field.Name, field.Value)));
        string url = _sandbox.EndpointUrl + "/federation";
        using HttpResponseMessage answer = posts
            ? await _browser.PostAsync(url, form, TestContext.Current.CancellationToken)
            : await _browser.GetAsync(url + "?" + await form.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, answer.Headers.Location, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static (string, string)[] Token(SignedClient session) => Token(session.AccessKeyId, session.Secret, session.Token!);

    private static (string, string)[] Token(string id, string key, string token)
        => [("Action", "getSigninToken"), ("Session", new JsonObject { ["sessionId"] = id, ["sessionKey"] = key, ["sessionToken"] = token }.ToJsonString())];

    private static (string, string)[] Login(JsonNode token)
        => [("Action", "login"), ("Issuer", "https://portal.example/"), ("SigninToken", token["SigninToken"]!.GetValue<string>()), ("Destination", "https://console.aws.amazon.com/iam")];
}
