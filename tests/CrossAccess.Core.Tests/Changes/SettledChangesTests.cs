namespace CrossAccess.Core.Tests;

public sealed class SettledChangesTests
{
    private readonly SettledChanges _changes = new();
    private readonly RecordedActivity _activity = new();
    private int _plans;
    private int _applied;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_that_another_change_of_the_same_key_made_stale_is_made_anew()
    {
        IChange<int> first = await PlanAsync("key");
        IChange<int> second = await PlanAsync("KEY");
        Assert.Equal(1, await first.ApplyAsync(_activity, Cancellation));
        Assert.Equal(3, await second.ApplyAsync(_activity, Cancellation));
    }

    [Fact]
    public async Task A_change_of_another_key_or_one_that_changed_nothing_makes_no_plan_stale()
    {
        IChange<int> first = await PlanAsync("key");
        IChange<int> other = await PlanAsync("other");
        IChange<int> none = await PlanAsync("key", action: null);
        await other.ApplyAsync(_activity, Cancellation);
        await none.ApplyAsync(_activity, Cancellation);
        Assert.Equal(1, await first.ApplyAsync(_activity, Cancellation));
        Assert.Equal(3, _plans);
    }

    [Fact]
    public async Task A_change_that_failed_half_way_makes_the_others_plan_stale_too()
    {
        IChange<int> failing = await _changes.PlanAsync("key", _ => Task.FromResult<IChange<int>>(new PlannedChange<int>("t", "a", 0, (_, _) => throw new InvalidOperationException())), Cancellation);
        IChange<int> second = await PlanAsync("key");
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing.ApplyAsync(_activity, Cancellation));
        Assert.Equal(2, await second.ApplyAsync(_activity, Cancellation));
    }

    [Fact]
    public async Task Changes_of_one_key_take_turns()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        IChange<int> first = await PlanAsync("key", until: release.Task);
        IChange<int> second = await PlanAsync("key");
        Task<int> applyingFirst = first.ApplyAsync(_activity, Cancellation);
        Task<int> applyingSecond = second.ApplyAsync(_activity, Cancellation);
        Assert.Equal(1, _applied);
        release.SetResult();
        await Task.WhenAll(applyingFirst, applyingSecond);
        Assert.Equal(2, _applied);
    }

    private Task<IChange<int>> PlanAsync(string key, string? action = "change it", Task? until = null) =>
        _changes.PlanAsync(
            key,
            _ =>
            {
                int number = Interlocked.Increment(ref _plans);
                return Task.FromResult<IChange<int>>(new PlannedChange<int>("thing", action, number, async (_, _) =>
                {
                    Interlocked.Increment(ref _applied);
                    if (until is not null) await until;
                    return number;
                }));
            },
            Cancellation);
}
