using System.Text;
using CrossAccess.Sandbox.Protocols;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Pages;

/// <summary>
/// The console's Switch Role page (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html): whoever
/// is in the console goes on as another role. It has no field for an external id.
/// </summary>
internal sealed class SwitchRolePage(ConsoleSessions sessions) : IPage
{
    private const int LongestRole = 64;

    public string Path => "/switchrole";

    public HttpResponse Get(HttpRequest request)
    {
        ConsoleSession session = SessionOf(request);
        QueryFields query = QueryFields.Parse(request.Query);
        string body = $"""
            {HtmlPage.Paragraph($"You are in as {session.Caller.Arn}.")}
            <form method="post" action="{Path}">
            {Field("Account", "account", query)}{Field("Role", "roleName", query)}{Field("Display name", "displayName", query)}{Field("Color", "color", query)}
            <p><button name="decision" value="switch">Switch Role</button></p>
            </form>
            """;
        return HtmlPage.Write(200, "Switch Role", body);
    }

    public HttpResponse Post(HttpRequest request)
    {
        ConsoleSession session = SessionOf(request);
        QueryFields fields = QueryFields.Parse(Encoding.UTF8.GetString(request.Body));
        string account = fields["account"]?.Value ?? "";
        string role = fields["roleName"]?.Value ?? "";
        string displayName = fields["displayName"]?.Value ?? "";
        // In the console's own words.
        if (role.Length > LongestRole || sessions.Switch(session, $"arn:{session.Caller.Account.Partition}:iam::{account}:role/{role}") is not { } switched)
            throw new PageRefusal(400, "Invalid information in one or more fields. Check your information or contact your administrator.");
        sessions.Record("SwitchRole", switched.Caller, switched.AccessKeyId);
        string browser = sessions.Open(switched with { DisplayName = displayName.Length == 0 ? null : displayName });
        return HtmlPage.Redirect("/console/home", $"{ConsolePage.CookieName}={browser}; Path=/; HttpOnly; SameSite=Lax");
    }

    // Another site's form does not carry the cookie, which is SameSite=Lax.
    private ConsoleSession SessionOf(HttpRequest request)
        => sessions.Find(Cookies.Read(request, ConsolePage.CookieName)) ?? throw new PageRefusal(401, "Sign in to the console first: Switch Role starts from there.");

    private static string Field(string label, string name, QueryFields query)
        => $"""<p><label>{label} <input name="{name}" value="{HtmlPage.Encode(query[name]?.Value ?? "")}"></label></p>""";
}
