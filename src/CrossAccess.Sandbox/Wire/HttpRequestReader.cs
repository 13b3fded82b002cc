using System.Globalization;
using System.Text;

namespace CrossAccess.Sandbox.Wire;

/// <summary>Reads HTTP/1.1 requests (RFC 9112) from one connection, strictly.</summary>
internal sealed class HttpRequestReader(Stream stream, TimeSpan arrival)
{
    private static readonly byte[] Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");
    private readonly WireBuffer _wire = new(stream);

    /// <summary>The next request, or null when the peer has closed.</summary>
    public async Task<HttpRequest?> ReadAsync(CancellationToken cancellation)
    {
        if (!await _wire.HasMoreAsync(cancellation))
            return null;
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(arrival);
        try
        {
            return await ReadWholeAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRefusal(408, "The request did not arrive in time.");
        }
    }

    private async Task<HttpRequest?> ReadWholeAsync(CancellationToken cancellation)
    {
        string? requestLine = await _wire.ReadLineAsync(HttpLimits.Head, 414, cancellation);
        // RFC 9112 §2.2: an empty line before the request line is to be ignored.
        while (requestLine is "")
            requestLine = await _wire.ReadLineAsync(HttpLimits.Head, 414, cancellation);
        if (requestLine is null)
            return null;

        string[] parts = requestLine.Split(' ');
        if (parts is not [{ Length: > 0 } method, { Length: > 0 } target, "HTTP/1.1" or "HTTP/1.0"])
            throw new HttpRefusal(400, "The request line is malformed.");
        Dictionary<string, string> headers = await ReadHeadersAsync(cancellation);
        if (parts[2] == "HTTP/1.1" && !headers.ContainsKey("host"))
            throw new HttpRefusal(400, "The Host header is missing.");

        byte[] body = await ReadBodyAsync(headers, cancellation);
        (string path, string query) = SplitTarget(target);
        return new HttpRequest(method, path, query, headers, body, StaysOpen(parts[2], headers));
    }

    private async Task<Dictionary<string, string>> ReadHeadersAsync(CancellationToken cancellation)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        int size = 0;
        while (await _wire.ReadLineAsync(HttpLimits.Head, 431, cancellation) is var line && line != "")
        {
            if (line is null)
                throw new HttpRefusal(400, "The connection closed within the headers.");
            size += line.Length;
            if (size > HttpLimits.Head)
                throw new HttpRefusal(431, "The headers are too large.");
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line[..colon].Any(static c => c <= ' ' || c >= 127))
                throw new HttpRefusal(400, "A header is malformed.");
            AddHeader(headers, line[..colon], line[(colon + 1)..].Trim(' ', '\t'));
        }
        return headers;
    }

    private static void AddHeader(Dictionary<string, string> headers, string name, string value)
    {
        if (!headers.TryGetValue(name, out string? earlier))
            headers.Add(name, value);
        else if (name.Equals("content-length", StringComparison.OrdinalIgnoreCase) || name.Equals("host", StringComparison.OrdinalIgnoreCase))
            throw new HttpRefusal(400, $"The {name} header is given twice.");
        else
            headers[name] = earlier + "," + value;
    }

    private async Task<byte[]> ReadBodyAsync(Dictionary<string, string> headers, CancellationToken cancellation)
    {
        bool counted = headers.TryGetValue("content-length", out string? length);
        if (headers.TryGetValue("transfer-encoding", out string? encoding))
        {
            // RFC 9112 §6.3: both together are how requests are smuggled.
            if (counted || !encoding.Equals("chunked", StringComparison.OrdinalIgnoreCase))
                throw new HttpRefusal(400, "The body's framing is not understood.");
            await InviteBodyAsync(headers, cancellation);
            return await ReadChunksAsync(cancellation);
        }
        if (!counted)
            return [];
        if (!long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out long count))
            throw new HttpRefusal(400, "Content-Length is not a number.");
        if (count > HttpLimits.Body)
            throw new HttpRefusal(413, "The body is too large.");
        await InviteBodyAsync(headers, cancellation);
        return await _wire.ReadExactlyAsync((int)count, cancellation);
    }

    private async Task InviteBodyAsync(Dictionary<string, string> headers, CancellationToken cancellation)
    {
        if (headers.TryGetValue("expect", out string? expect) && expect.Equals("100-continue", StringComparison.OrdinalIgnoreCase))
            await stream.WriteAsync(Continue, cancellation);
    }

    private async Task<byte[]> ReadChunksAsync(CancellationToken cancellation)
    {
        using MemoryStream body = new();
        while (true)
        {
            string line = await ReadChunkLineAsync(cancellation);
            string size = line.Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int count) || count < 0)
                throw new HttpRefusal(400, "A chunk's size is malformed.");
            if (body.Length + count > HttpLimits.Body)
                throw new HttpRefusal(413, "The body is too large.");
            if (count == 0)
                break;
            body.Write(await _wire.ReadExactlyAsync(count, cancellation));
            if (await ReadChunkLineAsync(cancellation) != "")
                throw new HttpRefusal(400, "A chunk is longer than its size.");
        }
        while (await ReadChunkLineAsync(cancellation) != "")
        {
            // Trailers carry nothing that these services read.
        }
        return body.ToArray();
    }

    private async Task<string> ReadChunkLineAsync(CancellationToken cancellation)
        => await _wire.ReadLineAsync(HttpLimits.ChunkLine, 400, cancellation) ?? throw new HttpRefusal(400, "The connection closed within the body.");

    private static (string Path, string Query) SplitTarget(string target)
    {
        string local = target;
        if (!target.StartsWith('/'))
            local = Uri.TryCreate(target, UriKind.Absolute, out Uri? absolute) ? absolute.PathAndQuery : throw new HttpRefusal(400, "The request target is malformed.");
        int mark = local.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (local, "") : (local[..mark], local[(mark + 1)..]);
    }

    private static bool StaysOpen(string version, Dictionary<string, string> headers)
    {
        string connection = headers.GetValueOrDefault("connection") ?? "";
        return version == "HTTP/1.1"
            ? !connection.Contains("close", StringComparison.OrdinalIgnoreCase)
            : connection.Contains("keep-alive", StringComparison.OrdinalIgnoreCase);
    }
}
