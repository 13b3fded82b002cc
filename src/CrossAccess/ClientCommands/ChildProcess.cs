using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Management.Automation.Language;

namespace CrossAccess.ClientCommands;

/// <summary>One child shell, from its start to its end, and the pipe that leads to it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>Names the pipe to the child, which forgets the variable before it runs anything.</summary>
    public const string PipeVariable = "CROSSACCESS_COMMAND_PIPE";

    private const int KeptErrorLines = 5;

    // A script that has ended may have left threads behind that keep its process from ending.
    private static readonly TimeSpan PatienceAfterTheEnd = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly NamedPipeServerStream _pipe;
    private readonly Queue<string> _lastErrorLines = new();
    private Task _errorsRead = Task.CompletedTask;

    private ChildProcess(Process process, NamedPipeServerStream pipe)
    {
        _process = process;
        _pipe = pipe;
        Channel = new FrameChannel(pipe);
    }

    public FrameChannel Channel { get; }

    /// <summary>Starts the shell in an environment of its own; this process's is not touched.</summary>
    /// <param name="home">The variables of before a role was entered here; null where none is.</param>
    /// <param name="folder">Where it starts.</param>
    /// <param name="onConsoleLine">Told each line that the process prints past PowerShell.</param>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public static ChildProcess Start(ShellProgram shell, string manifest, RoleSession session, IReadOnlyDictionary<string, string?>? home, string folder, Action<string> onConsoleLine)
    {
        string pipeName = NewPipeName();
        var start = new ProcessStartInfo(shell.Path)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string boot = $"Import-Module '{CodeGeneration.EscapeSingleQuotedStringContent(manifest)}'; [{typeof(ChildShell).FullName}]::Run()";
        foreach (string argument in (string[])[.. shell.Arguments, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", boot]) start.ArgumentList.Add(argument);
        ChildEnvironment.Apply(start.Environment, session, home);
        start.Environment[PipeVariable] = pipeName;

        var pipe = new NamedPipeServerStream(pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            var child = new ChildProcess(Process.Start(start)!, pipe);
            child._process.StandardInput.Close();
            _ = RelayAsync(child._process.StandardOutput, onConsoleLine);
            child._errorsRead = RelayAsync(child._process.StandardError, line =>
            {
                child.Keep(line);
                onConsoleLine(line);
            });
            return child;
        }
        catch
        {
            pipe.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the child has opened its end of the pipe. False: it ended first.</summary>
    public async Task<bool> ConnectAsync(CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task connected = _pipe.WaitForConnectionAsync(waiting.Token);
        Task ended = _process.WaitForExitAsync(waiting.Token);
        await Task.WhenAny(connected, ended).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        bool isConnected = connected.IsCompletedSuccessfully;
        await waiting.CancelAsync().ConfigureAwait(false);
        await ((Task)Task.WhenAll(connected, ended)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return isConnected;
    }

    /// <summary>Waits for the process to end by itself. Null: it did not, and is still there.</summary>
    public async Task<int?> ExitAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(PatienceAfterTheEnd);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        return _process.HasExited ? _process.ExitCode : null;
    }

    /// <summary>What the process, which has ended, printed last to its standard error, past PowerShell.</summary>
    public async Task<string> ReadLastErrorsAsync(CancellationToken cancellation)
    {
        // What it started may live on and hold the stream open.
        await Task.WhenAny(_errorsRead, Task.Delay(PatienceAfterTheEnd, cancellation)).ConfigureAwait(false);
        lock (_lastErrorLines) return string.Join(' ', _lastErrorLines);
    }

    /// <summary>Ends the process, and all that it has started, unless it has ended already.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await _pipe.DisposeAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    // Elsewhere than on Windows a name is looked for in the temporary folder, which each process fixes at its first pipe: a
    // shell that has set $env:TMPDIR since would look elsewhere than its child.
    private static string NewPipeName()
    {
        string name = $"cxa{Guid.NewGuid():N}"[..24];
        return OperatingSystem.IsWindows() ? name : Path.Combine(Path.GetTempPath(), name);
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        // It ended meanwhile, or one of those that it started did.
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
        }
    }

    private void Keep(string line)
    {
        lock (_lastErrorLines)
        {
            _lastErrorLines.Enqueue(line.Trim());
            if (_lastErrorLines.Count > KeptErrorLines) _lastErrorLines.Dequeue();
        }
    }

    private static async Task RelayAsync(StreamReader reader, Action<string> onLine)
    {
        try
        {
            while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                if (line.Length > 0) onLine(line);
            }
        }
        // The process was killed while it printed.
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }
}
