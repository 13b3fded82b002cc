using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Expiry.Tests;

/// <summary>Access that ends by itself, judged by the Sandbox's evaluator at one second before and after.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class EndTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TimedAws _aws = new("Grant-ClientAccess AbcCorp -User ben; Grant-ClientAccess Globex -User ana");

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task A_second_before_the_end_the_user_gets_in_and_a_second_after_nothing_is_allowed_though_nothing_ran()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(Assert.Single(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 4:00 -Reason 'INC-7'")));
        Assert.InRange(end - _aws.Sandbox.Now, TimeSpan.FromHours(4), TimeSpan.FromHours(4) + TimeSpan.FromMinutes(1));

        _aws.TurnTo(end - Second);
        using SignedClient open = _aws.Open("ana")!;
        Assert.True(await TimedAws.MayEnterAsync(open));

        _aws.TurnTo(end + Second);
        Assert.False(await TimedAws.MayEnterAsync(open));
        Assert.False(await _aws.GetsInAsync("ana"));
        AwsError refusal = await Assert.ThrowsAsync<AwsError>(() => open.AssumeAsync("arn:aws:iam::222222222222:role/acme-read-only", "ana"));
        Assert.EndsWith("with an explicit deny in an identity-based policy", refusal.Text, StringComparison.Ordinal);
        Assert.Equal(["PutInlinePolicyToPermissionSet", "ProvisionPermissionSet", "CreateAccountAssignment"], _aws.Changes.Where(change => change != "AssumeRole"));
    }

    [Fact]
    public async Task Nobody_else_of_the_set_is_affected_nor_the_same_user_in_another_set()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00")[0]);
        _aws.Run("Grant-ClientAccess AbcCorp -User eve -Duration 2:00");

        _aws.TurnTo(end + Second);

        Assert.False(await _aws.GetsInAsync("ana"));
        Assert.True(await _aws.GetsInAsync("ben"));
        Assert.True(await _aws.GetsInAsync("eve"));
        Assert.True(await _aws.GetsInAsync("ana", "GlobexReadOnly", "arn:aws:iam::333333333333:role/acme-read-only"));
    }

    [Fact]
    public async Task Overlapping_grants_end_with_the_last_of_them()
    {
        DateTimeOffset first = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 4:00")[0]);
        Assert.Equal(["Unchanged"], _aws.RunWhole("Grant-ClientAccess AbcCorp -User ana -Duration 1:00").Statuses());
        _aws.TurnTo(first - TimeSpan.FromHours(1));
        PSObject longer = _aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 2:00")[0];
        Assert.Equal("Updated", longer.Text("Status"));

        _aws.TurnTo(first + Second);
        Assert.True(await _aws.GetsInAsync("ana"));
        _aws.TurnTo(TimedAws.ExpiresOf(longer) - Second);
        Assert.True(await _aws.GetsInAsync("ana"));
        _aws.TurnTo(TimedAws.ExpiresOf(longer) + Second);
        Assert.False(await _aws.GetsInAsync("ana"));
    }

    [Fact]
    public async Task Several_users_of_one_command_end_together()
    {
        IReadOnlyList<PSObject> rows = _aws.Run("Grant-ClientAccess AbcCorp -User ana, eve, joe -Duration 1:00");
        DateTimeOffset end = Assert.Single(rows.Select(TimedAws.ExpiresOf).Distinct());

        foreach (string user in (string[])["ana", "eve", "joe"]) Assert.True(await _aws.GetsInAsync(user));
        _aws.TurnTo(end + Second);
        foreach (string user in (string[])["ana", "eve", "joe"]) Assert.False(await _aws.GetsInAsync(user));
        Assert.True(await _aws.GetsInAsync("ben"));
    }

    [Fact]
    public async Task Tidied_up_in_two_runs_nothing_is_left_and_at_no_time_does_anyone_get_back_in()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00")[0]);
        _aws.TurnTo(end - Second);
        using SignedClient open = _aws.Open("ana")!;

        _aws.TurnTo(end + TimeSpan.FromMinutes(20));
        Assert.Equal(["Removed"], _aws.RunWhole("Revoke-ClientAccess -Expired -Force").Statuses());
        Assert.Null(_aws.Open("ana"));
        Assert.False(await TimedAws.MayEnterAsync(open));

        _aws.TurnTo(end + TimeSpan.FromHours(1));
        Assert.Equal(["Unchanged"], _aws.RunWhole("Revoke-ClientAccess -Expired -Force").Statuses());
        Assert.Equal(["ana"], await _aws.UsersWithAnEndInHomeAsync());

        _aws.TurnTo(end + TimeSpan.FromHours(2) + Second);
        Assert.Equal(["Updated"], _aws.RunWhole("Revoke-ClientAccess -Expired -Force").Statuses());
        Assert.Empty(await _aws.UsersWithAnEndInHomeAsync());
        Assert.Empty(_aws.Run("Revoke-ClientAccess -Expired -Force"));
        await Assert.ThrowsAsync<AwsError>(() => open.StsAsync("GetCallerIdentity"));
        Assert.True(await _aws.GetsInAsync("ben"));
    }

    // The portal opens sessions until the assignment goes; each outlives it.
    [Fact]
    public async Task A_session_opened_just_before_a_late_tidying_never_gets_in_while_it_lasts()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00")[0]);
        _aws.TurnTo(end + TimeSpan.FromDays(2));
        using SignedClient open = _aws.Open("ana")!;
        Assert.False(await TimedAws.MayEnterAsync(open));

        _aws.Run("Revoke-ClientAccess -Expired -Force");
        for (int minute = 5; minute < 60; minute += 5)
        {
            _aws.Sandbox.Advance(TimeSpan.FromMinutes(5));
            _aws.Run("Revoke-ClientAccess -Expired -Force");
            Assert.False(await TimedAws.MayEnterAsync(open));
        }
        _aws.Sandbox.Advance(TimeSpan.FromHours(3));
        _aws.Run("Revoke-ClientAccess -Expired -Force");
        Assert.Empty(await _aws.UsersWithAnEndInHomeAsync());
    }

    [Fact]
    public async Task A_lasting_grant_after_a_revocation_lasts()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00")[0]);
        _aws.Run("Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force");
        Assert.False(await _aws.GetsInAsync("ana"));
        PSObject lasting = Assert.Single(_aws.Run("Grant-ClientAccess AbcCorp -User ana"));

        Assert.Equal(("Created", ""), (lasting.Text("Status"), lasting.Text("Expires")));
        _aws.TurnTo(end + TimeSpan.FromDays(1));
        Assert.True(await _aws.GetsInAsync("ana"));
    }

    // SCIM makes a returning user anew: another id, which no assignment and no end knows.
    [Fact]
    public async Task A_user_who_returns_under_another_id_has_neither_access_nor_end()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00")[0]);
        _aws.Sandbox.RemoveUser("ana");
        _aws.Sandbox.AddUser("ana");
        Assert.False(await _aws.GetsInAsync("ana"));

        DateTimeOffset again = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 3:00")[0]);

        _aws.TurnTo(end + Second);
        Assert.True(await _aws.GetsInAsync("ana"));
        _aws.TurnTo(again + Second);
        Assert.False(await _aws.GetsInAsync("ana"));
        Assert.Equal(2, _aws.Run("Revoke-ClientAccess -Expired -Force").Count);
    }

    [Fact]
    public async Task A_second_account_that_joins_the_set_keeps_the_end()
    {
        DateTimeOffset end = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00")[0]);
        Assert.Equal(["Updated"], _aws.RunWhole("New-RemoteAccessRole AbcCorp 444444444444 -ProfileName client-444444444444 | New-ClientPermissionSet").Statuses());

        Assert.True(await _aws.GetsInAsync("ana", role: "arn:aws:iam::444444444444:role/acme-read-only"));
        _aws.TurnTo(end + Second);
        Assert.False(await _aws.GetsInAsync("ana", role: "arn:aws:iam::444444444444:role/acme-read-only"));
        Assert.False(await _aws.GetsInAsync("ana"));
        Assert.Equal(["Unchanged"], _aws.RunWhole("New-ClientPermissionSet AbcCorp").Statuses());
    }
}
