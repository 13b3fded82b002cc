namespace CrossAccess.Aws;

/// <summary>Keys in environment variables. See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html"/>.</summary>
internal static class EnvironmentKeys
{
    /// <returns>Null when AWS_ACCESS_KEY_ID is not set.</returns>
    /// <exception cref="ClientAccessException">CredentialsNotFound when its secret is not.</exception>
    public static ResolvedCredentials? Find(AwsEnvironment environment)
    {
        if (environment["AWS_ACCESS_KEY_ID"] is not { } accessKeyId) return null;

        string secret = environment["AWS_SECRET_ACCESS_KEY"] ?? throw new ClientAccessException(
            ClientAccessError.CredentialsNotFound,
            "AWS_ACCESS_KEY_ID is set in the environment and AWS_SECRET_ACCESS_KEY is not.")
        {
            RecommendedAction = "Set both, or neither to use a profile.",
        };
        // AWS_SECURITY_TOKEN is the name of old, which botocore reads too.
        string? token = environment["AWS_SESSION_TOKEN"] ?? environment["AWS_SECURITY_TOKEN"];
        return new(
            new AwsCredentials(accessKeyId, secret, token, Expiry.Parse(environment["AWS_CREDENTIAL_EXPIRATION"])),
            "the keys in the environment (AWS_ACCESS_KEY_ID)");
    }
}
