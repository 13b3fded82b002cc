using System.Management.Automation;
using CrossAccess.Commands;

namespace CrossAccess.TestCommands;

/// <summary>A change whose planning and applying are the test's own code.</summary>
public abstract class ThingCommand : ChangeCommand<Thing>
{
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    /// <summary>Runs while planning.</summary>
    [Parameter]
    public Func<string, CancellationToken, Task>? OnPlan { get; set; }

    /// <summary>Runs while applying.</summary>
    [Parameter]
    public Func<string, CancellationToken, Task>? OnApply { get; set; }

    /// <summary>Runs once for the invocation.</summary>
    [Parameter]
    public Func<Task>? OnPrepare { get; set; }

    /// <summary>Names that are as wanted already.</summary>
    [Parameter]
    public string[] Current { get; set; } = [];

    /// <summary>Names whose planning fails.</summary>
    [Parameter]
    public string[] FailToPlan { get; set; } = [];

    /// <summary>Names whose applying fails.</summary>
    [Parameter]
    public string[] FailToApply { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    private protected override Task PrepareAsync(IActivity activity, CancellationToken cancellation) =>
        OnPrepare?.Invoke() ?? Task.CompletedTask;

    protected override void ProcessRecord()
    {
        string name = Name;
        Submit(name, $"described {name}", "Change", (activity, cancellation) => PlanAsync(name, activity, cancellation));
    }

    private async Task<IChange<Thing>> PlanAsync(string name, IActivity activity, CancellationToken cancellation)
    {
        activity.Verbose($"planning {name}");
        activity.Progress("Working", $"planning {name}", 50);
        await (OnPlan?.Invoke(name, cancellation) ?? Task.CompletedTask);
        FailWhere(FailToPlan, name);
        return new ThingChange(name, !Current.Contains(name), (say, cancel) => ApplyAsync(name, say, cancel));
    }

    private async Task ApplyAsync(string name, IActivity activity, CancellationToken cancellation)
    {
        activity.Warn($"applying {name}");
        await (OnApply?.Invoke(name, cancellation) ?? Task.CompletedTask);
        FailWhere(FailToApply, name);
    }

    private static void FailWhere(string[] names, string name)
    {
        if (!names.Contains(name)) return;

        throw new ClientAccessException(ClientAccessError.GroupNotFound, $"no group for {name}") { RecommendedAction = "make the group" };
    }
}
