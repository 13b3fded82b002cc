using CrossAccess.Sandbox.Protocols;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Pages;

/// <summary>Stands for the console, whichever of its pages is asked for: it says which role of which account is in.</summary>
internal sealed class ConsolePage(ConsoleSessions sessions) : IPage
{
    public const string CookieName = "crossaccess-console";

    public string Path => "/console";

    // The console has a page under any path, and only browsers that are signed in to it have its cookie.
    public bool IsMeant(HttpRequest request)
        => request.Path == Path
            || (request.Method == "GET" && (request.Path.EndsWith("/home", StringComparison.Ordinal) || Cookies.Read(request, CookieName) is not null));

    public HttpResponse Get(HttpRequest request)
    {
        ConsoleSession session = sessions.Find(Cookies.Read(request, CookieName)) ?? throw new PageRefusal(401, "Nobody is signed in to the console.");
        string body = $"""
            <dl>
            <dt>Account</dt><dd>{session.Caller.Account.Id} ({HtmlPage.Encode(session.Caller.Account.Name)})</dd>
            <dt>Role</dt><dd>{HtmlPage.Encode(session.Caller.Role!.Name)}</dd>
            <dt>Session</dt><dd>{HtmlPage.Encode(session.Caller.Arn)}</dd>
            <dt>Ends</dt><dd>{session.Expiration.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}</dd>
            <dt>Page</dt><dd>{HtmlPage.Encode(request.Path)}</dd>
            <dt>Region</dt><dd>{HtmlPage.Encode(QueryFields.Parse(request.Query)["region"]?.Value ?? "none")}</dd>
            <dt>Shown as</dt><dd>{HtmlPage.Encode(session.DisplayName ?? session.Caller.Session!.Name)}</dd>
            </dl>
            """;
        return HtmlPage.Write(200, "Console", body);
    }

    public HttpResponse Post(HttpRequest request) => throw new PageRefusal(405, "The console takes no forms.");
}
