using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Management.Automation.Runspaces;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>A real PowerShell runspace with the built module imported by its manifest, as a user has it.</summary>
internal sealed class ModuleSession : IDisposable
{
    private readonly CapturingHost _host;
    private readonly Runspace _runspace;

    /// <param name="modules">Imported after the module.</param>
    public ModuleSession(params string[] modules)
        : this(new CapturingHost(), modules)
    {
    }

    public ModuleSession(CapturingHost host, params string[] modules)
    {
        _host = host;
        // CreateDefault asks for the console host's snap-in, which this engine package does not have.
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([BuiltModule.Manifest, .. modules]);
        state.ThrowOnRunspaceOpenError = true;
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
    }

    public CapturingUI Screen => _host.Screen;

    public void Set(string variable, object? value) => _runspace.SessionStateProxy.SetVariable(variable, value);

    /// <summary>Runs a script to its end, however it ends.</summary>
    public ShellResult Run(string script)
    {
        using RunningScript running = Start(script);
        return running.Wait();
    }

    /// <summary>Starts a script, so that the test can act while it runs.</summary>
    public RunningScript Start(string script) => new(_runspace, _host.Screen, script);

    /// <summary>What a console would show for the script's output.</summary>
    public string Render(string script)
    {
        ShellResult result = Run($"{script} | Out-Default");
        // Colours are for the console host to leave out.
        return new StringDecorated(result.HostText).ToString(OutputRendering.PlainText);
    }

    public IReadOnlyList<CompletionResult> Complete(string line)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches];
    }

    public void Dispose() => _runspace.Dispose();
}
