using System.Management.Automation;
using System.Reflection;

namespace CrossAccess.Commands;

/// <summary>
/// What makes AWS Tools for PowerShell, where it is loaded, take the credentials that a role's endpoint serves. The AWS SDK
/// keeps the path of the configuration files that it has read first, so that AWS Tools would still find the user's own
/// default profile, and takes keys in there before it asks an endpoint.
/// </summary>
internal static class ServedAwsToolsCredentials
{
    private const string StoreCommand = "Set-AWSCredential";
    private const string StoreParameter = "Credential";

    // It reads the endpoint from the environment each time that its credentials are about to end.
    private const string EndpointCredentials = "Amazon.Runtime.GenericContainerCredentials";

    /// <summary>A value for $StoredAWSCredentials. AWS Tools alone can make one. Null: it is not loaded.</summary>
    /// <exception cref="ClientAccessException">UnexpectedFailure: it is loaded and would not make one.</exception>
    public static object? Make(PSCmdlet cmdlet)
    {
        // Of the commands that are loaded: to look for the others would load AWS Tools.
        if (cmdlet.InvokeCommand.GetCmdlet(StoreCommand) is not { } store || !store.Parameters.TryGetValue(StoreParameter, out ParameterMetadata? parameter)) return null;

        try
        {
            object credentials = Activator.CreateInstance(parameter.ParameterType.Assembly.GetType(EndpointCredentials, throwOnError: true)!)!;
            // In a scope of its own, which ends with what it has stored.
            var script = ScriptBlock.Create($"param($store, $credentials) & $store -{StoreParameter} $credentials; ${AwsToolsVariables.Credentials}");
            return cmdlet.InvokeCommand.InvokeScript(useLocalScope: true, script, null, store, credentials)[0].BaseObject;
        }
        catch (Exception e) when (e is RuntimeException or TypeLoadException or MissingMethodException or TargetInvocationException or ArgumentOutOfRangeException)
        {
            throw new ClientAccessException(ClientAccessError.UnexpectedFailure, $"AWS Tools for PowerShell is loaded and could not be given the credentials that are served, so it might act in another account than the client's. Nothing was entered. It said: {e.Message}", e)
            {
                RecommendedAction = "Enter without -AutoRefresh, or in a shell that has not loaded AWS Tools for PowerShell.",
            };
        }
    }
}
