using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>Sessions that are ended, judged by the Sandbox's evaluator while its clock is turned.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RevokeSessionTests : IDisposable
{
    private const string Revoke = "Revoke-ClientSession AbcCorp -ProfileName client-222222222222 -Force -WarningAction SilentlyContinue";

    private readonly TimedAws _aws = new("Grant-ClientAccess AbcCorp -User ana, ben");
    private readonly QuickTime _time;

    public RevokeSessionTests() => _time = new QuickTime(_aws.Sandbox);

    public void Dispose()
    {
        _time.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public async Task What_is_open_ends_at_once_and_what_is_opened_later_works_minute_by_minute()
    {
        using SignedClient live = await _aws.EnterAsync("ana");
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(10));
        Assert.True(await live.MayActAsync());

        PSObject revoked = Assert.Single(_aws.Run(Revoke));

        Assert.Equal("Created", revoked.Text("Status"));
        Assert.False(await live.MayActAsync());
        Assert.Equal(_aws.Sandbox.Now, revoked.RevokedBefore());
        Assert.Equal(_aws.Sandbox.Now.AddHours(1), revoked.LiftableAfter());
        using SignedClient later = await _aws.EnterAsync("ben");
        for (int minute = 0; minute < 49; minute += 7)
        {
            Assert.False(await live.MayActAsync());
            Assert.True(await later.MayActAsync());
            _aws.Sandbox.Advance(TimeSpan.FromMinutes(7));
        }
    }

    [Fact]
    public async Task Its_boundary_is_the_second_of_the_deny()
    {
        using SignedClient before = await _aws.EnterAsync("ana");
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));
        _time.Meanwhile = () => _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));
        DateTimeOffset time = _aws.Run(Revoke)[0].RevokedBefore();
        using SignedClient after = await _aws.EnterAsync("ana");

        Assert.Equal(time, _aws.Sandbox.Now);
        Assert.False(await before.MayActAsync());
        Assert.True(await after.MayActAsync());
    }

    [Fact]
    public async Task It_is_repeated_once_so_that_what_was_opened_meanwhile_ends_too()
    {
        SignedClient? meanwhile = null;
        _time.Meanwhile = () => meanwhile = _aws.EnterAsync("ben").GetAwaiter().GetResult();
        DateTimeOffset start = _aws.Sandbox.Now;

        DateTimeOffset time = _aws.Run(Revoke)[0].RevokedBefore();

        Assert.Equal([TimeSpan.FromSeconds(5)], _time.Pauses);
        Assert.Equal(start.AddSeconds(5), time);
        Assert.Equal(["PutRolePolicy", "PutRolePolicy"], _aws.Changes);
        using SignedClient opened = meanwhile!;
        Assert.False(await opened.MayActAsync());
    }

    [Fact]
    public async Task A_deny_that_stands_is_moved_on_and_never_back()
    {
        DateTimeOffset first = _aws.Run(Revoke)[0].RevokedBefore();
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(20));
        PSObject moved = _aws.Run(Revoke)[0];
        Assert.Equal(("Updated", true), (moved.Text("Status"), moved.RevokedBefore() > first));

        await _aws.PutDenyAsync(_aws.Sandbox.Now.AddMinutes(30));
        _aws.Sandbox.ClearEvents();
        PSObject kept = _aws.Run(Revoke)[0];
        Assert.Equal(("Unchanged", _aws.Sandbox.Now.AddMinutes(30)), (kept.Text("Status"), kept.RevokedBefore()));
        Assert.Empty(_aws.Changes);
    }

    [Fact]
    public async Task A_later_deny_that_somebody_writes_meanwhile_stays()
    {
        DateTimeOffset later = _aws.Sandbox.Now.AddMinutes(10);
        _time.Meanwhile = () => _aws.PutDenyAsync(later).GetAwaiter().GetResult();
        Assert.Equal(later, _aws.Run(Revoke)[0].RevokedBefore());
        Assert.Contains(later.ToString("yyyy-MM-ddTHH:mm:ssZ"), await _aws.DenyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_lifted_when_the_longest_session_is_over_and_not_before()
    {
        _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 -MaxSessionDuration 2:00");
        DateTimeOffset time = _aws.Run(Revoke)[0].RevokedBefore();
        string lift = $"{Revoke} -Lift";

        _aws.TurnTo(time.AddHours(2));
        _aws.Sandbox.ClearEvents();
        ErrorRecord early = _aws.ErrorOf(lift);
        Assert.Equal(("SessionDenyNeeded", ErrorCategory.InvalidOperation), (early.Id(), early.CategoryInfo.Category));
        Assert.Contains($"until {time.AddHours(2):u}", early.Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith($"After {time.AddHours(2):u} type: Revoke-ClientSession AbcCorp 222222222222 -Tier ReadOnly -Lift", early.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_aws.Changes);

        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Planned", _aws.Run($"{lift} -WhatIf")[0].Text("Status"));
        PSObject lifted = Assert.Single(_aws.Run(lift));
        Assert.Equal(("Removed", time), (lifted.Text("Status"), lifted.RevokedBefore()));
        Assert.Equal(["DeleteRolePolicy"], _aws.Changes);
        Assert.Null(await _aws.DenyAsync());
        using SignedClient session = await _aws.EnterAsync("ana");
        Assert.True(await session.MayActAsync());

        PSObject nothing = Assert.Single(_aws.Run(lift));
        Assert.Equal(("Unchanged", "", ""), (nothing.Text("Status"), nothing.Text("RevokedBefore"), nothing.Text("LiftableAfter")));
    }

    [Fact]
    public async Task What_the_console_wrote_is_moved_on_and_lifted_like_ours()
    {
        string console = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"[policy creation time]"}}}]}""";
        await _aws.PutDenyAsync(console.Replace("[policy creation time]", _aws.Sandbox.Now.AddMinutes(-5).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"), StringComparison.Ordinal));
        Assert.Equal("Updated", _aws.Run(Revoke)[0].Text("Status"));

        await _aws.PutDenyAsync(console.Replace("[policy creation time]", _aws.Sandbox.Now.AddHours(-2).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"), StringComparison.Ordinal));
        Assert.Equal("Removed", _aws.Run($"{Revoke} -Lift")[0].Text("Status"));
    }

    [Fact]
    public async Task Nothing_else_in_the_role_the_account_and_home_is_touched()
    {
        _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -Tier Administrator -ProfileName client-222222222222 | New-ClientPermissionSet | Grant-ClientAccess -User ana");
        using SignedClient administrator = await _aws.EnterAsync("ana", "AbcCorpAdministrator", "arn:aws:iam::222222222222:role/acme-administrator");
        using SignedClient elsewhere = await _aws.EnterElsewhereAsync();
        string account = await _aws.DescribeAccountAsync("222222222222");
        string home = await _aws.DescribeAccountAsync(_aws.Sandbox.HomeAccountId);
        byte[] inventory = File.ReadAllBytes(_aws.InventoryPath);
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));
        _aws.Sandbox.ClearEvents();

        _aws.Run($"{Revoke} -Tier ReadOnly");

        Assert.True(await administrator.MayActAsync());
        Assert.True(await elsewhere.MayActAsync());
        Assert.Equal(["PutRolePolicy", "PutRolePolicy"], _aws.Changes);
        Assert.Equal(inventory, File.ReadAllBytes(_aws.InventoryPath));
        Assert.Equal(home, await _aws.DescribeAccountAsync(_aws.Sandbox.HomeAccountId));
        await _aws.DeleteDenyAsync();
        Assert.Equal(account, await _aws.DescribeAccountAsync("222222222222"));
    }

    [Fact]
    public async Task Without_a_tier_or_an_account_every_recorded_role_is_meant()
    {
        _aws.Run("""
            New-RemoteAccessRole AbcCorp 222222222222 -Tier Administrator -ProfileName client-222222222222
            New-RemoteAccessRole AbcCorp 444444444444 -ProfileName client-444444444444
            """);
        using SignedClient live = await _aws.EnterAsync("ana");
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));

        ShellResult result = _aws.Try(Revoke);

        Assert.Equal(["acme-administrator", "acme-read-only"], result.Output.Select(row => row.Text("RoleName")));
        Assert.False(await live.MayActAsync());
        // The profile is of one account; the other's admin is told what to type there.
        ErrorRecord other = Assert.Single(result.Errors);
        Assert.Equal("AccountMismatch", other.Id());
        Assert.Contains("account 444444444444", other.Exception.Message, StringComparison.Ordinal);
    }
}
