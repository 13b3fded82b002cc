namespace CrossAccess.Sandbox.Models;

/// <summary>One operation of a service model.</summary>
internal sealed record OperationModel(
    string Name,
    string HttpMethod,
    string Path,
    bool IsSigned,
    string? InputShape,
    string? OutputShape,
    string? ResultWrapper)
{
    /// <summary>What CloudTrail calls readOnly: it changes nothing in any account (AssumeRole included).</summary>
    public bool IsReadOnly { get; } = ReadingVerbs.Any(verb => Name.StartsWith(verb, StringComparison.Ordinal));

    private static readonly string[] ReadingVerbs = ["Get", "List", "Describe", "Simulate", "Is", "AssumeRole", "Decode", "Lookup", "Validate"];
}
