namespace CrossAccess.Sandbox.Wire;

/// <summary>One HTTP request as it came over the wire; header names are compared without case.</summary>
internal sealed record HttpRequest(
    string Method,
    string Path,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body,
    bool KeepAlive)
{
    public string? Header(string name) => Headers.TryGetValue(name, out string? value) ? value : null;
}
