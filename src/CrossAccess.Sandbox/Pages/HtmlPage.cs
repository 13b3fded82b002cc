using System.Net;
using System.Text;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Pages;

/// <summary>Plain HTML without scripts and without anything from elsewhere.</summary>
internal static class HtmlPage
{
    /// <summary>A page. Where its form may lead is "self" and, for a form whose answer redirects, the other origin.</summary>
    public static HttpResponse Write(int status, string title, string body, string? cookie = null, string? formLeadsTo = null)
    {
        string html = $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(title)} - CrossAccess Sandbox</title>
            <style>body{"{"}font-family:system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;line-height:1.5{"}"}button,select{"{"}font:inherit;padding:.4rem .8rem{"}"}</style></head>
            <body><h1>{Encode(title)}</h1>
            {body}
            <p><small>This is the CrossAccess Sandbox on this machine, not AWS.</small></p></body></html>
            """;
        List<KeyValuePair<string, string>> headers =
        [
            new("Content-Security-Policy", $"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'{(formLeadsTo is null ? "" : " " + formLeadsTo)}"),
            new("X-Frame-Options", "DENY"),
            new("X-Content-Type-Options", "nosniff"),
            new("Referrer-Policy", "same-origin"),
            new("Cache-Control", "no-store"),
        ];
        if (cookie is not null)
            headers.Add(new("Set-Cookie", cookie));
        return new HttpResponse(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html), headers);
    }

    public static HttpResponse Redirect(string location, string? cookie = null)
    {
        List<KeyValuePair<string, string>> headers = [new("Location", location), new("Cache-Control", "no-store"), new("Referrer-Policy", "no-referrer")];
        if (cookie is not null)
            headers.Add(new("Set-Cookie", cookie));
        return new HttpResponse(302, "", [], headers);
    }

    public static string Paragraph(string text) => $"<p>{Encode(text)}</p>";

    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
