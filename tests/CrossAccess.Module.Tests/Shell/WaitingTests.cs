using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Shell;

public sealed class WaitingTests : IDisposable
{
    private readonly ModuleSession _session = ThingSession.Open();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void What_work_says_is_relayed_before_its_result()
    {
        SetWork((name, say, _) =>
        {
            say($"one {name}");
            say($"two {name}");
            return Task.FromResult(name);
        });

        ShellResult result = _session.Run("'a', 'b' | Get-Thing -Work $work -Verbose 4>&1");

        Assert.Equal(["one a", "two a", "a", "one b", "two b", "b"], result.Texts);
    }

    [Fact]
    public void What_the_records_of_a_window_say_is_relayed()
    {
        ShellResult result = _session.Run("'a', 'b' | Set-Thing -Verbose");

        Assert.Equal(["applying a", "applying b"], result.Warnings.Order());
        Assert.Contains("planning a", result.Verbose);
        Assert.Contains("planning b", result.Verbose);
        Assert.Contains("Performing the operation \"Change\" on target \"described a\".", result.Verbose);
    }

    [Fact]
    public void A_forced_change_says_what_it_does()
    {
        ShellResult result = _session.Run("'a' | Remove-Thing -Force -Verbose");

        Assert.Contains("Performing the operation \"Change\" on target \"described a\".", result.Verbose);
    }

    [Fact]
    public void A_failure_is_an_error_and_the_next_record_runs()
    {
        SetWork((name, _, _) => name == "a" ? Task.FromException<string>(new InvalidOperationException("no luck")) : Task.FromResult(name));

        ShellResult result = _session.Run("'a', 'b' | Get-Thing -Work $work");

        Assert.Equal(["b"], result.Texts);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("UnexpectedFailure,CrossAccess.TestCommands.GetThingCommand", error.FullyQualifiedErrorId);
        Assert.Equal("a", error.TargetObject);
        Assert.Contains("no luck", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminating_failure_ends_the_pipeline()
    {
        SetWork((_, _, _) => Task.FromException<string>(new InvalidOperationException("no luck")));

        ShellResult result = _session.Run("'a', 'b' | Get-Thing -Work $work -Terminating");

        Assert.Equal("UnexpectedFailure,CrossAccess.TestCommands.GetThingCommand", Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Stopping_a_wait_ends_it_with_no_error()
    {
        Signal started = new();
        SetWork(async (name, _, cancellation) =>
        {
            started.Set();
            await Task.Delay(Timeout.Infinite, cancellation);
            return name;
        });

        using RunningScript running = _session.Start("'a' | Get-Thing -Work $work");
        started.Wait();
        running.Stop();
        ShellResult result = running.Wait();

        Assert.Equal(PSInvocationState.Stopped, result.State);
        Assert.Empty(result.Errors);
    }

    [Theory]
    [InlineData("1..30 | Set-Thing")]
    [InlineData("1..30 | Set-Thing -FailToApply 30")]
    [InlineData("1..30 | Set-Thing -FailToApply 30 -ErrorAction Stop")]
    public void Progress_is_thinned_out_and_always_completed_under_the_same_id(string script)
    {
        _session.Run(script);

        ProgressRecord[] records = [.. _session.Screen.Progress];
        Assert.NotEmpty(records);
        Assert.Equal(ProgressRecordType.Completed, records[^1].RecordType);
        Assert.Single(records.Select(record => record.ActivityId).Distinct());
        Assert.Equal(50, records[0].PercentComplete);
    }

    [Fact]
    public void Output_on_which_the_user_stops_at_a_warning_ends_the_pipeline()
    {
        ShellResult result = _session.Run("'a', 'b' | Set-Thing -WarningAction Stop");

        Assert.IsType<ActionPreferenceStopException>(result.Terminated);
        Assert.Empty(result.Output);
    }

    private void SetWork(Func<string, Action<string>, CancellationToken, Task<string>> work) => _session.Set("work", work);
}
