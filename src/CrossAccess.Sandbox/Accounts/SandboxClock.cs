namespace CrossAccess.Sandbox.Accounts;

/// <summary>The clock of everything but signatures: another clock, and how far it has been turned ahead of that.</summary>
internal sealed class SandboxClock(TimeProvider clock, TimeSpan ahead) : TimeProvider
{
    private long _ahead = ahead.Ticks;

    public TimeSpan Ahead => TimeSpan.FromTicks(Volatile.Read(ref _ahead));

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);

    /// <exception cref="ArgumentOutOfRangeException">It would turn the clock back, which would wake what has expired.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _ahead, by.Ticks);
    }
}
