using System.Globalization;
using System.Text;

namespace CrossAccess.Sandbox.Wire;

/// <summary>Writes one response in a single piece.</summary>
internal static class HttpResponseWriter
{
    public static async Task WriteAsync(Stream stream, HttpResponse response, bool keepAlive, CancellationToken cancellation)
    {
        StringBuilder head = new();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status} {Reason(response.Status)}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Date: {DateTimeOffset.UtcNow:R}\r\n");
        if (response.ContentType.Length > 0)
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {response.ContentType}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {response.Body.Length}\r\n");
        foreach ((string name, string value) in response.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        head.Append(keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");

        byte[] first = Encoding.Latin1.GetBytes(head.ToString());
        byte[] whole = new byte[first.Length + response.Body.Length];
        first.CopyTo(whole, 0);
        response.Body.CopyTo(whole, first.Length);
        await stream.WriteAsync(whole, cancellation);
    }

    private static string Reason(int status) => status switch
    {
        200 => "OK",
        302 => "Found",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        409 => "Conflict",
        413 => "Request Entity Too Large",
        414 => "Request-URI Too Long",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Unknown",
    };
}
