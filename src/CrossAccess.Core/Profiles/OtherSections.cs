namespace CrossAccess;

/// <summary>What stands beside our block, in the same file and in one that is read with it: names that we must not take.</summary>
internal sealed class OtherSections
{
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _elsewhere;
    private readonly IReadOnlyDictionary<string, Dictionary<string, string>> _sections;
    private readonly ProfileDocument? _document;
    private readonly string _path;

    /// <param name="elsewhere">Profiles of the other file, and its path.</param>
    public OtherSections(ProfileDocument document, IProfileFormat format, string path, IReadOnlyDictionary<string, string> elsewhere)
    {
        (_document, _path, _sections, _elsewhere) = (document, path, document.Others, elsewhere);
        foreach (string title in _sections.Keys)
        {
            if (format.ProfileIn(title) is { } name) _titles.TryAdd(name, title);
        }
    }

    private OtherSections() => (_path, _sections, _elsewhere) = ("", new Dictionary<string, Dictionary<string, string>>(), new Dictionary<string, string>());

    public static OtherSections None { get; } = new();

    /// <exception cref="ClientAccessException">ProfileExists.</exception>
    public void RequireFree(string profileName)
    {
        string place;
        if (_titles.TryGetValue(profileName, out string? title)) place = $"on line {_document!.LineOf(title)} of '{_path}'";
        else if (_elsewhere.TryGetValue(profileName, out string? file)) place = $"in '{file}'";
        else return;

        throw new ClientAccessException(ClientAccessError.ProfileExists, $"A profile '{profileName}' stands already {place}, and Export-ClientProfile did not write it. It was left as it is.")
        {
            RecommendedAction = "Rename or remove it, or name ours otherwise: -NameTemplate '{Company}-{Client}-{Account}-{Tier}'",
        };
    }

    public bool HasTitle(string title) => Find(title) is not null;

    /// <summary>Whether the same sign-in stands there already, so that it serves ours too.</summary>
    /// <exception cref="ClientAccessException">ProfileExists: one of that name leads to another Identity Center.</exception>
    public bool Has(ProfileSection signIn)
    {
        if (Find(signIn.Title) is not { } title) return false;
        Dictionary<string, string> other = _sections[title];
        string url = other.GetValueOrDefault("sso_start_url", "");
        string region = other.GetValueOrDefault("sso_region", "");
        if (PortalUrl.AreSame(url, signIn["sso_start_url"]!) && region == signIn["sso_region"]) return true;
        throw new ClientAccessException(
            ClientAccessError.ProfileExists,
            $"[{signIn.Title}] stands already on line {_document!.LineOf(title)} of '{_path}' and leads to another Identity Center: {Printable.Of(url)} in {Printable.Of(region)}, not {signIn["sso_start_url"]} in {signIn["sso_region"]}. Nothing was written.")
        {
            RecommendedAction = "Name the sign-in otherwise, and sign in under that name: Export-ClientProfile -SessionName <name>; Connect-CrossAccess <name>",
        };
    }

    private string? Find(string title)
    {
        if (_sections.ContainsKey(title)) return title;
        return SectionTitle.TryNameOf(title, SectionTitle.SsoSession, out string name)
            ? _sections.Keys.FirstOrDefault(other => SectionTitle.TryNameOf(other, SectionTitle.SsoSession, out string found) && found == name)
            : null;
    }
}
