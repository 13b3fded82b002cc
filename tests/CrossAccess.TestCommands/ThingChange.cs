namespace CrossAccess.TestCommands;

internal sealed class ThingChange(string name, bool isNeeded, Func<IActivity, CancellationToken, Task> apply) : IChange<Thing>
{
    public string Target => $"planned {name}";

    public string? Action => isNeeded ? "Update" : null;

    public Thing Preview => new(name, isNeeded ? ChangeStatus.Planned : ChangeStatus.Unchanged);

    public async Task<Thing> ApplyAsync(IActivity activity, CancellationToken cancellation)
    {
        if (!isNeeded) return Preview;

        await apply(activity, cancellation);
        return new Thing(name, ChangeStatus.Updated);
    }
}
