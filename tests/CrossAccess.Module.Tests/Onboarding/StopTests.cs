using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Onboarding;

/// <summary>Ctrl+C, in a Sandbox whose Identity Center takes an hour for everything.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class StopTests : IDisposable
{
    // What the user is promised. Nothing that is waited for here would ever come.
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    private readonly SandboxSession _aws = new("-ProvisioningSeconds 3600");

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void Ctrl_C_during_a_wait_for_Identity_Center_ends_within_two_seconds()
    {
        var waiting = new Signal();
        _aws.Hold("DescribeAccountAssignmentCreationStatus", (_, _) =>
        {
            waiting.Set();
            return Task.CompletedTask;
        });
        using RunningScript running = _aws.Shell.Start(
            "New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 | New-ClientPermissionSet | Grant-ClientAccess -Group Engineers");
        waiting.Wait();

        AssertStops(running);
    }

    [Theory]
    [InlineData("CreateRole")]
    [InlineData("GetCallerIdentity")]
    public void Ctrl_C_while_AWS_does_not_answer_ends_within_two_seconds(string operation)
    {
        var asked = new Signal();
        var answer = new Signal();
        _aws.Hold(operation, (_, cancellation) =>
        {
            asked.Set();
            return answer.WaitAsync(cancellation);
        });
        using RunningScript running = _aws.Shell.Start("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222");
        asked.Wait();

        AssertStops(running);

        answer.Set();
    }

    [Fact]
    public void NoWait_returns_with_Requested_while_Identity_Center_works()
    {
        ShellResult result = _aws.Run(
            "New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 | New-ClientPermissionSet | Grant-ClientAccess -Group Engineers -NoWait");

        Assert.Equal(["Requested"], result.Statuses());
    }

    private static void AssertStops(RunningScript running)
    {
        Assert.True(Task.Run(running.Stop, TestContext.Current.CancellationToken).Wait(Promised, TestContext.Current.CancellationToken));

        ShellResult result = running.Wait();
        Assert.Equal(PSInvocationState.Stopped, result.State);
        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
    }
}
