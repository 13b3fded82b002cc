using System.Management.Automation;
using CrossAccess.Rehearsal;
using CrossAccess.Sandbox;

namespace CrossAccess.Commands;

/// <summary>Gets the Sandbox of this process, or the requests that it has answered.</summary>
[Cmdlet(VerbsCommon.Get, "CrossAccessSandbox", DefaultParameterSetName = SandboxSet)]
[OutputType(typeof(RunningSandbox), ParameterSetName = [SandboxSet])]
// By name: the Sandbox's assembly is loaded only when one is started.
[OutputType("CrossAccess.Sandbox.SandboxEvent", ParameterSetName = [EventSet])]
public sealed class GetCrossAccessSandboxCommand : ClientCommand
{
    private const string SandboxSet = "Sandbox";
    private const string EventSet = "Event";

    /// <summary>Lists the requests that it has answered, oldest first.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EventSet)]
    public SwitchParameter Event { get; set; }

    /// <summary>Lists those of these operations alone, such as AssumeRole or Create*.</summary>
    [Parameter(ParameterSetName = EventSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EventOperationCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Operation { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!Event)
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
