using System.Management.Automation;
using CrossAccess.Rehearsal;

namespace CrossAccess.Commands;

/// <summary>Stops the Sandbox of this process and restores the environment to exactly what it was.</summary>
[Cmdlet(VerbsLifecycle.Stop, "CrossAccessSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(void))]
public sealed class StopCrossAccessSandboxCommand : ClientCommand
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!ShouldProcess("this process", "Stop the Sandbox and restore the environment")) return;

        RunOrThrow(null, (_, _) =>
        {
            ProcessSandbox.Stop();
            return Task.FromResult(true);
        });
    }
}
