using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>What has to be ended: a session outlives whatever let it in.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class LiveSessionTests : IDisposable
{
    private readonly TimedAws _aws = new("Grant-ClientAccess AbcCorp -User ana");

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task A_revoked_grant_ends_no_session_before_its_hour_is_over()
    {
        using SignedClient session = await _aws.EnterAsync("ana");
        _aws.Run("Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force");

        Assert.Null(_aws.Open("ana"));
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(59));
        Assert.True(await session.MayActAsync());
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(2));
        AwsError over = await Assert.ThrowsAsync<AwsError>(() => session.IamAsync("ListRoles"));
        Assert.Equal("ExpiredToken", over.Code);
    }
}
