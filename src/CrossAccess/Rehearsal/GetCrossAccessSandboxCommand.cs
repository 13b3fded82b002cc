using System.Management.Automation;
using CrossAccess.Rehearsal;
using CrossAccess.Sandbox;

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

    /// <summary>Lists the requests of these operations alone, such as AssumeRole or Create*.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventOperationCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Operation { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!Event && Operation is null)
        {
            if (ProcessSandbox.Current is { } running) WriteObject(running);
            return;
        }

        if (TryRun(null, (_, _) => Task.FromResult<IReadOnlyList<object>>(Wanted()), out IReadOnlyList<object> events))
            WriteObject(events, enumerateCollection: true);
    }

    private SandboxEvent[] Wanted()
    {
        WildcardPattern[]? patterns = Operation?.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase)).ToArray();
        return [.. ProcessSandbox.Events.Where(answered => patterns is null || Array.Exists(patterns, pattern => pattern.IsMatch(answered.Operation)))];
    }
}
