using System.Globalization;

namespace CrossAccess.Aws;

/// <summary>When credentials end.</summary>
internal static class Expiry
{
    /// <summary>Reads a time as AWS tools write it: ISO 8601, with or without fractions of a second. Null for anything else.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        // The AWS CLI once wrote "UTC" where "Z" stands now.
        DateTimeOffset.TryParse(text?.Replace("UTC", "Z", StringComparison.Ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : null;

    /// <exception cref="ClientAccessException">CredentialsExpired.</exception>
    public static ResolvedCredentials Checked(ResolvedCredentials resolved, TimeProvider time)
    {
        if (resolved.Credentials.Expiration is not { } expiration || expiration > time.GetUtcNow()) return resolved;

        throw new ClientAccessException(
            ClientAccessError.CredentialsExpired,
            string.Create(CultureInfo.InvariantCulture, $"The credentials of {resolved.Source} expired at {expiration.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC."))
        {
            RecommendedAction = "Sign in again or renew the keys, and repeat the command.",
        };
    }
}
