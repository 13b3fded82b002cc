using System.Reflection;

namespace CrossAccess.Ending.Tests;

/// <summary>The module's pauses, over at once, while the Sandbox's clock is turned on by their length.</summary>
internal sealed class QuickTime : TimeProvider, IDisposable
{
    private static readonly PropertyInfo OfModule = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "CrossAccess")
        .GetType("CrossAccess.Loading.ModuleServices", throwOnError: true)!.GetProperty("Timers", BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly CrossAccessSandbox _sandbox;

    public QuickTime(CrossAccessSandbox sandbox)
    {
        _sandbox = sandbox;
        OfModule.SetValue(null, this);
    }

    public List<TimeSpan> Pauses { get; } = [];

    /// <summary>What happens in AWS during a pause.</summary>
    public Action? Meanwhile { get; set; }

    /// <summary>A pause never ends, so that whoever waits has to be stopped.</summary>
    public bool IsEndless { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (Pauses) Pauses.Add(dueTime);
        Meanwhile?.Invoke();
        if (IsEndless) return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        _sandbox.Advance(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    public void Dispose() => OfModule.SetValue(null, System);
}
