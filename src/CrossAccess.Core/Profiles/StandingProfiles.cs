namespace CrossAccess;

/// <summary>The sections of our block as it stands in the file.</summary>
internal sealed class StandingProfiles
{
    private readonly Dictionary<ProfileKey, ProfileSection> _byRole = [];
    private readonly Dictionary<string, ProfileSection> _byTitle = new(StringComparer.Ordinal);

    public StandingProfiles(IReadOnlyList<ProfileSection> sections)
    {
        Sections = sections;
        // An edited block may hold something twice.
        foreach (ProfileSection section in sections.Where(section => _byTitle.TryAdd(section.Title, section) && section.Key is not null))
            _byRole.TryAdd(section.Key!, section);
    }

    public static StandingProfiles None { get; } = new([]);

    public IReadOnlyList<ProfileSection> Sections { get; }

    public IEnumerable<ProfileSection> Clients => _byRole.Values;

    public ProfileSection? Of(ProfileKey role) => _byRole.GetValueOrDefault(role);

    public ProfileSection? Titled(string title) => _byTitle.GetValueOrDefault(title);

    /// <summary>What sections rest on, by the setting that names it.</summary>
    public IEnumerable<ProfileSection> RestsOf(IEnumerable<ProfileSection> sections, string setting)
    {
        HashSet<string> names = [.. sections.Select(section => section[setting]).OfType<string>()];
        return Sections.Where(section => section.Key is null && names.Contains(section.Name));
    }
}
