using System.Text;

namespace CrossAccess.Sandbox.Files;

/// <summary>
/// An AWS config and credentials file in a private folder. A new profile is appended; one that goes is cut out of both files,
/// which are put in place whole, so that a reader never sees half of them.
/// </summary>
internal sealed class ProfileFiles : IDisposable
{
    private readonly Dictionary<string, Profile> _profiles = new(StringComparer.Ordinal);
    private readonly string _region;
    private readonly string _endpointUrl;

    public ProfileFiles(string region, string endpointUrl)
    {
        _region = region;
        _endpointUrl = endpointUrl;
        // Created with mode 0700 on Unix.
        Folder = Directory.CreateTempSubdirectory("crossaccess-sandbox-").FullName;
        Write(ConfigFile, "");
        Write(CredentialsFile, "");
    }

    public string Folder { get; }
    public string ConfigFile => Path.Combine(Folder, "config");
    public string CredentialsFile => Path.Combine(Folder, "credentials");

    public bool Contains(string name) => _profiles.ContainsKey(name);

    public void Add(IReadOnlyCollection<Profile> profiles)
    {
        foreach (Profile profile in profiles)
            _profiles[profile.Name] = profile;
        Append(ConfigFile, string.Concat(profiles.Select(Config)));
        Append(CredentialsFile, string.Concat(profiles.Select(Keys)));
    }

    public void Remove(string name)
    {
        if (!_profiles.Remove(name, out Profile? profile))
            return;
        // Whatever else a user has written there stays.
        Replace(ConfigFile, File.ReadAllText(ConfigFile).Replace(Config(profile), "", StringComparison.Ordinal));
        Replace(CredentialsFile, File.ReadAllText(CredentialsFile).Replace(Keys(profile), "", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private string Config(Profile profile) => $"[profile {profile.Name}]\nregion = {_region}\nendpoint_url = {_endpointUrl}\n\n";

    private static string Keys(Profile profile)
    {
        string token = profile.SessionToken is null ? "" : $"aws_session_token = {profile.SessionToken}\n";
        return $"[{profile.Name}]\naws_access_key_id = {profile.AccessKeyId}\naws_secret_access_key = {profile.SecretAccessKey}\n{token}\n";
    }

    private static void Replace(string path, string text)
    {
        string fresh = path + ".new";
        Write(fresh, text);
        File.Move(fresh, path, overwrite: true);
    }

    private static void Write(string path, string text) => Write(path, text, FileMode.Create);

    private static void Append(string path, string text) => Write(path, text, FileMode.Append);

    private static void Write(string path, string text, FileMode mode)
    {
        FileStreamOptions options = new() { Mode = mode, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using FileStream stream = new(path, options);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
