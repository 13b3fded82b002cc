namespace CrossAccess.Tests.Shared;

/// <summary>An HTTP request as a server received it. Header names are compared without case.</summary>
public sealed record WireRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Path => PathAndQuery.Split('?', 2)[0];

    public IReadOnlyDictionary<string, string> Query => Form(PathAndQuery.Contains('?') ? PathAndQuery.Split('?', 2)[1] : "");

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>The pairs of a form-encoded text. A name that comes twice keeps both values, joined by a line feed.</summary>
    public static IReadOnlyDictionary<string, string> Form(string encoded) => encoded
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .GroupBy(pair => Decode(pair[0]), pair => pair.Length > 1 ? Decode(pair[1]) : "")
        .ToDictionary(group => group.Key, group => string.Join('\n', group));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
