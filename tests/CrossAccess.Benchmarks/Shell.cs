using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Benchmarks;

/// <summary>The real engine with the built module, as a user has it, and a Sandbox for AWS.</summary>
internal sealed class Shell : IDisposable
{
    // What the machine has set must not lead elsewhere.
    private static readonly string[] Unset =
    [
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "CROSSACCESS_INVENTORY", "CROSSACCESS_CLIENT",
    ];

    private readonly Runspace _runspace;

    /// <param name="sandbox">Parameters of Start-CrossAccessSandbox.</param>
    public Shell(string sandbox)
    {
        foreach (string name in Unset) Environment.SetEnvironmentVariable(name, null);
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([Manifest]);
        state.ThrowOnRunspaceOpenError = true;
        _runspace = RunspaceFactory.CreateRunspace(new CapturingHost(), state);
        // As at a prompt: no thread is made for each command.
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        Run($"Start-CrossAccessSandbox {sandbox}");
        Run("Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home");
    }

    /// <summary>How many requests a script sends, itself not measured.</summary>
    public int CountRequests(string script)
    {
        int before = CountRequests();
        Run(script);
        return CountRequests() - before;
    }

    public IReadOnlyList<PSObject> Run(string script)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        IReadOnlyList<PSObject> output = [.. shell.AddScript(script).Invoke()];
        return shell.HadErrors ? throw new InvalidOperationException(string.Join(Environment.NewLine, shell.Streams.Error)) : output;
    }

    public void Dispose()
    {
        Run("Stop-CrossAccessSandbox");
        _runspace.Dispose();
    }

    private static string Manifest => Path.GetFullPath(
        typeof(Shell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ModuleManifest").Value!);

    private int CountRequests() => Run("Get-CrossAccessSandbox -Event").Count;
}
