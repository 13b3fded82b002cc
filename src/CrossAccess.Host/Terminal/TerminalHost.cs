using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CrossAccess.Host.Terminal;

/// <summary>The console, as the engine sees it.</summary>
internal sealed class TerminalHost(bool nonInteractive) : PSHost
{
    private readonly TerminalUI _ui = new(nonInteractive);

    /// <summary>Whether a script has asked to end the Host.</summary>
    public bool ShouldExit { get; private set; }

    /// <summary>The exit code that the script asked for.</summary>
    public int ExitCode { get; private set; }

    /// <inheritdoc/>
    public override string Name => "CrossAccess.Host";

    /// <inheritdoc/>
    public override Version Version { get; } = typeof(TerminalHost).Assembly.GetName().Version ?? new Version(0, 0);

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override PSHostUserInterface UI => _ui;

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode)
    {
        ShouldExit = true;
        ExitCode = exitCode;
    }

    /// <summary>Takes away what progress is still shown.</summary>
    public void EndProgress() => _ui.EndProgress();

    /// <summary>Sends output where errors go, until the result is disposed of.</summary>
    public IDisposable DivertOutputToErrors() => _ui.DivertOutputToErrors();

    /// <inheritdoc/>
    public override void EnterNestedPrompt() =>
        throw new PSNotSupportedException("CrossAccess.Host has no nested prompt: a command cannot be suspended in it.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt() =>
        throw new PSNotSupportedException("CrossAccess.Host has no nested prompt.");

    /// <inheritdoc/>
    public override void NotifyBeginApplication() => EndProgress();

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
        // Nothing about the console has to be put back after a native command.
    }
}
