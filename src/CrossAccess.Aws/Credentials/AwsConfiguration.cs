namespace CrossAccess.Aws;

/// <summary>
/// What ~/.aws/config and ~/.aws/credentials say.
/// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html"/>.
/// </summary>
internal sealed class AwsConfiguration
{
    private readonly Dictionary<string, AwsProfile> _profiles;
    private readonly IReadOnlyDictionary<string, Dictionary<string, string>> _sections;

    private AwsConfiguration(string configFile, string credentialsFile)
    {
        ConfigFile = configFile;
        CredentialsFile = credentialsFile;
        _sections = AwsConfigurationFile.Read(configFile);
        _profiles = Merge(_sections, AwsConfigurationFile.Read(credentialsFile));
    }

    public string ConfigFile { get; }

    public string CredentialsFile { get; }

    public IReadOnlyList<string> ProfileNames => [.. _profiles.Keys.Order(StringComparer.OrdinalIgnoreCase)];

    public IEnumerable<string> SsoSessionNames => _sections.Keys.Select(title => SectionTitle.TryNameOf(title, SectionTitle.SsoSession, out string name) ? name : null).OfType<string>();

    public static AwsConfiguration Load(AwsEnvironment environment) => new(environment.ConfigFile, environment.CredentialsFile);

    public AwsProfile? FindProfile(string name) => _profiles.GetValueOrDefault(name);

    /// <exception cref="ClientAccessException">ProfileNotFound; the message names the profiles that there are.</exception>
    public AwsProfile GetProfile(string name, string? namedBy = null)
    {
        if (FindProfile(name) is { } profile) return profile;

        string origin = namedBy is null ? "" : $" (named by {namedBy})";
        string known = _profiles.Count == 0 ? "There are no profiles there." : $"The profiles there are: {string.Join(", ", ProfileNames.Select(Printable.Of))}.";
        throw new ClientAccessException(
            ClientAccessError.ProfileNotFound,
            $"There is no profile '{Printable.Of(name)}'{origin} in '{ConfigFile}' or '{CredentialsFile}'. {known}");
    }

    public IReadOnlyDictionary<string, string>? FindSsoSession(string name) => FindSection(SectionTitle.SsoSession, name);

    public IReadOnlyDictionary<string, string>? FindServices(string name) => FindSection(SectionTitle.Services, name);

    private Dictionary<string, string>? FindSection(string kind, string name) =>
        _sections.FirstOrDefault(section => SectionTitle.TryNameOf(section.Key, kind, out string found) && found == name).Value;

    private static Dictionary<string, AwsProfile> Merge(
        IReadOnlyDictionary<string, Dictionary<string, string>> config,
        IReadOnlyDictionary<string, Dictionary<string, string>> credentials)
    {
        var settings = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach ((string title, Dictionary<string, string> section) in config)
        {
            if (SectionTitle.ProfileIn(title) is { } name) Add(settings, name, section);
        }

        // Where both files name a key, the credentials file's value counts.
        foreach ((string name, Dictionary<string, string> section) in credentials) Add(settings, name, section);

        return settings.ToDictionary(pair => pair.Key, pair => new AwsProfile(pair.Key, pair.Value), StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, Dictionary<string, string>> profiles, string name, Dictionary<string, string> section)
    {
        if (!profiles.TryGetValue(name, out Dictionary<string, string>? merged)) profiles[name] = merged = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string value) in section) merged[key] = value;
    }
}
