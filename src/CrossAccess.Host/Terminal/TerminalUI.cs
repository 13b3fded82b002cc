using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace CrossAccess.Host.Terminal;

/// <summary>Writes to the console, plainly where it is a file or a pipe, and asks on it.</summary>
internal sealed class TerminalUI(bool nonInteractive) : PSHostUserInterface
{
    private readonly TerminalRawUI _rawUI = new();
    private readonly ProgressLine _progress = new();
    private readonly Questions _questions = new(nonInteractive);
    private bool _isDiverted;

    // https://no-color.org: set, and not empty, means no colour.
    private static bool NoColor { get; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private static bool ColoredOutput { get; } = !NoColor && !Console.IsOutputRedirected;

    private static bool ColoredErrors { get; } = !NoColor && !Console.IsErrorRedirected;

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI => _rawUI;

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal => ColoredOutput;

    /// <summary>Takes away what progress is still shown.</summary>
    public void EndProgress() => _progress.Clear();

    /// <summary>Sends output where errors go, until the result is disposed of.</summary>
    public IDisposable DivertOutputToErrors()
    {
        _isDiverted = true;
        return new Diversion(this);
    }

    /// <inheritdoc/>
    public override void Write(string value)
    {
        if (_isDiverted)
            Print(Console.Error, value, ColoredErrors);
        else
            Print(Console.Out, value, ColoredOutput);
    }

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
        if (!ColoredOutput)
        {
            Write(value);
            return;
        }

        Console.ForegroundColor = foregroundColor;
        Console.BackgroundColor = backgroundColor;
        Write(value);
        Console.ResetColor();
    }

    /// <inheritdoc/>
    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) =>
        Print(Console.Error, Styled(PSStyle.Instance.Formatting.Error, value) + Environment.NewLine, ColoredErrors);

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) =>
        WriteLine(Styled(PSStyle.Instance.Formatting.Warning, $"WARNING: {message}"));

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) =>
        WriteLine(Styled(PSStyle.Instance.Formatting.Verbose, $"VERBOSE: {message}"));

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) =>
        WriteLine(Styled(PSStyle.Instance.Formatting.Debug, $"DEBUG: {message}"));

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    /// <inheritdoc/>
    public override string ReadLine() => _questions.ReadLine("");

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => _questions.ReadSecret("");

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        EndProgress();
        return _questions.AskForValues(caption, message, descriptions);
    }

    /// <inheritdoc/>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        EndProgress();
        return _questions.AskForChoice(caption, message, choices, defaultChoice);
    }

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
    {
        EndProgress();
        return _questions.AskForCredential(caption, message, userName);
    }

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        PromptForCredential(caption, message, userName, targetName);

    private static string Styled(string style, string value) => $"{style}{value}{PSStyle.Instance.Reset}";

    private void Print(TextWriter writer, string value, bool colored)
    {
        EndProgress();
        writer.Write(colored ? value : new StringDecorated(value).ToString(OutputRendering.PlainText));
    }

    private sealed class Diversion(TerminalUI ui) : IDisposable
    {
        public void Dispose() => ui._isDiverted = false;
    }
}
