namespace CrossAccess.Sandbox.Wire;

/// <summary>How much one request may send, in bytes.</summary>
internal static class HttpLimits
{
    public const int Head = 64 * 1024;
    public const int Body = 4 * 1024 * 1024;
    /// <summary>How long a request may take to arrive from its first byte on.</summary>
    public static readonly TimeSpan Arrival = TimeSpan.FromSeconds(30);

    public const int ChunkLine = 1024;
}
