using System.ComponentModel;
using System.IO.Pipes;
using System.Management.Automation.Runspaces;

namespace CrossAccess.ClientCommands;

/// <summary>The inside of a child shell of Invoke-ClientCommand: runs what it is sent, answers, and ends the process.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ChildShell
{
    private const string LocalMachine = ".";

    // The pipe was there before this process: it is missing only when the calling shell is gone, however it went.
    private static readonly TimeSpan PatienceWithPipe = TimeSpan.FromSeconds(15);

    /// <summary>Serves the command that started this process. Of no use in any other.</summary>
    /// <exception cref="InvalidOperationException">This process was not started by Invoke-ClientCommand.</exception>
    /// <exception cref="TimeoutException">The shell that started this process is gone.</exception>
    public static void Run()
    {
        string name = Environment.GetEnvironmentVariable(ChildProcess.PipeVariable)
            ?? throw new InvalidOperationException("Only a shell that Invoke-ClientCommand has started can run this.");
        // What the script starts has no business with the pipe.
        Environment.SetEnvironmentVariable(ChildProcess.PipeVariable, null);
        InitialSessionState state = Runspace.DefaultRunspace.InitialSessionState.Clone();

        var pipe = new NamedPipeClientStream(LocalMachine, name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        pipe.Connect(PatienceWithPipe);
        var channel = new FrameChannel(pipe);
        Frame request = channel.ReadAsync(CancellationToken.None).GetAwaiter().GetResult()
            ?? throw new InvalidOperationException("Invoke-ClientCommand ended before it said what to run.");

        using var script = new ChildScript(CommandRequest.Read(request.Text), state, channel);
        _ = EndWithTheCallerAsync(channel, script);
        int exitCode = script.Run();
        pipe.Flush();
        // A script's threads and event subscriptions would keep the process from ending.
        Environment.Exit(exitCode);
    }

    // Nothing more is ever sent: whatever ends this reading, the calling shell is gone or wants no more.
    private static async Task EndWithTheCallerAsync(FrameChannel channel, ChildScript script)
    {
        await channel.ReadAsync(CancellationToken.None).ConfigureAwait(false);
        script.Abandon();
        Environment.Exit(1);
    }
}
