using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Pages;

internal static class Cookies
{
    /// <summary>A cookie's value, or null (RFC 6265 §4.2).</summary>
    public static string? Read(HttpRequest request, string name)
        => (request.Header("cookie") ?? "").Split(';')
            .Select(static pair => pair.Trim())
            .FirstOrDefault(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
