namespace CrossAccess.Aws;

/// <summary>
/// AWS's time: the process's, set right by the Date of AWS's newest answer, which says whole seconds. What AWS judges by the
/// clock, such as aws:CurrentTime in a policy, it judges by its own.
/// </summary>
/// <param name="process">The time that goes on between answers.</param>
/// <param name="machine">The time that AWS's answers are compared with.</param>
internal sealed class AwsClock(TimeProvider process, TimeProvider machine) : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => process.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ahead));

    public void Set(DateTimeOffset told) => Volatile.Write(ref _ahead, (told - machine.GetUtcNow()).Ticks);
}
