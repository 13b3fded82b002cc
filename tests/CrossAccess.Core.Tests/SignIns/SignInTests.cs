using System.Security.Cryptography;
using System.Text;

namespace CrossAccess.Core.Tests;

public sealed class SignInTests
{
    private static readonly SignInRequest Acme = new("acme", "https://acme.awsapps.com/start", "eu-west-1");

    private readonly FakePortal _portal = new();
    private readonly FakeSignInCache _cache = new();
    private readonly RecordedActivity _activity = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_is_asked_for_a_code_that_only_this_shell_can_redeem()
    {
        var browser = new FollowingBrowser(page => $"{page["redirect_uri"]}?code=the-code&state={page["state"]}");

        await new BrowserSignIn(_portal, browser, TimeProvider.System).TryRunAsync(Acme, _activity, Stop);

        Assert.Equal("code", browser.Page["response_type"]);
        Assert.Equal("S256", browser.Page["code_challenge_method"]);
        Assert.Equal("sso:account:access", browser.Page["scopes"]);
        Assert.Matches(@"\Ahttp://127\.0\.0\.1:\d+/oauth/callback\z", browser.Page["redirect_uri"]);
        (string code, string verifier, string redirectUri) = _portal.Redeemed!.Value;
        Assert.Equal("the-code", code);
        Assert.Equal(browser.Page["redirect_uri"], redirectUri);
        Assert.Equal(browser.Page["code_challenge"], Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
    }

    [Theory]
    [InlineData("code=x&state=other")]
    [InlineData("code=x")]
    [InlineData("")]
    public async Task Without_our_state_no_code_is_redeemed(string query)
    {
        var browser = new FollowingBrowser(page => $"{page["redirect_uri"]}?{query}");

        await Refusal.OfAsync(ClientAccessError.SignInRefused, () => new BrowserSignIn(_portal, browser, TimeProvider.System).TryRunAsync(Acme, _activity, Stop));

        Assert.Null(_portal.Redeemed);
    }

    [Fact]
    public async Task A_device_that_waits_is_polled_until_it_is_approved()
    {
        _portal.DevicePolls.Enqueue("AuthorizationPendingException");
        _portal.DevicePolls.Enqueue("AuthorizationPendingException");

        (_, IssuedToken token) = await new DeviceSignIn(_portal, TimeProvider.System).RunAsync(Acme, _activity, Stop);

        Assert.Equal("access-1", token.AccessToken);
        Assert.Contains("ABCD-EFGH", Assert.Single(_activity.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccessDeniedException", ClientAccessError.SignInRefused)]
    [InlineData("ExpiredTokenException", ClientAccessError.SignInTimedOut)]
    public async Task A_device_that_is_not_approved_ends(string answer, ClientAccessError expected)
    {
        _portal.DevicePolls.Enqueue(answer);

        await Refusal.OfAsync(expected, () => new DeviceSignIn(_portal, TimeProvider.System).RunAsync(Acme, _activity, Stop));
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(4, true)]
    public async Task A_token_is_renewed_five_minutes_before_its_end(int minutesLeft, bool renews)
    {
        SignInToken token = Saved(DateTimeOffset.UtcNow.AddMinutes(minutesLeft));

        SignInToken current = await Renewal().CurrentAsync(token, refused: false, Stop);

        Assert.Equal(renews, current.AccessToken != token.AccessToken);
        Assert.Equal(current.AccessToken, _cache.Find("acme")!.AccessToken);
    }

    [Fact]
    public async Task Many_who_find_it_ended_renew_it_once()
    {
        SignInToken token = Saved(DateTimeOffset.UtcNow.AddMinutes(-1));
        int refreshes = 0;
        _portal.OnRefresh = _ => new IssuedToken($"renewed-{Interlocked.Increment(ref refreshes)}", TimeSpan.FromHours(1), "next");

        SignInToken[] all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Renewal().CurrentAsync(token, refused: false, Stop)));

        Assert.All(all, current => Assert.Equal("renewed-1", current.AccessToken));
    }

    [Fact]
    public async Task What_another_process_has_renewed_meanwhile_is_used()
    {
        SignInToken token = Saved(DateTimeOffset.UtcNow.AddMinutes(-1));
        _portal.OnRefresh = _ =>
        {
            _cache.Save(token with { AccessToken = "theirs", ExpiresAt = DateTimeOffset.UtcNow.AddHours(1) });
            throw new ClientAccessException(ClientAccessError.RequestRejected, "used already") { AwsErrorCode = "InvalidGrantException" };
        };

        Assert.Equal("theirs", (await Renewal().CurrentAsync(token, refused: false, Stop)).AccessToken);
    }

    [Fact]
    public async Task One_that_cannot_be_renewed_any_more_names_the_command_to_type()
    {
        SignInToken token = Saved(DateTimeOffset.UtcNow.AddMinutes(-1));
        _portal.OnRefresh = _ => throw new ClientAccessException(ClientAccessError.RequestRejected, "over") { AwsErrorCode = "InvalidGrantException" };

        ClientAccessException refused = await Refusal.OfAsync(ClientAccessError.SignInRequired, () => Renewal().CurrentAsync(token, refused: false, Stop));

        Assert.Equal("Type: Connect-CrossAccess -SessionName 'acme'", refused.RecommendedAction);
    }

    [Fact]
    public void No_token_stands_in_any_text()
    {
        SignInToken token = Saved(DateTimeOffset.UtcNow);
        object[] all = [token, new RegisteredOidcClient("id", "the-secret", null), new IssuedToken("the-secret", TimeSpan.Zero, "the-secret"), new DeviceAuthorization("the-secret", "code", "uri", null, default, default)];

        Assert.All(all, item => Assert.DoesNotContain("the-secret", item.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://acme.awsapps.com/start")]
    [InlineData("https://acme.awsapps.com/start/")]
    [InlineData("https://acme.awsapps.com/start#/")]
    [InlineData("https://ACME.awsapps.com/start/#/console")]
    public void One_portal_has_many_spellings(string other) => Assert.True(PortalUrl.AreSame(Acme.StartUrl, other));

    [Theory]
    [InlineData("http://acme.awsapps.com/start")]
    [InlineData("acme")]
    [InlineData("https://user@acme.awsapps.com/start")]
    public void What_is_no_portal_is_refused(string text) => Refusal.Of(ClientAccessError.InvalidText, () => PortalUrl.Parse(text));

    private SignInRenewal Renewal() => new(_cache, _ => _portal, TimeProvider.System);

    private SignInToken Saved(DateTimeOffset end)
    {
        var token = new SignInToken("acme.json", Acme.StartUrl, Acme.Region, "the-secret", end) { SessionName = "acme", RefreshToken = "the-secret", ClientId = "client", ClientSecret = "the-secret" };
        _cache.Save(token);
        return token;
    }

    /// <summary>Goes at once where the page would lead.</summary>
    private sealed class FollowingBrowser(Func<IReadOnlyDictionary<string, string>, string> leadsTo) : IBrowser
    {
        private static readonly HttpClient Client = new();

        public IReadOnlyDictionary<string, string> Page { get; private set; } = new Dictionary<string, string>();

        public bool TryOpen(Uri page)
        {
            Page = page.Query.TrimStart('?').Split('&').Select(field => field.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
            _ = Client.GetAsync(new Uri(leadsTo(Page)), Stop);
            return true;
        }
    }
}
