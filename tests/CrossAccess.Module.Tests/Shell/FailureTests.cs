using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Shell;

public sealed class FailureTests : IDisposable
{
    private readonly ModuleSession _session = ThingSession.Open();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("-FailToPlan b")]
    [InlineData("-FailToApply b")]
    [InlineData("-FailToPlan b -Confirm", "Updated")]
    [InlineData("-FailToApply b -Confirm", "Updated")]
    [InlineData("-FailToPlan b -WhatIf", "Planned")]
    public void One_bad_record_of_three_leaves_two_results_and_one_error(string arguments, string status = "Updated")
    {
        _session.Screen.Answers.Enqueue("Yes to All");

        ShellResult result = _session.Run($"'a', 'b', 'c' | Set-Thing {arguments}");

        Assert.Equal([$"a {status}", $"c {status}"], result.Texts);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("GroupNotFound,CrossAccess.TestCommands.SetThingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("b", error.TargetObject);
        Assert.Equal("make the group", error.ErrorDetails.RecommendedAction);
        Assert.Equal("no group for b", error.ToString());
        Assert.Null(result.Terminated);
    }

    [Fact]
    public void ErrorAction_Stop_is_caught_by_the_exceptions_own_type()
    {
        ShellResult result = _session.Run("try { 'a', 'b' | Set-Thing -FailToApply a -ErrorAction Stop } catch [CrossAccess.ClientAccessException] { \"caught $($_.Exception.Error)\" }");

        Assert.Equal(["caught GroupNotFound"], result.Texts);
    }

    [Fact]
    public void ErrorAction_Stop_cancels_what_is_under_way()
    {
        Signal othersStarted = new();
        Signal cancelled = new();
        _session.SetWork("work", async (name, cancellation) =>
        {
            if (name == "a")
            {
                await othersStarted.WaitAsync(cancellation);
                return;
            }

            othersStarted.Set();
            await UntilCancelled(cancelled, cancellation);
        });

        ShellResult result = _session.Run("'a', 'b' | Set-Thing -OnApply $work -FailToApply a -ErrorAction Stop");

        Assert.NotNull(result.Terminated);
        cancelled.Wait();
    }

    [Fact]
    public void A_cancellation_that_is_not_ours_is_a_timeout()
    {
        _session.SetWork("work", (_, _) => Task.FromException(new TaskCanceledException()));

        ErrorRecord error = Assert.Single(_session.Run("'a' | Set-Thing -OnApply $work").Errors);

        Assert.Equal("RequestTimedOut,CrossAccess.TestCommands.SetThingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
    }

    [Fact]
    public void A_throw_downstream_reaches_the_user_and_cancels_what_is_under_way()
    {
        Signal secondStarted = new();
        Signal cancelled = new();
        _session.SetWork("work", (name, cancellation) => FirstEndsWhenSecondRuns(name, secondStarted, cancelled, cancellation));

        ShellResult result = _session.Run("'a', 'b', 'c' | Set-Thing -OnApply $work | ForEach-Object { throw \"downstream $_\" }");

        Assert.Equal("downstream a Updated", result.Terminated?.Message);
        Assert.Empty(result.Errors);
        cancelled.Wait();
    }

    [Fact]
    public void Leaving_the_pipeline_early_cancels_what_is_under_way()
    {
        Signal secondStarted = new();
        Signal cancelled = new();
        _session.SetWork("work", (name, cancellation) => FirstEndsWhenSecondRuns(name, secondStarted, cancelled, cancellation));

        ShellResult result = _session.Run("do { 'a', 'b', 'c' | Set-Thing -OnApply $work | ForEach-Object { $_; break } } while ($false); 'after'");

        Assert.Equal(["a Updated", "after"], result.Texts);
        cancelled.Wait();
    }

    [Fact]
    public void Stopping_a_window_of_waits_ends_at_once_with_no_error()
    {
        Signal started = new();
        Signal cancelled = new();
        _session.SetWork("work", (_, cancellation) =>
        {
            started.Set();
            return UntilCancelled(cancelled, cancellation);
        });

        using RunningScript running = _session.Start("1..20 | Set-Thing -OnApply $work");
        started.Wait();
        running.Stop();
        ShellResult result = running.Wait();

        Assert.Equal(PSInvocationState.Stopped, result.State);
        Assert.Empty(result.Errors);
        Assert.Empty(result.Output);
        cancelled.Wait();
    }

    [Fact]
    public void Stopping_does_not_wait_for_work_that_ignores_it()
    {
        Signal started = new();
        Signal never = new();
        _session.SetWork("work", (_, _) =>
        {
            started.Set();
            return never.WaitAsync(CancellationToken.None);
        });

        using RunningScript running = _session.Start("'a' | Set-Thing -OnApply $work");
        started.Wait();
        running.Stop();

        Assert.Equal(PSInvocationState.Stopped, running.Wait().State);
        Assert.False(never.HasHappened);
    }

    [Fact]
    public void Stopping_under_a_flood_of_messages_ends_the_pipeline()
    {
        Signal started = new();
        Func<string, Action<string>, CancellationToken, Task<string>> work = (name, say, cancellation) =>
        {
            while (!cancellation.IsCancellationRequested)
            {
                say("flood");
                started.Set();
            }

            throw new OperationCanceledException(cancellation);
        };
        _session.Set("work", work);

        using RunningScript running = _session.Start("'a' | Get-Thing -Work $work -Verbose | Out-Null");
        started.Wait();
        running.Stop();

        Assert.Equal(PSInvocationState.Stopped, running.Wait().State);
    }

    private static async Task FirstEndsWhenSecondRuns(string name, Signal secondStarted, Signal cancelled, CancellationToken cancellation)
    {
        if (name == "a")
        {
            await secondStarted.WaitAsync(cancellation);
            return;
        }

        secondStarted.Set();
        await UntilCancelled(cancelled, cancellation);
    }

    private static async Task UntilCancelled(Signal cancelled, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        finally
        {
            cancelled.Set();
        }
    }
}
