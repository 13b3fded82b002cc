namespace CrossAccess;

/// <summary>Those whose sessions end with a role-wide deny: a deny by time cannot tell one session from another.</summary>
/// <param name="Names">Users, groups and roles, in words.</param>
/// <param name="Obstacle">Why not all of them are known; null where they are.</param>
internal sealed record CutOff(IReadOnlyList<string> Names, string? Obstacle)
{
    private const int Shown = 20;

    /// <summary>The permission set on the home account by which users and groups get in; null where none has it, or that is not known.</summary>
    public string? PermissionSetName { get; init; }

    /// <summary>Their names in a sentence; null where nobody is known to be concerned.</summary>
    public string? Listed => Names.Count switch
    {
        0 => null,
        <= Shown => string.Join(", ", Names),
        _ => $"{string.Join(", ", Names.Take(Shown))} and {Names.Count - Shown} more",
    };
}
