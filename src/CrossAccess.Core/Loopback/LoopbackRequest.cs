using System.Text;

namespace CrossAccess;

/// <summary>What a program on this machine asked for, as far as anything here reads it.</summary>
/// <param name="Target">The path with its query, as it was sent.</param>
/// <param name="Headers">By name, whatever the case. One that came twice has both values, so that it equals neither.</param>
internal sealed record LoopbackRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers)
{
    // Headers may hold a secret.
    public override string ToString() => $"{Method} request";

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Reads the head of a request (RFC 9112 §2, §5). Null: it is none.</summary>
    public static LoopbackRequest? Parse(ReadOnlySpan<byte> head)
    {
        string[] lines = Encoding.ASCII.GetString(head).Split("\r\n");
        if (lines[0].Split(' ') is not [var method, var target, "HTTP/1.1" or "HTTP/1.0"] || method.Length == 0 || target.Length == 0) return null;

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines.Skip(1).TakeWhile(line => line.Length > 0))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line.AsSpan(0, colon).ContainsAny(' ', '\t')) return null;

            string name = line[..colon];
            string value = line[(colon + 1)..].Trim(' ', '\t');
            headers[name] = headers.TryGetValue(name, out string? earlier) ? $"{earlier}, {value}" : value;
        }
        return new LoopbackRequest(method, target, headers);
    }
}
