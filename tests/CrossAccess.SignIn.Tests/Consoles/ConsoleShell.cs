using System.Net;
using System.Text.RegularExpressions;

namespace CrossAccess.SignIn.Tests.Consoles;

/// <summary>ana's workplace, signed in, and a browser of hers that follows addresses as they lead.</summary>
internal sealed partial class ConsoleShell : IDisposable
{
    public const string Production = Workplace.Client;
    public const string Staging = "333333333333";

    private readonly HttpClientHandler _handler = new() { CookieContainer = new CookieContainer() };
    private readonly HttpClient _browser;

    public ConsoleShell()
    {
        Work = new Workplace(new SandboxOptions { ApproveSignInAs = "ana" });
        _browser = new HttpClient(_handler);
        Work.Run("Connect-CrossAccess -UseDeviceCode");
        Work.TakeOperations();
    }

    public Workplace Work { get; }

    /// <summary>Gives AbcCorp a second account.</summary>
    public void AddStaging() =>
        Work.Run($"$null = New-RemoteAccessRole AbcCorp {Staging} -AccountName staging -ProfileName client-{Staging} | New-ClientPermissionSet | Grant-ClientAccess -User ana");

    /// <summary>Where an address leads, and the page that is there.</summary>
    public async Task<(Uri Address, ShownConsole Console)> FollowAsync(string url)
    {
        using HttpResponseMessage answer = await _browser.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, page);
        return (answer.RequestMessage!.RequestUri!, ShownConsole.Of(page));
    }

    /// <summary>Follows a switch-role link and presses the button of the page.</summary>
    public async Task<ShownConsole> SwitchAsync(string link)
    {
        string page = await _browser.GetStringAsync(new Uri(link), TestContext.Current.CancellationToken);
        IEnumerable<KeyValuePair<string, string>> fields = Field().Matches(page)
            .Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        using var form = new FormUrlEncodedContent(fields);
        using HttpResponseMessage answer = await _browser.PostAsync(new Uri(new Uri(link), "/switchrole"), form, TestContext.Current.CancellationToken);
        string switched = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, switched);
        return ShownConsole.Of(switched);
    }

    /// <summary>Signs the browser in to home's console, as the access portal does.</summary>
    public async Task SignInAtHomeAsync(string permissionSet) => await FollowAsync(await HomeConsoleAsync(permissionSet));

    /// <summary>An address of home's console, signed in with a permission set.</summary>
    public async Task<string> HomeConsoleAsync(string permissionSet)
    {
        CrossAccess.Sandbox.SandboxSession home = Work.Sandbox.SignIn("ana", permissionSet);
        string session = $$"""{"sessionId":"{{home.AccessKeyId}}","sessionKey":"{{home.SecretAccessKey}}","sessionToken":"{{home.SessionToken}}"}""";
        string federation = Work.Sandbox.EndpointUrl + "/federation";
        string answer = await _browser.GetStringAsync(new Uri($"{federation}?Action=getSigninToken&Session={Uri.EscapeDataString(session)}"), TestContext.Current.CancellationToken);
        string token = answer.Split('"')[3];
        return $"{federation}?Action=login&SigninToken={token}&Destination={Work.Sandbox.EndpointUrl}/console/home";
    }

    public void Dispose()
    {
        _browser.Dispose();
        _handler.Dispose();
        Work.Dispose();
    }

    [GeneratedRegex("""<input name="(?<name>[^"]+)" value="(?<value>[^"]*)">""", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();
}
