using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Pages;

/// <summary>The pages that people see, apart from the services that programs call.</summary>
internal sealed class BrowserPages(Cloud cloud, IReadOnlyList<IPage> pages)
{
    /// <summary>The answer, or null when no page is meant.</summary>
    public HttpResponse? Answer(HttpRequest request)
    {
        if (pages.FirstOrDefault(page => page.IsMeant(request)) is not { } page)
            return null;
        try
        {
            CheckHost(request);
            lock (cloud.Gate)
            {
                return request.Method switch
                {
                    "GET" => page.Get(request),
                    "POST" => page.Post(request),
                    _ => throw new PageRefusal(405, "This page is read with GET and answered with POST."),
                };
            }
        }
        catch (PageRefusal refusal)
        {
            return HtmlPage.Write(refusal.Status, "This did not work", HtmlPage.Paragraph(refusal.Message));
        }
    }

    // A name that an attacker points at 127.0.0.1 would otherwise make these pages part of the attacker's site.
    private static void CheckHost(HttpRequest request)
    {
        string host = (request.Header("host") ?? "").Split(':')[0];
        if (host is not ("127.0.0.1" or "localhost" or ""))
            throw new PageRefusal(400, "The Sandbox answers to 127.0.0.1 alone.");
    }
}
