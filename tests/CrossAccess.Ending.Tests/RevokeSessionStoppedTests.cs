using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>Stopped at every step, before AWS has carried it out and after: the same command run again ends what is open.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RevokeSessionStoppedTests : IDisposable
{
    private const string Revoke = "Revoke-ClientSession AbcCorp -ProfileName client-222222222222 -Force -WarningAction SilentlyContinue";

    private readonly TimedAws _aws = new("Grant-ClientAccess AbcCorp -User ana");
    private readonly QuickTime _time;

    public RevokeSessionStoppedTests() => _time = new QuickTime(_aws.Sandbox);

    public void Dispose()
    {
        _time.Dispose();
        _aws.Dispose();
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task Ending_sessions(int time, bool carriedOut)
    {
        using SignedClient live = await _aws.EnterAsync("ana");
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));

        _aws.Stop(Revoke, "PutRolePolicy", carriedOut, time);
        Assert.Equal(time == 1 && !carriedOut, await live.MayActAsync());
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));

        PSObject revoked = Assert.Single(_aws.Run(Revoke));
        Assert.Equal(time == 1 && !carriedOut ? "Created" : "Updated", revoked.Text("Status"));
        Assert.False(await live.MayActAsync());
        using SignedClient later = await _aws.EnterAsync("ana");
        Assert.True(await later.MayActAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lifting(bool carriedOut)
    {
        await _aws.PutDenyAsync(_aws.Sandbox.Now.AddHours(-2));
        _aws.Stop($"{Revoke} -Lift", "DeleteRolePolicy", carriedOut);
        Assert.Equal(carriedOut, await _aws.DenyAsync() is null);
        Assert.Equal(carriedOut ? "Unchanged" : "Removed", Assert.Single(_aws.Run($"{Revoke} -Lift")).Text("Status"));
        Assert.Null(await _aws.DenyAsync());
    }

    [Fact]
    public async Task A_refusal_between_the_two_says_what_was_done()
    {
        using SignedClient live = await _aws.EnterAsync("ana");
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));
        _time.Meanwhile = () => _aws.Sandbox.Fail("PutRolePolicy", "AccessDenied");

        ErrorRecord error = _aws.ErrorOf(Revoke);

        Assert.Contains("Done: deny the sessions of acme-read-only that were issued until now. Not done: deny those that were issued meanwhile.", error.Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("aws iam put-role-policy", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.False(await live.MayActAsync());
    }
}
