using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>A script under way.</summary>
internal sealed class RunningScript : IDisposable
{
    // Only a hang takes this long; a test must not hang with it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly PowerShell _shell;
    private readonly CapturingUI _screen;
    private readonly PSDataCollection<PSObject> _output = [];
    private readonly IAsyncResult _invocation;

    public RunningScript(Runspace runspace, CapturingUI screen, string script)
    {
        _screen = screen;
        _shell = PowerShell.Create(runspace);
        _shell.AddScript(script);
        _invocation = _shell.BeginInvoke<PSObject, PSObject>(null, _output);
    }

    /// <summary>What Ctrl+C does. Returns when the pipeline has ended.</summary>
    public void Stop()
    {
        if (!Task.Run(_shell.Stop).Wait(Patience)) throw new TimeoutException("The pipeline did not stop.");
    }

    public ShellResult Wait()
    {
        if (!_invocation.AsyncWaitHandle.WaitOne(Patience)) throw new TimeoutException("The script did not end.");

        RuntimeException? terminated = null;
        try
        {
            _shell.EndInvoke(_invocation);
        }
        catch (RuntimeException problem)
        {
            terminated = problem;
        }

        return new ShellResult(
            [.. _output],
            [.. _shell.Streams.Error],
            [.. _shell.Streams.Warning.Select(warning => warning.Message)],
            [.. _shell.Streams.Verbose.Select(verbose => verbose.Message)],
            _screen.TakeText(),
            terminated,
            _shell.InvocationStateInfo.State);
    }

    public void Dispose() => _shell.Dispose();
}
