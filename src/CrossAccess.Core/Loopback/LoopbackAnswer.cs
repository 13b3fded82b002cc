using System.Text;

namespace CrossAccess;

/// <summary>What is answered on the loopback address.</summary>
/// <param name="Status">Code and words, such as <c>200 OK</c>.</param>
internal sealed record LoopbackAnswer(string Status, string ContentType, string Body)
{
    /// <summary>Header lines besides those that every answer has.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Run when the answer is on its way, whole.</summary>
    public Action? Sent { get; init; }

    // The body may hold a secret.
    public override string ToString() => Status;

    public byte[] ToBytes()
    {
        byte[] body = Encoding.UTF8.GetBytes(Body);
        string[] lines =
        [
            $"HTTP/1.1 {Status}", $"Content-Type: {ContentType}", $"Content-Length: {body.Length}",
            // What is answered here is nobody's to keep.
            "Cache-Control: no-store", "X-Content-Type-Options: nosniff", "Connection: close", .. Headers, "", "",
        ];
        return [.. Encoding.ASCII.GetBytes(string.Join("\r\n", lines)), .. body];
    }
}
