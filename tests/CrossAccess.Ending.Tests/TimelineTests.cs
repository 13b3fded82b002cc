using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>
/// What each still reaches, minute by minute, by the evaluator's word, is what was promised: after a user was stopped at once,
/// disabled in the directory, or unassigned, and after the sessions of a role were revoked.
/// </summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class TimelineTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TimedAws _aws = new("""
        $null = Initialize-CrossAccess acme -DenyPolicy
        $null = Get-ClientPermissionSet | New-ClientPermissionSet
        Grant-ClientAccess AbcCorp -User ana, ben
        """);

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Stopped_at_once()
    {
        using Reach ana = await Reach.OpenAsync(_aws, "ana");
        DateTimeOffset stopped = _aws.Sandbox.Now;
        PSObject denied = Assert.Single(_aws.Run("Revoke-ClientAccess -User ana -Now -Force"));
        DateTimeOffset promised = (DateTimeOffset)new PSObject(((System.Collections.IEnumerable)denied.Properties["Remaining"].Value).Cast<object>().Single()).Properties["Until"].Value;

        await ana.FollowAsync(TimeSpan.FromHours(3), (minute, seen) =>
        {
            Assert.False(seen.GetsIn, minute);
            Assert.False(seen.EntersFromHome, minute);
            Assert.Equal(_aws.Sandbox.Now < promised, seen.ActsInClient);
        });
        Assert.Equal(stopped + Hour, promised);
        await ana.RequireOthersUntouchedAsync("ben");
    }

    [Fact]
    public async Task Stopped_long_after_the_last_entry()
    {
        using Reach ana = await Reach.OpenAsync(_aws, "ana");
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(40));
        PSObject denied = Assert.Single(_aws.Run("Revoke-ClientAccess -User ana -Now -Force"));
        DateTimeOffset promised = (DateTimeOffset)new PSObject(((System.Collections.IEnumerable)denied.Properties["Remaining"].Value).Cast<object>().Single()).Properties["Until"].Value;

        // The output knows when the last session can have been entered, and not when it was: at the latest.
        await ana.FollowAsync(Hour + Hour, (minute, seen) =>
        {
            Assert.False(seen.GetsIn || seen.EntersFromHome, minute);
            Assert.True(!seen.ActsInClient || _aws.Sandbox.Now < promised, minute);
            Assert.Equal(_aws.Sandbox.Now < ana.OpenedAt + Hour, seen.ActsInClient);
        });
    }

    [Fact]
    public async Task Disabled_in_the_directory_alone()
    {
        using Reach ana = await Reach.OpenAsync(_aws, "ana");
        DateTimeOffset disabled = _aws.Sandbox.Now;
        _aws.Sandbox.DisableUser("ana");

        // As the help says: sessions of up to the set's duration, and an hour more in clients' accounts.
        await ana.FollowAsync(TimeSpan.FromHours(3), (minute, seen) =>
        {
            Assert.False(seen.GetsIn, minute);
            Assert.Equal(_aws.Sandbox.Now < disabled + Hour, seen.EntersFromHome);
            Assert.Equal(_aws.Sandbox.Now < ana.EnteredAt + Hour, seen.ActsInClientAnew);
        });
        Assert.Equal(disabled + Hour + Hour, ana.EnteredAt + Hour + Minute);
    }

    [Fact]
    public async Task Unassigned_alone()
    {
        using Reach ana = await Reach.OpenAsync(_aws, "ana");
        DateTimeOffset promised = (DateTimeOffset)Assert.Single(_aws.Run("Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force")).Properties["SessionsUntil"].Value;
        Assert.Equal(_aws.Sandbox.Now + Hour + Hour, promised);

        await ana.FollowAsync(TimeSpan.FromHours(3), (minute, seen) =>
        {
            Assert.False(seen.GetsIn, minute);
            Assert.Equal(_aws.Sandbox.Now < promised - Hour, seen.EntersFromHome);
            Assert.Equal(_aws.Sandbox.Now < ana.EnteredAt + Hour, seen.ActsInClientAnew);
        });
        // Entered in the last minute in which that was possible.
        Assert.Equal(promised, ana.EnteredAt + Hour + Minute);
        await ana.RequireOthersUntouchedAsync("ben");
    }

    [Fact]
    public async Task Stopped_and_the_sessions_of_the_role_revoked()
    {
        using Reach ana = await Reach.OpenAsync(_aws, "ana");
        _aws.Sandbox.Advance(Minute);
        _aws.Run("$null = Revoke-ClientAccess -User ana -Now -Force");
        Assert.Single(_aws.Run("Revoke-ClientSession AbcCorp -Tier ReadOnly -ProfileName client-222222222222 -Force"));

        await ana.FollowAsync(TimeSpan.FromHours(2), (minute, seen) => Assert.False(seen.GetsIn || seen.EntersFromHome || seen.ActsInClient || seen.ActsInClientAnew, minute));
        await ana.RequireOthersUntouchedAsync("ben");
    }

    private sealed record Seen(bool GetsIn, bool EntersFromHome, bool ActsInClient, bool ActsInClientAnew);

    /// <summary>A user with a session in home and one in the client's account, both just opened, who tries everything each minute.</summary>
    private sealed class Reach(TimedAws aws, string user, SignedClient home, SignedClient client) : IDisposable
    {
        private SignedClient? _newest;

        public DateTimeOffset OpenedAt { get; } = aws.Sandbox.Now;

        /// <summary>When the client's role was last entered.</summary>
        public DateTimeOffset EnteredAt { get; private set; } = aws.Sandbox.Now;

        public static async Task<Reach> OpenAsync(TimedAws aws, string user)
        {
            SignedClient home = SignedClient.User(aws.Sandbox, user, "AbcCorpReadOnly");
            return new Reach(aws, user, home, await home.AssumeAsync(LiveSession.AbcReadOnly, user));
        }

        public async Task FollowAsync(TimeSpan how, Action<string, Seen> check)
        {
            DateTimeOffset begin = aws.Sandbox.Now;
            for (int minute = 0; minute <= how.TotalMinutes; minute++)
            {
                aws.TurnTo(begin.AddMinutes(minute));
                check($"minute {minute}", await LookAsync());
            }
        }

        public async Task RequireOthersUntouchedAsync(string other) => Assert.True(await aws.GetsInAsync(other));

        public void Dispose()
        {
            home.Dispose();
            client.Dispose();
            _newest?.Dispose();
        }

        private async Task<Seen> LookAsync()
        {
            bool enters = await TryAsync(async () =>
            {
                SignedClient entered = await home.AssumeAsync(LiveSession.AbcReadOnly, user);
                _newest?.Dispose();
                (_newest, EnteredAt) = (entered, aws.Sandbox.Now);
            });
            return new Seen(await aws.GetsInAsync(user), enters, await TryAsync(() => client.IamAsync("ListRoles")), await TryAsync(() => (_newest ?? client).IamAsync("ListRoles")));
        }

        // Refused or over, both are the end of it.
        private static async Task<bool> TryAsync(Func<Task> act)
        {
            try
            {
                await act();
                return true;
            }
            catch (AwsError refusal)
            {
                Assert.Contains(refusal.Code, (string[])["AccessDenied", "ExpiredToken"]);
                return false;
            }
        }
    }
}
