using System.Globalization;
using System.Management.Automation.Host;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>A host whose user is the test.</summary>
internal sealed class CapturingHost(string name = "CrossAccess tests") : PSHost
{
    public CapturingUI Screen { get; } = new();

    public override string Name => name;

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override PSHostUserInterface UI => Screen;

    public override void SetShouldExit(int exitCode)
    {
    }

    public override void EnterNestedPrompt() => throw new NotSupportedException("Nobody is there to answer.");

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
