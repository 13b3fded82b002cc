using System.Net;

namespace CrossAccess;

/// <summary>What a person sees in the browser on the loopback address.</summary>
internal static class LoopbackPage
{
    /// <param name="status">Code and words, such as <c>200 OK</c>.</param>
    /// <param name="more">Header lines besides.</param>
    public static LoopbackAnswer Of(string status, string title, string text, params string[] more) => new(
        status,
        "text/html; charset=utf-8",
        $"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>CrossAccess: {WebUtility.HtmlEncode(title)}</title>
        <style>body{"{"}font:1.1rem system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem{"}"}</style></head>
        <body><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(text)}</p></body></html>
        """)
    {
        // The address of such a page is a secret, or leads to one: it must not be passed on.
        Headers = ["Referrer-Policy: no-referrer", "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'", .. more],
    };
}
