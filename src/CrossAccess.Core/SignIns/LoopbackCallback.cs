using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrossAccess;

/// <summary>
/// Waits on the loopback address for the browser to come back with a code (RFC 8252 §7.3). It answers one page and knows no
/// other path; connections that say nothing are left alone, because browsers open some in advance.
/// </summary>
internal sealed class LoopbackCallback : IDisposable
{
    public const string Path = "/oauth/callback";

    private const int LongestRequest = 16 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource<IReadOnlyDictionary<string, string>> _came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closing = new();

    public LoopbackCallback() => _listener.Start();

    public string RedirectUri => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{Path}";

    /// <summary>The query that the browser brought.</summary>
    /// <param name="refusal">What is wrong with a query, in words for the page; null when nothing is.</param>
    public async Task<IReadOnlyDictionary<string, string>> WaitAsync(Func<IReadOnlyDictionary<string, string>, string?> refusal, CancellationToken cancellation)
    {
        _ = AcceptAsync(refusal);
        return await _came.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _closing.Cancel();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync(Func<IReadOnlyDictionary<string, string>, string?> refusal)
    {
        CancellationToken closing = _closing.Token;
        try
        {
            while (true)
            {
                TcpClient connection = await _listener.AcceptTcpClientAsync(closing).ConfigureAwait(false);
                _ = AnswerAsync(connection, refusal, closing);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed: nobody waits any more.
        }
    }

    private async Task AnswerAsync(TcpClient connection, Func<IReadOnlyDictionary<string, string>, string?> refusal, CancellationToken closing)
    {
        using TcpClient _ = connection;
        try
        {
            NetworkStream stream = connection.GetStream();
            string? target = await ReadTargetAsync(stream, closing).ConfigureAwait(false);
            if (target is null || QueryOf(target) is not { } query)
            {
                await WriteAsync(stream, "404 Not Found", "Nothing is here", "This address only brings a sign-in back to PowerShell.", closing).ConfigureAwait(false);
                return;
            }

            string? wrong = refusal(query);
            await (wrong is null
                ? WriteAsync(stream, "200 OK", "You can close this page", "Your approval has reached PowerShell. Go on there.", closing)
                : WriteAsync(stream, "400 Bad Request", "You are not signed in", wrong, closing)).ConfigureAwait(false);
            _came.TrySetResult(query);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The browser hung up; it may come again.
        }
    }

    /// <summary>The target of a GET; null for anything else.</summary>
    private static async Task<string?> ReadTargetAsync(NetworkStream stream, CancellationToken closing)
    {
        var buffer = new byte[LongestRequest];
        int length = 0;
        while (length < buffer.Length)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length), closing).ConfigureAwait(false);
            if (read == 0) return null;
            length += read;
            string text = Encoding.ASCII.GetString(buffer, 0, length);
            if (!text.Contains("\r\n\r\n", StringComparison.Ordinal)) continue;
            string[] words = text.Split("\r\n", 2)[0].Split(' ');
            return words is ["GET", var target, _] ? target : null;
        }
        return null;
    }

    private static Dictionary<string, string>? QueryOf(string target)
    {
        string[] parts = target.Split('?', 2);
        if (parts is not [Path, var query]) return null;

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string field in query.Split('&'))
        {
            string[] pair = field.Split('=', 2);
            fields[WebUtility.UrlDecode(pair[0])] = pair.Length == 2 ? WebUtility.UrlDecode(pair[1]) : "";
        }
        return fields;
    }

    private static async Task WriteAsync(NetworkStream stream, string status, string title, string text, CancellationToken closing)
    {
        byte[] page = Encoding.UTF8.GetBytes($"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>CrossAccess: {WebUtility.HtmlEncode(title)}</title>
            <style>body{"{"}font:1.1rem system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem{"}"}</style></head>
            <body><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(text)}</p></body></html>
            """);
        // The address of this page holds the code: it must neither be kept nor passed on.
        string head = $"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {page.Length}\r\nCache-Control: no-store\r\n"
            + "Referrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), closing).ConfigureAwait(false);
        await stream.WriteAsync(page, closing).ConfigureAwait(false);
    }
}
