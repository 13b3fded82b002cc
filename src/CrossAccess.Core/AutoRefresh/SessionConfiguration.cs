using System.Runtime.Loader;
using System.Security.Cryptography;

namespace CrossAccess;

/// <summary>The copies of the user's AWS configuration in which the roles that this process has entered have their profiles.</summary>
/// <remarks>
/// The AWS SDK for .NET reads once in a process where the files lie. Another module that loads it while a role is entered would
/// find nothing there later, so the paths stay the same, and lead to the user's own files when the last role has been left.
/// </remarks>
internal sealed class SessionConfiguration
{
    private readonly object _gate = new();
    private readonly List<SessionProfile> _profiles = [];
    private readonly List<string> _kept = [];
    private SessionFolder? _folder;
    private SessionFile? _config;
    private SessionFile? _credentials;

    public static SessionConfiguration OfProcess { get; } = new();

    // What the copies hold is the user's own, and the process may end without leaving its roles.
    private SessionConfiguration() => AppDomain.CurrentDomain.ProcessExit += (_, _) => DeleteAll();

    /// <exception cref="ClientAccessException">ProfileUnusable, SessionFilesUnusable.</exception>
    public SessionProfile Add(RoleSession session, AwsEnvironment users)
    {
        string[] config = AwsConfigurationFile.ReadLines(users.ConfigFile);
        string[] credentials = AwsConfigurationFile.ReadLines(users.CredentialsFile);
        IReadOnlyList<string> sifted = DefaultProfile.WithoutCredentials(credentials);
        lock (_gate)
        {
            KeepChanges();
            _folder ??= SessionFolder.Create();
            _config = new SessionFile(_folder, "config", users.ConfigFile);
            if (sifted.Count < credentials.Length)
            {
                _credentials = new SessionFile(_folder, "credentials", users.CredentialsFile);
                _credentials.Write(sifted);
            }
            var profile = new SessionProfile(this, NewName(session, config.Concat(credentials)), session.Region, _config.Path, sifted.Count < credentials.Length ? _credentials!.Path : null);
            _config.Write([.. DefaultProfile.WithoutCredentials(config), .. _profiles.Append(profile).SelectMany(one => LinesOf(one, config))]);
            _profiles.Add(profile);
            return profile;
        }
    }

    /// <summary>Takes a profile out, and gives the paths of copies that somebody has written to, which are kept.</summary>
    public IReadOnlyList<string> Remove(SessionProfile profile)
    {
        lock (_gate)
        {
            if (!_profiles.Remove(profile)) return [];
            KeepChanges(profile);
            // The profile that goes stays in the file while others are there: nothing names it any more.
            if (_profiles.Count == 0) LeaveFiles();
            string[] kept = [.. _kept];
            _kept.Clear();
            return kept;
        }
    }

    private void LeaveFiles()
    {
        if (AnotherSdkIsLoaded())
        {
            _config?.LeadToOriginal();
            _credentials?.LeadToOriginal();
            return;
        }

        _folder?.Delete();
        (_folder, _config, _credentials) = (null, null, null);
    }

    private void DeleteAll()
    {
        lock (_gate)
        {
            KeepChanges();
            _folder?.Delete();
        }
    }

    private void KeepChanges(SessionProfile? leaving = null)
    {
        string? suffix = (leaving ?? _profiles.LastOrDefault())?.Name;
        if (suffix is null) return;
        foreach (SessionFile? file in (SessionFile?[])[_config, _credentials])
        {
            if (file?.KeepIfChanged(suffix) is { } kept) _kept.Add(kept);
        }
    }

    private static IEnumerable<string> LinesOf(SessionProfile profile, IEnumerable<string> config) =>
        [$"[profile {profile.Name}]", $"region = {profile.Region}", .. DefaultProfile.SettingsIn(config)];

    // The AWS SDK for .NET goes on with the credentials that it has found for as long as AWS_PROFILE stays the same: no name comes twice.
    private static string NewName(RoleSession session, IEnumerable<string> lines)
    {
        string[] titles = [.. AwsConfigurationFile.Parse(lines).Keys.Select(title => SectionTitle.ProfileIn(title) ?? title)];
        while (true)
        {
            string name = $"{session.Client}-{session.Tier}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}";
            if (!titles.Contains(name)) return name;
        }
    }

    // Ours, in a context of its own, is given all that it needs.
    private static bool AnotherSdkIsLoaded() =>
        AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == "AWSSDK.Core" && AssemblyLoadContext.GetLoadContext(assembly)?.Name != "CrossAccess");
}
