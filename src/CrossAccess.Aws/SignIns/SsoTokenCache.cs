using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CrossAccess.Aws;

/// <summary>
/// The sign-ins to Identity Center that AWS tools share: ~/.aws/sso/cache, one file per session. An unreadable sign-in is
/// none: signing in again writes the file anew.
/// </summary>
internal sealed class SsoTokenCache(AwsEnvironment environment) : ISignInCache
{
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Names another folder: a rehearsal must not write over a real sign-in of the same name.</summary>
    internal const string FolderVariable = "CROSSACCESS_SIGNIN_CACHE";

    private string Folder => environment[FolderVariable] ?? Path.Combine(environment.Home, ".aws", "sso", "cache");

    public SignInToken? Find(string sessionName) => Read(FileNameOf(sessionName)) is { } token ? token with { SessionName = sessionName } : null;

    public IReadOnlyList<SignInToken> List(IEnumerable<string> names)
    {
        if (!Directory.Exists(Folder)) return [];

        Dictionary<string, string> known = [];
        foreach (string name in names.Concat(AwsConfiguration.Load(environment).SsoSessionNames)) known.TryAdd(FileNameOf(name), name);
        return
        [
            // The AWS CLI keeps its registrations here too; those hold no token.
            .. Directory.EnumerateFiles(Folder, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(path => Read(Path.GetFileName(path)))
                .OfType<SignInToken>()
                .Select(token => token with { SessionName = known.GetValueOrDefault(token.FileName) ?? NameByPortal(token) }),
        ];
    }

    /// <summary>The sign-in that lies in a file of the cache; null when there is none.</summary>
    public SignInToken? Read(string fileName)
    {
        try
        {
            return SsoTokenFile.Read(fileName, File.ReadAllBytes(Path.Combine(Folder, fileName)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public SignInRequest? FindConfigured(string sessionName) =>
        AwsConfiguration.Load(environment).FindSsoSession(sessionName) is { } section
        && section.TryGetValue("sso_start_url", out string? startUrl) && section.TryGetValue("sso_region", out string? region)
            ? new SignInRequest(sessionName, startUrl, region)
            : null;

    string ISignInCache.FileNameOf(string sessionName) => FileNameOf(sessionName);

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The AWS CLI names the files so; nothing is protected by it.")]
    internal static string FileNameOf(string key) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(key))).ToLowerInvariant() + ".json";

    public void Save(SignInToken token)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Folder);
            else Directory.CreateDirectory(Folder, OwnersFolder);

            // Whoever may have read an older one must not read this. On Windows the user's own folder admits nobody else.
            AtomicFile.Replace(Path.Combine(Folder, token.FileName), stream => SsoTokenFile.Write(stream, token), OwnersFile, keepsPermissions: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"cannot be written to '{Folder}'", exception);
        }
    }

    public void Delete(SignInToken token)
    {
        try
        {
            if (Directory.Exists(Folder)) File.Delete(Path.Combine(Folder, token.FileName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"cannot be deleted from '{Folder}'", exception);
        }
    }

    // What Connect-CrossAccess calls a sign-in that nobody named; the AWS CLI's older profiles call theirs by the whole address.
    private static string? NameByPortal(SignInToken token)
    {
        string? name = PortalUrl.NameIn(token.StartUrl);
        return name is not null && FileNameOf(name) == token.FileName ? name : FileNameOf(token.StartUrl) == token.FileName ? token.StartUrl : null;
    }

    private static ClientAccessException Unusable(string how, Exception cause) =>
        new(ClientAccessError.SignInCacheUnusable, $"The sign-in {how}: {cause.Message}", cause)
        {
            RecommendedAction = "Make the folder writable for you, and repeat the command.",
        };
}
