using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace CrossAccess.ClientCommands;

/// <summary>Takes what a script writes to its host, line by line. Warnings and their like travel by their own streams.</summary>
internal sealed class ChildUserInterface(Action<string> onLine) : PSHostUserInterface
{
    private readonly StringBuilder _line = new();

    public override PSHostRawUserInterface? RawUI => null;

    /// <summary>Shows a line that was begun and not ended.</summary>
    public void Flush()
    {
        if (_line.Length > 0) EndLine();
    }

    public override void Write(string value)
    {
        string[] lines = (value ?? "").ReplaceLineEndings("\n").Split('\n');
        foreach (string line in lines[..^1])
        {
            _line.Append(line);
            EndLine();
        }

        _line.Append(lines[^1]);
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write($"{value}\n");

    public override void WriteErrorLine(string value)
    {
    }

    public override void WriteWarningLine(string message)
    {
    }

    public override void WriteVerboseLine(string message)
    {
    }

    public override void WriteDebugLine(string message)
    {
    }

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override string ReadLine() => throw Asked();

    public override SecureString ReadLineAsSecureString() => throw Asked();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw Asked();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw Asked();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw Asked();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw Asked();

    /// <summary>The error of a question.</summary>
    internal static PSInvalidOperationException Asked() =>
        new("A client command cannot ask: nobody sits at its shell. Give it what it needs with -ArgumentList, and -Confirm:$false to what would ask.");

    private void EndLine()
    {
        onLine(_line.ToString());
        _line.Clear();
    }
}
