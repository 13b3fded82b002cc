using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrossAccess.Tests.Shared;

/// <summary>A shape of a service model: its type, limits and members.</summary>
public sealed class ServiceShape(ServiceModel model, string name, JsonObject json)
{
    private readonly string? _item = (string?)(json["member"] ?? json["value"])?["shape"];

    public string Name { get; } = name;

    public string Type { get; } = (string)json["type"]!;

    public bool IsDocument { get; } = json.ContainsKey("document");

    public bool IsUnion { get; } = json.ContainsKey("union");

    public long? Min { get; } = (long?)json["min"];

    public long? Max { get; } = (long?)json["max"];

    public string? Pattern { get; } = (string?)json["pattern"];

    public IReadOnlyList<string> Enum { get; } = Strings(json["enum"]);

    public IReadOnlyList<string> Required { get; } = Strings(json["required"]);

    public string? ErrorCode { get; } = (string?)json["error"]?["code"];

    public int? ErrorStatus { get; } = (int?)json["error"]?["httpStatusCode"];

    public IReadOnlyList<ServiceMember> Members { get; } = json["members"] is JsonObject members
        ? [.. members.Select(member => new ServiceMember(model, member.Key, member.Value!.AsObject()))]
        : [];

    /// <summary>What a list or a map holds.</summary>
    public ServiceShape Item => model.Shape(_item ?? throw new InvalidOperationException($"{Name} holds nothing."));

    /// <summary>Whether a text keeps to the pattern, which AWS matches against the whole of it.</summary>
    public bool PatternAllows(string text) => Pattern is null || Regex.IsMatch(text, $@"\A(?:{AsciiWords(Pattern)})\z");

    // AWS's \w is [A-Za-z0-9_]; .NET's also takes the letters of other scripts.
    private static string AsciiWords(string pattern) =>
        Regex.Replace(pattern, @"\[([^\]]*)\\w", "[$1A-Za-z0-9_").Replace(@"\w", "[A-Za-z0-9_]");

    private static IReadOnlyList<string> Strings(JsonNode? list) => list is JsonArray items ? [.. items.Select(item => (string)item!)] : [];
}
