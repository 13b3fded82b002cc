namespace CrossAccess.Tests.Shared;

/// <summary>An HTTP answer for a test server to give.</summary>
public sealed record WireAnswer(int Status, string ContentType, string Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static WireAnswer Json(string body, int status = 200) => new(status, "application/x-amz-json-1.1", body);

    public static WireAnswer Xml(string body, int status = 200) => new(status, "text/xml", body);
}
