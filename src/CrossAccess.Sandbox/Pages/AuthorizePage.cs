using CrossAccess.Sandbox.Portal;
using CrossAccess.Sandbox.Protocols;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Pages;

/// <summary>
/// Where a browser signs a user in and takes a code back to the client that asked (RFC 6749 §4.1 with RFC 7636; the query is
/// as the AWS CLI sends it). A request whose client or redirect URI is wrong is told so here and never redirected.
/// </summary>
internal sealed class AuthorizePage(SignIns signIns, ApprovalForm form) : IPage
{
    public string Path => "/authorize";

    public HttpResponse Get(HttpRequest request)
    {
        Question asked = Read(request);
        if (asked.Fault is { } fault)
            return Back(asked, "error", fault);
        if (signIns.Approver() is { } user)
            return Approve(asked, user);
        return form.Show(request, "Sign in", $"{asked.Client.Name} asks for access to your AWS accounts.", asked.RedirectUri.GetLeftPart(UriPartial.Authority));
    }

    public HttpResponse Post(HttpRequest request)
    {
        Question asked = Read(request);
        if (asked.Fault is { } fault)
            return Back(asked, "error", fault);
        return form.Decide(request) is { } user ? Approve(asked, user) : Back(asked, "error", "access_denied");
    }

    private Question Read(HttpRequest request)
    {
        QueryFields query = QueryFields.Parse(request.Query);
        RegisteredClient client = signIns.FindClient(query["client_id"]?.Value) ?? throw new PageRefusal(400, "The client is not registered.");
        Uri redirect = RedirectUris.Registered(client, query["redirect_uri"]?.Value) ?? throw new PageRefusal(400, "The client has not registered this redirect_uri.");
        return new Question(client, redirect, query["state"]?.Value, query["code_challenge"]?.Value ?? "") { Fault = Fault(query, client) };
    }

    // RFC 6749 §4.1.2.1 and RFC 7636 §4.4.1.
    private static string? Fault(QueryFields query, RegisteredClient client)
    {
        if (query["response_type"]?.Value != "code")
            return "unsupported_response_type";
        if (!client.GrantTypes.Contains(OAuthGrants.AuthorizationCode))
            return "unauthorized_client";
        // A SHA-256 in base64url.
        if (query["code_challenge_method"]?.Value != "S256" || query["code_challenge"]?.Value?.Length != 43)
            return "invalid_request";
        string[] scopes = (query["scopes"]?.Value ?? query["scope"]?.Value ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return scopes.All(client.Scopes.Contains) ? null : "invalid_scope";
    }

    private HttpResponse Approve(Question asked, SandboxUser user)
        => Back(asked, "code", signIns.Approve(asked.Client, asked.RedirectUri, asked.Challenge, user));

    private static HttpResponse Back(Question asked, string name, string value)
    {
        string separator = asked.RedirectUri.Query.Length == 0 ? "?" : "&";
        string state = asked.State is null ? "" : $"&state={Uri.EscapeDataString(asked.State)}";
        return HtmlPage.Redirect($"{asked.RedirectUri.AbsoluteUri}{separator}{name}={Uri.EscapeDataString(value)}{state}");
    }

    private sealed record Question(RegisteredClient Client, Uri RedirectUri, string? State, string Challenge)
    {
        public string? Fault { get; init; }
    }
}
