namespace CrossAccess.Sandbox.Policies;

/// <summary>A policy: its text as it was given, and what the text says.</summary>
internal sealed record PolicyDocument(string Text, string Version, IReadOnlyList<PolicyStatement> Statements)
{
    /// <exception cref="MalformedPolicy">The text is not a policy of that kind.</exception>
    public static PolicyDocument Parse(string text, PolicyKind kind) => new PolicyParser(kind).Parse(text);

    /// <summary>The size that the quotas count: characters that are not white space.</summary>
    public static int CountedLength(string text) => text.Count(static c => !char.IsWhiteSpace(c));
}
