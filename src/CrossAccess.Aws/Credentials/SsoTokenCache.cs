using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CrossAccess.Aws;

/// <summary>The sign-ins to Identity Center that AWS tools share: ~/.aws/sso/cache, one file per session.</summary>
internal static class SsoTokenCache
{
    /// <param name="key">The name of the sso-session; for a profile written in the old way, the start URL.</param>
    /// <returns>The access token; null when there is none that is still valid.</returns>
    public static string? Find(AwsEnvironment environment, string key, TimeProvider time)
    {
        string path = Path.Combine(environment.Home, ".aws", "sso", "cache", FileNameOf(key));
        try
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(path));
            return TokenOf(file.RootElement, time.GetUtcNow());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // An unreadable sign-in is none: signing in again writes the file anew.
            return null;
        }
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The AWS CLI names the files so; nothing is protected by it.")]
    internal static string FileNameOf(string key) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(key))).ToLowerInvariant() + ".json";

    private static string? TokenOf(JsonElement file, DateTimeOffset now) =>
        TextOf(file, "accessToken") is { } token && Expiry.Parse(TextOf(file, "expiresAt")) > now ? token : null;

    private static string? TextOf(JsonElement file, string name) =>
        file.ValueKind == JsonValueKind.Object && file.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
