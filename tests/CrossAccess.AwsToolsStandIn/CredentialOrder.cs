using System.Management.Automation;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace CrossAccess.AwsToolsStandIn;

/// <summary>
/// The order in which AWS Tools for PowerShell looks for credentials once a command line names none:
/// https://docs.aws.amazon.com/powershell/v5/userguide/creds-assign.html
/// </summary>
internal static class CredentialOrder
{
    private const string Variable = "StoredAWSCredentials";

    public static ShellCredentials Find(SessionState session) =>
        session.PSVariable.GetValue(Variable) as ShellCredentials
        ?? FromVariables()
        ?? FromProfile(Environment.GetEnvironmentVariable("AWS_PROFILE"))
        ?? FromProfile("default")
        ?? FromContainer()
        ?? throw new InvalidOperationException("No credentials specified or obtained from persisted/shell defaults.");

    public static void Store(SessionState session, VariableScope? scope, ShellCredentials? credentials) =>
        session.PSVariable.Set(scope is null ? Variable : $"{scope}:{Variable}", credentials);

    public static ShellCredentials OfProfile(string name) =>
        FromProfile(name) ?? throw new InvalidOperationException($"No credentials in profile '{name}'.");

    private static ShellCredentials? FromVariables() =>
        Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is { Length: > 0 } && Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY") is { Length: > 0 }
            ? new ShellCredentials(new EnvironmentVariablesAWSCredentials(), "environment variables")
            : null;

    private static ShellCredentials? FromProfile(string? name)
    {
        var profiles = new CredentialProfileStoreChain();
        return !string.IsNullOrEmpty(name) && profiles.TryGetProfile(name, out CredentialProfile profile) && profile.CanCreateAWSCredentials
            ? new ShellCredentials(AWSCredentialsFactory.GetAWSCredentials(profile, profiles), $"profile '{name}'")
            : null;
    }

    private static ShellCredentials? FromContainer() =>
        Environment.GetEnvironmentVariable("AWS_CONTAINER_CREDENTIALS_FULL_URI") is { Length: > 0 }
            ? new ShellCredentials(new GenericContainerCredentials(), "container")
            : null;
}
