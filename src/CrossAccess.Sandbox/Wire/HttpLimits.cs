namespace CrossAccess.Sandbox.Wire;

/// <summary>How much one request may send, in bytes.</summary>
internal static class HttpLimits
{
    public const int Head = 64 * 1024;
    public const int Body = 4 * 1024 * 1024;
    public const int ChunkLine = 1024;
}
