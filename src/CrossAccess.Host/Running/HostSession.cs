using System.Management.Automation;
using System.Management.Automation.Runspaces;
using CrossAccess.Host.Formatting;
using CrossAccess.Host.Terminal;
using Microsoft.PowerShell;

namespace CrossAccess.Host.Running;

/// <summary>An open runspace with the module and the Host's own commands imported.</summary>
internal sealed class HostSession : IDisposable
{
    private HostSession(TerminalHost host, Runspace runspace)
    {
        Host = host;
        Runspace = runspace;
    }

    /// <summary>The console that the runspace writes to.</summary>
    public TerminalHost Host { get; }

    /// <summary>The runspace.</summary>
    public Runspace Runspace { get; }

    /// <summary>Opens the session.</summary>
    /// <exception cref="FileNotFoundException">The module's manifest was not found.</exception>
    /// <exception cref="RuntimeException">The module could not be imported.</exception>
    public static HostSession Open(TerminalHost host)
    {
        // CreateDefault2: CreateDefault asks for pwsh's own ConsoleHost assembly, which is not here.
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        state.Commands.Add(new SessionStateCmdletEntry("Format-Table", typeof(FormatTableCommand), helpFileName: null));
        state.Commands.Add(new SessionStateCmdletEntry("Format-List", typeof(FormatListCommand), helpFileName: null));
        state.ImportPSModule([Path.Combine(AppContext.BaseDirectory, "CrossAccess.Host.Commands.psm1"), ModuleManifest.Find()]);

        if (!host.UI.SupportsVirtualTerminal)
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;

        Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        return new HostSession(host, runspace);
    }

    /// <summary>Closes the runspace.</summary>
    public void Dispose() => Runspace.Dispose();
}
