using System.Reflection;

namespace CrossAccess.IsolationScenario;

/// <summary>What the module does with a profile, by the module's own loader and from its own folder.</summary>
internal sealed class ModuleSide(string moduleFolder)
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    public async Task<string> ResolveAsync(string profile, CancellationToken cancellation)
    {
        // As PowerShell loads the module: its assembly and Core from bin/, into the default context.
        Assembly module = Assembly.LoadFrom(Path.Combine(moduleFolder, "CrossAccess.dll"));
        Assembly core = Assembly.LoadFrom(Path.Combine(moduleFolder, "CrossAccess.Core.dll"));
        object connector = module.GetType("CrossAccess.Loading.AwsLoader", throwOnError: true)!.GetProperty("Connector", Any)!.GetValue(null)!;
        object source = Activator.CreateInstance(core.GetType("CrossAccess.CredentialSource+Profile", throwOnError: true)!, profile, null)!;

        object session = await CallAsync(core, "IAwsConnector", connector, "ConnectAsync", source, null, cancellation);
        object credentials = await CallAsync(core, "IAwsSession", session, "GetCredentialsAsync", cancellation);
        return (string)credentials.GetType().GetProperty("AccessKeyId", Any)!.GetValue(credentials)!;
    }

    private static async Task<object> CallAsync(Assembly core, string port, object target, string method, params object?[] arguments)
    {
        var call = (Task)core.GetType($"CrossAccess.{port}", throwOnError: true)!.GetMethod(method, Any)!.Invoke(target, arguments)!;
        await call;
        return call.GetType().GetProperty("Result")!.GetValue(call)!;
    }
}
