using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Protocols;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Pages;

/// <summary>
/// The console's federation endpoint (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html):
/// keys of a role's session become a sign-in token, and the token opens the console in a browser.
/// </summary>
internal sealed class FederationPage(ConsoleSessions sessions, Func<string> endpointUrl) : IPage
{
    private static readonly string[] ConsoleDomains = ["console.aws.amazon.com", "console.amazonaws.cn", "console.amazonaws-us-gov.com", "console.amazonaws-eusc.eu"];

    public string Path => "/federation";

    public HttpResponse Get(HttpRequest request) => Answer(QueryFields.Parse(request.Query));

    // What is posted may stand in the query, in the body, or in both.
    public HttpResponse Post(HttpRequest request)
        => Answer(QueryFields.Parse(request.Query + "&" + Encoding.UTF8.GetString(request.Body)));

    private HttpResponse Answer(QueryFields fields) => fields["Action"]?.Value switch
    {
        "getSigninToken" => GetSigninToken(fields),
        "login" => Login(fields),
        _ => throw new PageRefusal(400, "The Action must be getSigninToken or login."),
    };

    private HttpResponse GetSigninToken(QueryFields fields)
    {
        Credential credential = ReadSession(fields["Session"]?.Value);
        sessions.Record("GetSigninToken", credential.Caller, credential.AccessKeyId);
        ConsoleSession session = new(credential.Caller, credential.AccessKeyId, End(credential, fields["SessionDuration"]?.Value));
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["SigninToken"] = sessions.IssueToken(session) });
        return new HttpResponse(200, "application/json", body, [new("Cache-Control", "no-store")]);
    }

    private Credential ReadSession(string? text)
    {
        JsonObject? session;
        try
        {
            session = text is null ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            session = null;
        }
        if (Text(session, "sessionId") is not { } id || Text(session, "sessionKey") is not { } key || Text(session, "sessionToken") is not { } token)
            throw new PageRefusal(400, "The Session must be JSON with sessionId, sessionKey and sessionToken.");
        // A user's GetSessionToken keys are no federated session either.
        return sessions.FindCredential(id) is { Caller.Role.IsDeleted: false } found && found.SecretAccessKey == key && found.SessionToken == token && found.Expiration > sessions.Now
            ? found
            : throw new PageRefusal(400, "The session's credentials are not valid, or have expired.");
    }

    private DateTimeOffset End(Credential credential, string? duration)
    {
        if (duration is null)
            return credential.Expiration!.Value;
        if (!int.TryParse(duration, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) || seconds is < 900 or > 43200)
            throw new PageRefusal(400, "The SessionDuration must be from 900 to 43200 seconds.");
        // "If you use role chaining, do not use SessionDuration: the operation fails."
        if (credential.Caller.Session!.IsChained)
            throw new PageRefusal(400, "SessionDuration cannot be given for the credentials of a chained role.");
        return sessions.Now.AddSeconds(seconds);
    }

    private HttpResponse Login(QueryFields fields)
    {
        ConsoleSession session = sessions.Redeem(fields["SigninToken"]?.Value) ?? throw new PageRefusal(400, "The SigninToken is not valid, or has expired.");
        if (!Uri.TryCreate(fields["Destination"]?.Value, UriKind.Absolute, out Uri? destination) || !IsConsole(destination))
            throw new PageRefusal(400, "The Destination must be an address of the console.");
        sessions.Record("ConsoleLogin", session.Caller, session.AccessKeyId);
        return HtmlPage.Redirect(destination.AbsoluteUri, $"{ConsolePage.CookieName}={sessions.Open(session)}; Path=/; HttpOnly; SameSite=Lax");
    }

    private bool IsConsole(Uri destination)
        => destination.GetLeftPart(UriPartial.Authority) == endpointUrl()
            || (destination.Scheme == Uri.UriSchemeHttps && ConsoleDomains.Any(domain => destination.Host == domain || destination.Host.EndsWith("." + domain, StringComparison.Ordinal)));

    private static string? Text(JsonObject? session, string name) => session?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
