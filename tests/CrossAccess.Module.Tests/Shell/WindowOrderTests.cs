using System.Collections.Concurrent;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Shell;

public sealed class WindowOrderTests : IDisposable
{
    private readonly ModuleSession _session = ThingSession.Open();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Results_keep_the_input_order_when_the_last_record_finishes_first()
    {
        Signal[] done = [new(), new(), new(), new()];
        var finished = new ConcurrentQueue<string>();
        _session.SetWork("work", async (name, cancellation) =>
        {
            int index = int.Parse(name);
            if (index < 3) await done[index + 1].WaitAsync(cancellation);
            finished.Enqueue(name);
            done[index].Set();
        });

        ShellResult result = _session.Run("'0', '1', '2', '3' | Set-Thing -OnApply $work");

        Assert.Equal(["3", "2", "1", "0"], finished);
        Assert.Equal(["0 Updated", "1 Updated", "2 Updated", "3 Updated"], result.Texts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void As_many_records_as_ThrottleLimit_are_under_way_and_no_more(int limit)
    {
        const int Records = 20;
        int underWay = 0;
        int most = 0;
        Signal[] started = [.. Enumerable.Range(0, Records).Select(_ => new Signal())];
        _session.SetWork("work", async (name, cancellation) =>
        {
            int index = int.Parse(name);
            int now = Interlocked.Increment(ref underWay);
            InterlockedMax(ref most, now);
            started[index].Set();
            // No record ends before as many as the limit have begun.
            await started[Math.Min(Records - 1, index + limit - 1)].WaitAsync(cancellation);
            await Task.Yield();
            Interlocked.Decrement(ref underWay);
        });

        ShellResult result = _session.Run($"0..{Records - 1} | Set-Thing -OnApply $work -ThrottleLimit {limit}");

        Assert.Equal(Records, result.Output.Count);
        Assert.Equal(limit, most);
    }

    [Fact]
    public void The_pipeline_gives_no_further_record_while_the_window_is_full()
    {
        var given = new ConcurrentQueue<string>();
        _session.Set("given", (Action<string>)given.Enqueue);
        Signal thirdStarted = new();
        Signal release = new();
        _session.SetWork("work", async (name, cancellation) =>
        {
            if (name == "3") thirdStarted.Set();
            await release.WaitAsync(cancellation);
        });

        using RunningScript running = _session.Start("1..9 | ForEach-Object { $given.Invoke($_); $_ } | Set-Thing -OnApply $work -ThrottleLimit 3");
        thirdStarted.Wait();
        string[] givenWhileFull = [.. given];
        release.Set();

        Assert.Equal(["1", "2", "3"], givenWhileFull);
        Assert.Equal(9, running.Wait().Output.Count);
    }

    [Fact]
    public void With_a_limit_of_one_a_record_is_written_before_the_next_is_given()
    {
        var steps = new ConcurrentQueue<string>();
        _session.Set("step", (Action<string>)steps.Enqueue);

        _session.Run("1..2 | ForEach-Object { $step.Invoke(\"give $_\"); $_ } | Set-Thing -ThrottleLimit 1 | ForEach-Object { $step.Invoke(\"got $_\") }");

        Assert.Equal(["give 1", "got 1 Updated", "give 2", "got 2 Updated"], steps);
    }

    [Fact]
    public void Two_cmdlets_of_one_pipeline_work_at_the_same_time()
    {
        Signal secondCmdletStarted = new();
        Signal lastOfFirstCmdletStarted = new();
        _session.SetWork("first", async (name, cancellation) =>
        {
            if (name == "1") return;

            lastOfFirstCmdletStarted.Set();
            await secondCmdletStarted.WaitAsync(cancellation);
        });
        _session.SetWork("second", async (name, cancellation) =>
        {
            if (name != "1") return;

            secondCmdletStarted.Set();
            await lastOfFirstCmdletStarted.WaitAsync(cancellation);
        });

        ShellResult result = _session.Run("'1', '2' | Set-Thing -OnApply $first | Set-Thing -OnApply $second");

        Assert.Empty(result.Errors);
        Assert.Equal(["1 Updated", "2 Updated"], result.Texts);
    }

    [Fact]
    public void What_is_as_wanted_is_emitted_unchanged()
    {
        ShellResult result = _session.Run("'a', 'b' | Set-Thing -Current a");

        Assert.Equal(["a Unchanged", "b Updated"], result.Texts);
    }

    [Fact]
    public void Setting_up_happens_once_for_many_records_and_never_for_none()
    {
        int count = 0;
        _session.Set("prepare", (Func<Task>)(() =>
        {
            Interlocked.Increment(ref count);
            return Task.CompletedTask;
        }));

        _session.Run("@() | Set-Thing -OnPrepare $prepare");
        Assert.Equal(0, count);

        _session.Run("1..5 | Set-Thing -OnPrepare $prepare");
        Assert.Equal(1, count);
    }

    [Fact]
    public void Failing_to_set_up_ends_the_pipeline_with_nothing_planned()
    {
        int planned = 0;
        _session.Set("prepare", (Func<Task>)(() => Task.FromException(new InvalidOperationException("no luck"))));
        _session.SetWork("plan", (_, _) =>
        {
            Interlocked.Increment(ref planned);
            return Task.CompletedTask;
        });

        ShellResult result = _session.Run("1..5 | Set-Thing -OnPrepare $prepare -OnPlan $plan");

        Assert.Equal("UnexpectedFailure,CrossAccess.TestCommands.SetThingCommand", Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.Equal(0, planned);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value > seen)
        {
            int current = Interlocked.CompareExchange(ref target, value, seen);
            if (current == seen) return;
            seen = current;
        }
    }
}
