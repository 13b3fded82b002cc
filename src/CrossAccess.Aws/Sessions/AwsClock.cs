namespace CrossAccess.Aws;

/// <summary>
/// AWS's time: the process's, corrected by as much as the Date of AWS's newest answer proves it wrong. What AWS judges by the
/// clock, such as aws:CurrentTime in a policy, it judges by its own.
/// </summary>
/// <remarks>A Date is cut to the second and set at some moment between request and answer: a machine that is right stays right to the millisecond.</remarks>
/// <param name="process">The time that goes on between answers.</param>
/// <param name="machine">The time that AWS's answers are compared with.</param>
internal sealed class AwsClock(TimeProvider process, TimeProvider machine) : TimeProvider
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private long _ahead;

    /// <summary>The machine's own time (UTC), whatever AWS says.</summary>
    public DateTimeOffset MachineNow => machine.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => process.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ahead));

    /// <param name="told">The Date of an answer that has just come.</param>
    /// <param name="sent">When its request was sent, by the machine's time.</param>
    public void Set(DateTimeOffset told, DateTimeOffset sent)
    {
        TimeSpan least = told - machine.GetUtcNow();
        TimeSpan most = told + Second - sent;
        TimeSpan ahead = least > TimeSpan.Zero ? least : most < TimeSpan.Zero ? most : TimeSpan.Zero;
        Volatile.Write(ref _ahead, ahead.Ticks);
    }
}
