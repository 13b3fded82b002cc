using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace CrossAccess.ClientCommands;

/// <summary>One script in a runspace of its own. Whatever it writes goes to the calling shell at once, in the order in which it is written.</summary>
internal sealed class ChildScript : IDisposable
{
    private const int InformationDepth = 3;

    // A native command that does not end when it is told to must not hold up the end of the process.
    private static readonly TimeSpan PatienceWithAbandonedScript = TimeSpan.FromSeconds(2);

    private readonly CommandRequest _request;
    private readonly FrameChannel _channel;
    private readonly ChildHost _host;
    private readonly Runspace _runspace;
    private readonly PowerShell _shell;

    public ChildScript(CommandRequest request, InitialSessionState state, FrameChannel channel)
    {
        _request = request;
        _channel = channel;
        // A host that is no console: native commands print into PowerShell's streams, never into the terminal.
        _host = new ChildHost(line => channel.Write(FrameKind.HostLine, line));
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _shell = PowerShell.Create();
    }

    /// <summary>Runs the script to its end, however it ends, and says how.</summary>
    public int Run()
    {
        _runspace.Open();
        if (_request.IsVerbose) _runspace.SessionStateProxy.SetVariable("VerbosePreference", ActionPreference.Continue);
        if (_request.IsDebug) _runspace.SessionStateProxy.SetVariable("DebugPreference", ActionPreference.Continue);
        _shell.Runspace = _runspace;
        _shell.AddScript(_request.Script);
        if (_request.UsingValues.Count > 0) _shell.AddParameter(UsingValues.ParameterName, _request.UsingValues);
        foreach (object? argument in _request.Arguments) _shell.AddArgument(argument);

        using var output = new PSDataCollection<PSObject?>();
        RelayStreams(output);
        try
        {
            _shell.Invoke(null, output);
            _host.UserInterface.Flush();
            _channel.Write(FrameKind.Completed, _host.ExitCode.ToString(CultureInfo.InvariantCulture));
            return _host.ExitCode;
        }
        catch (RuntimeException failed)
        {
            _host.UserInterface.Flush();
            _channel.Write(FrameKind.Failed, SentError.Write(failed.ErrorRecord));
            return 1;
        }
    }

    /// <summary>Ends the script and the native command that it is in.</summary>
    public void Abandon() => Task.Run(_shell.Stop).Wait(PatienceWithAbandonedScript);

    public void Dispose()
    {
        _shell.Dispose();
        _runspace.Dispose();
    }

    private void RelayStreams(PSDataCollection<PSObject?> output)
    {
        PSDataStreams streams = _shell.Streams;
        Relay(output, item => (FrameKind.Output, Clixml.Write(item, _request.Depth)));
        Relay(streams.Error, error => (FrameKind.Error, SentError.Write(error)));
        Relay(streams.Warning, warning => (FrameKind.Warning, warning.Message));
        Relay(streams.Verbose, verbose => (FrameKind.Verbose, verbose.Message));
        Relay(streams.Debug, debug => (FrameKind.Debug, debug.Message));
        Relay(streams.Information, Describe);
    }

    // The event comes on the script's own thread: it waits while the calling shell is busy, and the streams keep their order.
    private void Relay<T>(PSDataCollection<T> stream, Func<T, (FrameKind Kind, string Text)?> frameOf) => stream.DataAdded += (_, _) =>
    {
        foreach (T item in stream.ReadAll())
        {
            if (frameOf(item) is { } frame) _channel.Write(frame.Kind, frame.Text);
        }
    };

    // What Write-Host says has reached the host as a line already.
    private static (FrameKind, string)? Describe(InformationRecord information)
    {
        if (information.MessageData is HostInformationMessage) return null;

        var sent = new PSObject();
        sent.Properties.Add(new PSNoteProperty("MessageData", information.MessageData));
        sent.Properties.Add(new PSNoteProperty("Tags", information.Tags.ToArray()));
        return (FrameKind.Information, Clixml.Write(sent, InformationDepth));
    }
}
