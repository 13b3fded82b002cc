using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>Keeps what a user would see and answers what a user would be asked.</summary>
internal sealed class CapturingUI : PSHostUserInterface
{
    private readonly StringBuilder _text = new();

    public override PSHostRawUserInterface RawUI { get; } = new CapturingRawUI();

    /// <summary>Whether it says that it is a terminal that renders escape sequences.</summary>
    public bool RendersColors { get; set; }

    public override bool SupportsVirtualTerminal => RendersColors;

    /// <summary>The labels to choose, in the order of the questions, such as <c>Yes</c> or <c>No to All</c>.</summary>
    public Queue<string> Answers { get; } = new();

    /// <summary>The questions that were asked.</summary>
    public ConcurrentQueue<string> Questions { get; } = new();

    public ConcurrentQueue<ProgressRecord> Progress { get; } = new();

    public string TakeText()
    {
        lock (_text)
        {
            string text = _text.ToString();
            _text.Clear();
            return text;
        }
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Questions.Enqueue(message);
        string answer = Answers.Dequeue();
        return choices.Select(choice => choice.Label.Replace("&", "", StringComparison.Ordinal)).ToList().IndexOf(answer);
    }

    public override void WriteProgress(long sourceId, ProgressRecord record) => Progress.Enqueue(record);

    public override void Write(string value)
    {
        lock (_text) _text.Append(value);
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + "\n");

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteDebugLine(string message) => WriteLine(message);

    public override void WriteVerboseLine(string message) => WriteLine(message);

    public override void WriteWarningLine(string message) => WriteLine(message);

    public override string ReadLine() => throw new NotSupportedException("There is no keyboard.");

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException("There is no keyboard.");

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new NotSupportedException("There is no keyboard.");

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new NotSupportedException("There is no keyboard.");

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw new NotSupportedException("There is no keyboard.");
}
