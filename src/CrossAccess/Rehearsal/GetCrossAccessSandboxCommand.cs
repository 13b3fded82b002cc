using System.Management.Automation;
using CrossAccess.Rehearsal;

namespace CrossAccess.Commands;

/// <summary>Gets the Sandbox of this process, or the requests that it has answered.</summary>
[Cmdlet(VerbsCommon.Get, "CrossAccessSandbox")]
[OutputType(typeof(RunningSandbox))]
// By name: the Sandbox's assembly is loaded only when one is started.
[OutputType("CrossAccess.Sandbox.SandboxEvent")]
public sealed class GetCrossAccessSandboxCommand : ClientCommand
{
    /// <summary>Lists the requests that it has answered, oldest first.</summary>
    [Parameter]
    public SwitchParameter Event { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!Event)
        {
            if (ProcessSandbox.Current is { } running) WriteObject(running);
            return;
        }

        if (TryRun(null, (_, _) => Task.FromResult<IReadOnlyList<object>>(ProcessSandbox.Events), out IReadOnlyList<object> events))
            WriteObject(events, enumerateCollection: true);
    }
}
