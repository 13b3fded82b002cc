using System.Globalization;

namespace CrossAccess;

/// <summary>The environment variables of an entered role: what every AWS SDK and CLI reads, and our own two.</summary>
internal static class SessionEnvironment
{
    public const string ClientVariable = "CROSSACCESS_CLIENT";
    public const string TierVariable = "CROSSACCESS_TIER";

    // A profile or another credential source named here would compete with the session's keys in one tool or another.
    private static readonly string[] Cleared = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"];

    private static readonly string[] Written =
    [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_DEFAULT_REGION",
        "AWS_CREDENTIAL_EXPIRATION", ClientVariable, TierVariable,
    ];

    public static IEnumerable<string> Touched => [.. Written, .. Cleared];

    /// <summary>What the variables are inside the session; null: unset.</summary>
    public static IReadOnlyDictionary<string, string?> VariablesOf(RoleSession session)
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AWS_ACCESS_KEY_ID"] = session.Credentials.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = session.Credentials.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = session.Credentials.SessionToken,
            ["AWS_REGION"] = session.Region,
            ["AWS_DEFAULT_REGION"] = session.Region,
            ["AWS_CREDENTIAL_EXPIRATION"] = session.Expiration.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            [ClientVariable] = session.Client,
            [TierVariable] = session.Tier,
        };
        foreach (string name in Cleared) variables[name] = null;
        return variables;
    }

    public static void Set(RoleSession session)
    {
        // First what may throw, so that the environment is set whole or not at all.
        IReadOnlyDictionary<string, string?> variables = VariablesOf(session);
        foreach ((string name, string? value) in variables) Environment.SetEnvironmentVariable(name, value);
    }
}
