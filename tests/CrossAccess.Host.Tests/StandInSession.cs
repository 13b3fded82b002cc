using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace CrossAccess.Host.Tests;

/// <summary>An engine with nothing but the Host's own commands.</summary>
internal sealed class StandInSession : IDisposable
{
    private readonly Runspace _runspace;

    public StandInSession()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([Clone.StandIns]);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>Runs a text in a folder and gives the lines of its output, which must come without an error.</summary>
    public IReadOnlyList<string> Run(string text, string folder)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.AddScript($"Set-Location '{folder}'").AddStatement().AddScript(text);
        List<PSObject> output = [.. shell.Invoke()];
        Assert.Empty(shell.Streams.Error);
        return [.. output.SelectMany(value => value.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }

    public void Dispose() => _runspace.Dispose();
}
