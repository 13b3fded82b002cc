using System.Collections;
using CrossAccess.Sandbox;

namespace CrossAccess.Rehearsal;

/// <summary>The environment in which every AWS SDK and CLI talks to the Sandbox, and nothing can reach a real account.</summary>
internal static class SandboxEnvironment
{
    private const string ServiceEndpointPrefix = "AWS_ENDPOINT_URL_";

    // Each would outrank the profile or the endpoint, so that a rehearsal would act in a real account.
    private static readonly string[] Cleared =
    [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_CREDENTIAL_EXPIRATION", "AWS_DEFAULT_PROFILE",
        "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
    ];

    /// <summary>Sets the environment and returns what was there before.</summary>
    public static EnvironmentSnapshot Enter(CrossAccessSandbox sandbox)
    {
        Dictionary<string, string?> wanted = Wanted(sandbox);
        EnvironmentSnapshot before = EnvironmentSnapshot.Take(wanted.Keys);
        foreach ((string name, string? value) in wanted) Environment.SetEnvironmentVariable(name, value);
        return before;
    }

    /// <summary>Beside the state, where there is one, because it tells of what is in there.</summary>
    public static string InventoryPath(CrossAccessSandbox sandbox) =>
        sandbox.StatePath is { } state ? Path.ChangeExtension(state, ".inventory.json") : Path.Combine(sandbox.Folder, "inventory.json");

    private static Dictionary<string, string?> Wanted(CrossAccessSandbox sandbox)
    {
        var wanted = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AWS_ENDPOINT_URL"] = sandbox.EndpointUrl,
            ["AWS_CONFIG_FILE"] = sandbox.ConfigFile,
            ["AWS_SHARED_CREDENTIALS_FILE"] = sandbox.CredentialsFile,
            ["AWS_PROFILE"] = "sandbox-admin",
            ["AWS_REGION"] = sandbox.Region,
            ["AWS_DEFAULT_REGION"] = sandbox.Region,
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            // The company's name may be a real one, under which a real sign-in lies.
            ["CROSSACCESS_SIGNIN_CACHE"] = Path.Combine(sandbox.Folder, "sign-ins"),
            [InventoryFile.PathVariable] = InventoryPath(sandbox),
        };
        foreach (string name in Cleared.Concat(ServiceEndpoints())) wanted[name] = null;
        return wanted;
    }

    // AWS_ENDPOINT_URL_STS and its like outrank AWS_ENDPOINT_URL.
    private static IEnumerable<string> ServiceEndpoints() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => (string)variable.Key)
            .Where(name => name.StartsWith(ServiceEndpointPrefix, StringComparison.OrdinalIgnoreCase));
}
