using System.Security.Cryptography;
using System.Text;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Portal;
using CrossAccess.Sandbox.Protocols;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Pages;

/// <summary>
/// The form in which a person chooses a user and approves. Another site cannot send it: it needs a value that goes with a
/// cookie which other sites' requests do not carry.
/// </summary>
internal sealed class ApprovalForm(SignIns signIns, Func<string> endpointUrl)
{
    private const string CookieName = "crossaccess-sign-in";
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public HttpResponse Show(HttpRequest request, string title, string question, string? formLeadsTo = null)
    {
        string visitor = Cookies.Read(request, CookieName) ?? RandomNames.HexDigits(32);
        string options = string.Concat(signIns.Users.Select(static user => $"<option value=\"{HtmlPage.Encode(user.UserName)}\">{HtmlPage.Encode($"{user.DisplayName} ({user.UserName})")}</option>"));
        string target = HtmlPage.Encode(request.Query.Length == 0 ? request.Path : $"{request.Path}?{request.Query}");
        string body = $"""
            {HtmlPage.Paragraph(question)}
            <form method="post" action="{target}">
            <input type="hidden" name="form" value="{Proof(visitor)}">
            <p><label>Sign in as <select name="user">{options}</select></label></p>
            <p><button name="decision" value="approve">Approve</button> <button name="decision" value="deny">Deny</button></p>
            </form>
            """;
        return HtmlPage.Write(200, title, body, $"{CookieName}={visitor}; Path=/; HttpOnly; SameSite=Strict", formLeadsTo);
    }

    /// <summary>The user who approved, or null when the person denied.</summary>
    /// <exception cref="PageRefusal">The form was not ours, or names nobody.</exception>
    public SandboxUser? Decide(HttpRequest request)
    {
        QueryFields fields = QueryFields.Parse(Encoding.UTF8.GetString(request.Body));
        bool isFromHere = request.Header("origin") is not { } origin || origin == endpointUrl() || origin == endpointUrl().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        string? visitor = Cookies.Read(request, CookieName);
        byte[] given = Encoding.UTF8.GetBytes(fields["form"]?.Value ?? "");
        if (!isFromHere || visitor is null || !CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Proof(visitor))))
            throw new PageRefusal(403, "This form was not filled in on the Sandbox's own page. Open the page again.");
        return fields["decision"]?.Value switch
        {
            "approve" => signIns.FindUser(fields["user"]?.Value) ?? throw new PageRefusal(400, "There is no such user."),
            "deny" => null,
            _ => throw new PageRefusal(400, "Choose to approve or to deny."),
        };
    }

    private string Proof(string visitor) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(visitor)));
}
