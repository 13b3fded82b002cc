using System.Management.Automation;
using CrossAccess.Commands;

namespace CrossAccess.TestCommands;

/// <summary>Waits for the test's own work, record by record.</summary>
[Cmdlet(VerbsCommon.Get, "Thing")]
[OutputType(typeof(string))]
public sealed class GetThingCommand : ClientCommand
{
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public string Name { get; set; } = "";

    /// <summary>Is given the name, a way to say something verbose, and the cancellation.</summary>
    [Parameter(Mandatory = true)]
    public Func<string, Action<string>, CancellationToken, Task<string>> Work { get; set; } = null!;

    /// <summary>Its failure ends the pipeline.</summary>
    [Parameter]
    public SwitchParameter Terminating { get; set; }

    protected override void ProcessRecord()
    {
        string name = Name;
        if (Terminating)
            WriteObject(RunOrThrow(name, WorkAsync));
        else if (TryRun(name, WorkAsync, out string result))
            WriteObject(result);

        Task<string> WorkAsync(IActivity activity, CancellationToken cancellation) => Work(name, activity.Verbose, cancellation);
    }
}
