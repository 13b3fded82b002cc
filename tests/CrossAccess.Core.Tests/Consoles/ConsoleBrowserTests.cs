using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrossAccess.Core.Tests;

public sealed class ConsoleBrowserTests
{
    private const string Secret = "https://signin.aws.amazon.com/federation?Action=login&SigninToken=the-token";

    private readonly RecordedActivity _activity = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_browser_is_led_on_and_its_command_line_shows_nothing()
    {
        var browser = new VisitingBrowser();

        await OpenAsync(browser);

        Assert.Matches(@"\Ahttp://127\.0\.0\.1:\d+/[0-9a-f]{48}\z", browser.Page!.AbsoluteUri);
        using HttpResponseMessage answer = await browser.Answer!;
        Assert.Equal((HttpStatusCode.Found, Secret), (answer.StatusCode, answer.Headers.Location!.AbsoluteUri));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task The_address_is_good_for_one_visit_and_knows_no_other_path()
    {
        using var redirect = new OneTimeRedirect(new Uri(Secret));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, new Uri(redirect.Page, "/")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, new Uri(redirect.Page.AbsoluteUri[..^1] + "x")));
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(redirect.Page, null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(client, redirect.Page));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(client, redirect.Page));
    }

    [Fact]
    public async Task It_ends_with_the_visit()
    {
        var browser = new VisitingBrowser();

        await OpenAsync(browser);
        (await browser.Answer!).Dispose();

        using var late = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => late.ConnectAsync(IPAddress.Loopback, browser.Page!.Port, Stop).AsTask());
    }

    [Fact]
    public async Task Connections_that_say_nothing_or_nonsense_hold_nobody_up()
    {
        using var redirect = new OneTimeRedirect(new Uri(Secret));
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, redirect.Page.Port, Stop);
        using var noisy = new TcpClient();
        await noisy.ConnectAsync(IPAddress.Loopback, redirect.Page.Port, Stop);
        await noisy.GetStream().WriteAsync(Encoding.ASCII.GetBytes("nonsense\r\n\r\n"), Stop);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(client, redirect.Page));
        await redirect.WaitAsync(Stop);
    }

    [Fact]
    public async Task Without_a_browser_it_says_how_else_to_get_there()
    {
        ClientAccessException refused = await Refusal.OfAsync(ClientAccessError.BrowserNotFound, () => OpenAsync(new DeadBrowser(opens: false)));

        Assert.Equal("Get the address and open it where there is a browser: (Get-ClientConsoleUrl Abc).Url", refused.RecommendedAction);
        Assert.DoesNotContain("the-token", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_does_not_come_is_not_waited_for_for_ever()
    {
        ClientAccessException refused = await Refusal.OfAsync(ClientAccessError.BrowserNotFound, () => OpenAsync(new DeadBrowser(opens: true), TimeSpan.FromMilliseconds(50)));

        Assert.Contains("did not come", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stops_waiting_is_not_told_that_no_browser_came()
    {
        using var stopping = new CancellationTokenSource();
        Task opening = new ConsoleBrowser(new DeadBrowser(opens: true), TimeSpan.FromMinutes(5)).OpenAsync(SignIn(), "", _activity, stopping.Token);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    private Task OpenAsync(IBrowser browser, TimeSpan? patience = null) =>
        new ConsoleBrowser(browser, patience ?? TimeSpan.FromMinutes(1)).OpenAsync(SignIn(), "Get-ClientConsoleUrl Abc", _activity, Stop);

    private static ConsoleSignIn SignIn() => new(
        new RoleSession("Abc", "222222222222", null, "ReadOnly", FakeProvider.RoleArnOfAbc, "eu-west-1", new AwsCredentials("ASIA", "s", "t", DateTimeOffset.MaxValue)) { RoleSessionName = "jane" },
        "https://console.aws.amazon.com/", new Uri(Secret), DateTimeOffset.MaxValue);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Uri page)
    {
        using HttpResponseMessage answer = await client.GetAsync(page, Stop);
        return answer.StatusCode;
    }

    private sealed class VisitingBrowser : IBrowser
    {
        public Uri? Page { get; private set; }

        public Task<HttpResponseMessage>? Answer { get; private set; }

        public bool TryOpen(Uri page)
        {
            Page = page;
            Answer = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }).GetAsync(page, Stop);
            return true;
        }
    }

    private sealed class DeadBrowser(bool opens) : IBrowser
    {
        public bool TryOpen(Uri page) => opens;
    }
}
