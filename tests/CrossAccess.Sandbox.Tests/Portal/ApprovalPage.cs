using System.Net;
using System.Text.RegularExpressions;

namespace CrossAccess.Sandbox.Tests.Portal;

/// <summary>Fills in the form of a page as a browser would.</summary>
internal sealed partial class ApprovalPage(HttpClient browser)
{
    public async Task<(int Status, Uri? Location, string Html)> DecideAsync(string url, string user, string decision, Action<HttpRequestMessage>? change = null)
    {
        using HttpResponseMessage page = await browser.GetAsync(url, TestContext.Current.CancellationToken);
        string html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(page.IsSuccessStatusCode, html);
        Assert.Contains($"<option value=\"{user}\">", html, StringComparison.Ordinal);
        Uri target = new(new Uri(url), WebUtility.HtmlDecode(FormAction().Match(html).Groups[1].Value));
        using HttpRequestMessage request = new(HttpMethod.Post, target);
        request.Content = new FormUrlEncodedContent([new("form", HiddenField().Match(html).Groups[1].Value), new("user", user), new("decision", decision)]);
        request.Headers.Add("Origin", target.GetLeftPart(UriPartial.Authority));
        change?.Invoke(request);
        using HttpResponseMessage answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, answer.Headers.Location, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\">")]
    private static partial Regex FormAction();

    [GeneratedRegex("name=\"form\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
