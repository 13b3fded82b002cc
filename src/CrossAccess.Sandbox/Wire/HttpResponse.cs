namespace CrossAccess.Sandbox.Wire;

/// <summary>One HTTP response; Content-Length and Connection are written by the connection.</summary>
internal sealed record HttpResponse(
    int Status,
    string ContentType,
    byte[] Body,
    IReadOnlyList<KeyValuePair<string, string>> Headers);
