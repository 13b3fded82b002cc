namespace CrossAccess;

/// <summary>A user or a group of the identity store, by the name people know it by.</summary>
internal sealed record Principal(PrincipalType Type, string Id, string Name)
{
    /// <summary>A user as whom nobody may sign in.</summary>
    public bool IsDisabled { get; init; }

    private const string GonePrefix = "(gone: ";

    /// <summary>One whom the directory no longer has.</summary>
    public static Principal Gone(PrincipalType type, string id) => new(type, id, $"{GonePrefix}{id})");

    /// <summary>The one that <see cref="Gone"/> named so; null for any other name.</summary>
    public static Principal? FindGone(PrincipalType type, string name) =>
        name.StartsWith(GonePrefix, StringComparison.Ordinal) && name.EndsWith(')') ? Gone(type, name[GonePrefix.Length..^1]) : null;
}
