namespace CrossAccess.Aws;

/// <summary>Credentials, and in words fit for a message where they came from.</summary>
internal sealed record ResolvedCredentials(AwsCredentials Credentials, string Source);
