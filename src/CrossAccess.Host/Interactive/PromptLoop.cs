using System.Management.Automation;
using System.Management.Automation.Language;
using CrossAccess.Host.Running;

namespace CrossAccess.Host.Interactive;

/// <summary>Reads an entry, runs it, shows what it gives; until exit or the end of input.</summary>
internal sealed class PromptLoop(ScriptRunner runner)
{
    private const string ContinuationPrompt = ">> ";

    private readonly LineEditor _editor = new(runner.Session.Runspace);

    /// <summary>Runs until the end and gives the exit code.</summary>
    public int Run()
    {
        while (!runner.Session.Host.ShouldExit)
        {
            string? entry = ReadEntry();
            if (entry is null)
                return ExitCode.Success;
            if (!string.IsNullOrWhiteSpace(entry))
                runner.RunEntry(entry);
        }

        return runner.Session.Host.ExitCode;
    }

    private string? ReadEntry()
    {
        string? entry = _editor.ReadLine(PromptText());
        while (entry is not null && IsIncomplete(entry))
        {
            string? more = _editor.ReadLine(ContinuationPrompt);
            if (string.IsNullOrEmpty(more))
                break;
            entry = $"{entry}\n{more}";
        }

        return entry;
    }

    private static bool IsIncomplete(string entry)
    {
        Parser.ParseInput(entry, out _, out ParseError[] errors);
        return errors.Any(error => error.IncompleteInput);
    }

    private string PromptText()
    {
        try
        {
            return runner.Evaluate("prompt") is [.., { } prompt] ? prompt.ToString() : "PS> ";
        }
        catch (RuntimeException)
        {
            // As pwsh does: a prompt function that fails must not lock the user out.
            return "PS> ";
        }
    }
}
