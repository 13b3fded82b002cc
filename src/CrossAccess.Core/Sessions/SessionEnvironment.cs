using System.Globalization;

namespace CrossAccess;

/// <summary>The environment variables of an entered role: what every AWS SDK and CLI reads, and our own two.</summary>
internal static class SessionEnvironment
{
    public const string ClientVariable = "CROSSACCESS_CLIENT";
    public const string TierVariable = "CROSSACCESS_TIER";
    public const string ConfigFileVariable = "AWS_CONFIG_FILE";
    public const string CredentialsFileVariable = "AWS_SHARED_CREDENTIALS_FILE";

    // Each names credentials that one tool or another would take instead of the session's, or with them.
    private static readonly string[] Competing =
    [
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE",
        "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
        "AWS_SECURITY_TOKEN", "AWS_ACCESS_KEY", "AWS_SECRET_KEY", "AWS_CREDENTIAL_FILE",
        // An API key of another account's Amazon Bedrock: https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-use.html
        "AWS_BEARER_TOKEN_BEDROCK",
    ];

    private static readonly string[] Keys = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_CREDENTIAL_EXPIRATION"];

    private static readonly string[] Files = [ConfigFileVariable, CredentialsFileVariable];

    /// <summary>Every variable that an entered role may change.</summary>
    public static IEnumerable<string> Touched => [.. Keys, .. Competing, .. Files, "AWS_REGION", "AWS_DEFAULT_REGION", ClientVariable, TierVariable];

    /// <summary>What the variables are inside the session; null: unset.</summary>
    /// <param name="home">What they were before any role was entered; null where none is.</param>
    public static IReadOnlyDictionary<string, string?> VariablesOf(RoleSession session, IReadOnlyDictionary<string, string?>? home)
    {
        Dictionary<string, string?> variables = WithoutCredentials(session, home);
        variables["AWS_ACCESS_KEY_ID"] = session.Credentials.AccessKeyId;
        variables["AWS_SECRET_ACCESS_KEY"] = session.Credentials.SecretAccessKey;
        variables["AWS_SESSION_TOKEN"] = session.Credentials.SessionToken;
        variables["AWS_CREDENTIAL_EXPIRATION"] = session.Expiration.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return variables;
    }

    /// <summary>The same where the credentials are served: no key stands here, since keys end and outrank what is served.</summary>
    /// <remarks>
    /// Keys or a sign-in in the user's default profile outrank a container's endpoint, too; the AWS Tools for PowerShell take them
    /// even where AWS_PROFILE names another. Hence a profile without credentials, in files whose default profile has none.
    /// </remarks>
    public static IReadOnlyDictionary<string, string?> VariablesOf(RoleSession session, CredentialEndpoint endpoint, SessionProfile profile, IReadOnlyDictionary<string, string?>? home)
    {
        Dictionary<string, string?> variables = WithoutCredentials(session, home);
        variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = endpoint.Uri;
        variables["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = endpoint.Token;
        variables["AWS_PROFILE"] = profile.Name;
        variables[ConfigFileVariable] = profile.ConfigFile;
        if (profile.CredentialsFile is { } credentials) variables[CredentialsFileVariable] = credentials;
        return variables;
    }

    private static Dictionary<string, string?> WithoutCredentials(RoleSession session, IReadOnlyDictionary<string, string?>? home)
    {
        Dictionary<string, string?> variables = Keys.Concat(Competing).ToDictionary(name => name, _ => (string?)null, StringComparer.Ordinal);
        // The files of a role that is entered already are that role's.
        foreach (string name in Files) variables[name] = home is null ? Environment.GetEnvironmentVariable(name) : home[name];
        variables["AWS_REGION"] = session.Region;
        variables["AWS_DEFAULT_REGION"] = session.Region;
        variables[ClientVariable] = session.Client;
        variables[TierVariable] = session.Tier;
        return variables;
    }
}
