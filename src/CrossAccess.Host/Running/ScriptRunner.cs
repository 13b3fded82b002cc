using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace CrossAccess.Host.Running;

/// <summary>Runs scripts and command texts as pwsh does: output and errors to the console, an exit code, Ctrl+C.</summary>
internal sealed class ScriptRunner : IDisposable
{
    private const string ScriptVariable = "CrossAccessHostScript";
    private const string OutcomeVariable = "CrossAccessHostOutcome";

    private readonly HostSession _session;
    private volatile PowerShell? _running;

    /// <summary>Makes a runner that listens to Ctrl+C.</summary>
    public ScriptRunner(HostSession session)
    {
        _session = session;
        Console.CancelKeyPress += StopRunning;
    }

    /// <summary>The session that scripts run in.</summary>
    public HostSession Session => _session;

    /// <summary>Runs a command text. The exit code is 1 when its last statement failed.</summary>
    public int RunCommand(string text)
    {
        SetPrivately(OutcomeVariable, true);
        bool completed = Run(WithOutcome(text));
        if (_session.Host.ShouldExit)
            return _session.Host.ExitCode;
        bool succeeded = completed && _session.Runspace.SessionStateProxy.GetVariable(OutcomeVariable) is true;
        return succeeded ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>Runs a script file. The exit code is what the script exits with, or 1 when it ends by an error.</summary>
    public int RunFile(string path, IReadOnlyList<string> arguments)
    {
        string fullPath = Path.GetFullPath(path);
        if (!File.Exists(fullPath))
        {
            Console.Error.WriteLine($"The argument '{path}' is not the path of a script file that exists.");
            return ExitCode.BadCommandLine;
        }

        ScriptBlockAst ast = Parser.ParseFile(fullPath, out _, out ParseError[] errors);
        if (errors.Length > 0)
        {
            Report(new ParseException(errors));
            return ExitCode.Failure;
        }

        // A script block and not the path: "exit 7" in it then ends the Host, as it ends pwsh -File.
        SetPrivately(ScriptVariable, ast.GetScriptBlock());
        bool completed = Run($". ${ScriptVariable} {ArgumentText.Of(arguments)}");
        if (_session.Host.ShouldExit)
            return _session.Host.ExitCode;
        return completed ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>Runs one entry of the prompt; a failure is only shown.</summary>
    public void RunEntry(string text) => Run(text, addToHistory: true);

    /// <summary>Runs a text for its output, which is not shown.</summary>
    public IReadOnlyList<PSObject> Evaluate(string text)
    {
        using PowerShell shell = PowerShell.Create(_session.Runspace);
        return shell.AddScript(text).Invoke();
    }

    /// <summary>Stops listening to Ctrl+C.</summary>
    public void Dispose() => Console.CancelKeyPress -= StopRunning;

    private bool Run(string text, bool addToHistory = false)
    {
        using PowerShell shell = PowerShell.Create(_session.Runspace);
        shell.AddScript(text, useLocalScope: false).AddCommand("Out-Default");
        // Errors pass through Out-Default with the output, so that both appear in the order in which they came.
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        try
        {
            _running = shell;
            shell.Invoke<PSObject>(null, new PSInvocationSettings { AddToHistory = addToHistory });
            return shell.InvocationStateInfo.State == PSInvocationState.Completed;
        }
        catch (PipelineStoppedException)
        {
            return false;
        }
        catch (RuntimeException failed)
        {
            Report(failed);
            return false;
        }
        finally
        {
            _running = null;
            _session.Host.EndProgress();
        }
    }

    private void Report(RuntimeException failed)
    {
        using IDisposable _ = _session.Host.DivertOutputToErrors();
        using PowerShell shell = PowerShell.Create(_session.Runspace);
        shell.AddCommand("Out-Default").Invoke(new[] { new ErrorRecord(failed.ErrorRecord, failed) });
    }

    /// <summary>The text with a note of its last statement's $?, which the engine sets anew once the text has ended.</summary>
    private static string WithOutcome(string text)
    {
        ScriptBlockAst ast = Parser.ParseInput(text, out _, out ParseError[] errors);
        bool takesAnotherStatement = errors.Length == 0 && ast.EndBlock is { Unnamed: true };
        return takesAnotherStatement ? $"{text}\n${OutcomeVariable} = $?" : text;
    }

    // Private: visible at the prompt, where the text runs, and to nothing that the text calls.
    private void SetPrivately(string name, object value) =>
        _session.Runspace.SessionStateProxy.PSVariable.Set(new PSVariable(name, value, ScopedItemOptions.Private));

    private void StopRunning(object? sender, ConsoleCancelEventArgs pressed)
    {
        if (_running is not { } shell)
            return;
        pressed.Cancel = true;
        shell.BeginStop(callback: null, state: null);
    }
}
