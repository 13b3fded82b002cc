using System.Text.RegularExpressions;

namespace CrossAccess.Sandbox.Models;

/// <summary>A shape of a service model with its constraints; patterns are anchored, and \w and \d are ASCII as AWS means them.</summary>
internal sealed record Shape(string Name, ShapeKind Kind)
{
    public IReadOnlyDictionary<string, Member> Members { get; init; } = new Dictionary<string, Member>();
    public IReadOnlyList<string> Required { get; init; } = [];
    public string? ElementShape { get; init; }
    public string? KeyShape { get; init; }
    public long? Min { get; init; }
    public long? Max { get; init; }
    public string? PatternText { get; init; }
    public Regex? Pattern { get; init; }
    public IReadOnlyList<string> Values { get; init; } = [];
    public bool IsSensitive { get; init; }
    public bool IsException { get; init; }
    public bool IsFault { get; init; }
    public string? ErrorCode { get; init; }
    public int? HttpStatus { get; init; }
}
