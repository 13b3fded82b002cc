using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Pages;

/// <summary>Stands for the console: it says which role of which account is in.</summary>
internal sealed class ConsolePage(ConsoleSessions sessions) : IPage
{
    public const string CookieName = "crossaccess-console";

    public string Path => "/console";

    public HttpResponse Get(HttpRequest request)
    {
        ConsoleSession session = sessions.Find(Cookies.Read(request, CookieName)) ?? throw new PageRefusal(401, "Nobody is signed in to the console.");
        string body = $"""
            <dl>
            <dt>Account</dt><dd>{session.Caller.Account.Id} ({HtmlPage.Encode(session.Caller.Account.Name)})</dd>
            <dt>Role</dt><dd>{HtmlPage.Encode(session.Caller.Role!.Name)}</dd>
            <dt>Session</dt><dd>{HtmlPage.Encode(session.Caller.Arn)}</dd>
            <dt>Ends</dt><dd>{session.Expiration.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}</dd>
            </dl>
            """;
        return HtmlPage.Write(200, "Console", body);
    }

    public HttpResponse Post(HttpRequest request) => throw new PageRefusal(405, "The console takes no forms.");
}
