namespace CrossAccess;

/// <summary>Which profiles are to stand in a file.</summary>
internal sealed record ProfileExport
{
    /// <summary>The roles that are to have one.</summary>
    public required IReadOnlyList<ProfileTarget> Targets { get; init; }

    /// <summary>Those that the command is about: a profile of one of them that is no target goes.</summary>
    public required Func<ProfileKey, bool> IsInScope { get; init; }

    public ProfileNameTemplate Names { get; init; } = ProfileNameTemplate.Parse(null);

    /// <summary>The name to enter roles under; null: what a profile has already, else what the tool makes up.</summary>
    public string? RoleSessionName { get; init; }

    /// <summary>Names that are taken in another file, which the tool reads with this one; with that file's path.</summary>
    public IReadOnlyDictionary<string, string> TakenElsewhere { get; init; } = new Dictionary<string, string>();

    /// <summary>Write over what was edited.</summary>
    public bool Force { get; init; }
}
