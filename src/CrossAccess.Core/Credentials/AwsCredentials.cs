namespace CrossAccess;

/// <summary>Keys that sign requests. Never printed.</summary>
internal sealed record AwsCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken, DateTimeOffset? Expiration = null)
{
    // A record prints its members; these are secrets.
    public override string ToString() => $"AwsCredentials {AccessKeyId}";
}
