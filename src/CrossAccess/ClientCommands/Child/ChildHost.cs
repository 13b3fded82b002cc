using System.Globalization;
using System.Management.Automation.Host;

namespace CrossAccess.ClientCommands;

/// <summary>The host of a child shell: it shows lines to the calling shell and asks nothing.</summary>
internal sealed class ChildHost(Action<string> onLine) : PSHost
{
    public override string Name => "CrossAccess client command";

    public override Version Version => typeof(ChildHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override PSHostUserInterface UI => UserInterface;

    public ChildUserInterface UserInterface { get; } = new(onLine);

    /// <summary>What the script gave to 'exit'.</summary>
    public int ExitCode { get; private set; }

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw ChildUserInterface.Asked();

    public override void ExitNestedPrompt()
    {
    }

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
