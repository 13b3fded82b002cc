using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>Sessions that are ended because of somebody: home's deny comes first, so that the one who is meant does not come back.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RevokeSessionOfUserTests : IDisposable
{
    private const string Revoke = "Revoke-ClientSession AbcCorp -User ben -ProfileName client-222222222222";
    private const string Quietly = $"{Revoke} -Force -WarningAction SilentlyContinue";

    private readonly TimedAws _aws = new("Initialize-CrossAccess acme -DenyPolicy; New-ClientPermissionSet AbcCorp; Grant-ClientAccess AbcCorp -User ana, ben -Group Engineers");
    private readonly QuickTime _time;

    public RevokeSessionOfUserTests() => _time = new QuickTime(_aws.Sandbox);

    public static TheoryData<string, bool> Steps => TimedAws.EachStep(["CreatePolicyVersion", "PutRolePolicy"]);

    public void Dispose()
    {
        _time.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public async Task Home_denies_first_so_that_who_is_meant_cannot_come_back_and_the_others_can()
    {
        using SignedClient live = await _aws.EnterAsync("ben");
        using SignedClient home = _aws.Open("ben")!;
        using SignedClient other = await _aws.EnterAsync("ana");
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));
        _aws.Sandbox.ClearEvents();

        PSObject revoked = Assert.Single(_aws.Run(Quietly));

        Assert.Equal("Created", revoked.Text("Status"));
        Assert.Equal(["CreatePolicyVersion", "PutRolePolicy", "PutRolePolicy"], _aws.Changes);
        Assert.False(await live.MayActAsync());
        Assert.False(await other.MayActAsync());
        Assert.False(await TimedAws.MayEnterAsync(home));
        Assert.False(await _aws.GetsInAsync("ben"));
        using SignedClient again = await _aws.EnterAsync("ana");
        Assert.True(await again.MayActAsync());
    }

    [Fact]
    public void Who_else_is_cut_off_is_said_before_and_the_user_is_not_among_them()
    {
        ShellResult result = _aws.RunWhole($"{Revoke} -WhatIf");
        Assert.Equal(["Planned"], result.Statuses());
        Assert.Contains("\"deny user ben in home, then end the sessions issued until now, which also cuts off group Engineers, user ana; they may enter again at once\"", result.HostText, StringComparison.Ordinal);
        Assert.Equal("Ending the sessions of acme-read-only in account 222222222222 also cuts off group Engineers, user ana. They may enter again at once.", Assert.Single(result.Warnings));
        Assert.Empty(_aws.Changes);
    }

    [Fact]
    public void A_permission_set_that_does_not_carry_the_deny_is_warned_of()
    {
        _aws.Run("Grant-ClientAccess Globex -User ben");
        string warning = Assert.Single(_aws.RunWhole("Revoke-ClientSession Globex -User ben -ProfileName client-333333333333 -WhatIf").Warnings);
        Assert.Equal("Permission set GlobexReadOnly does not carry crossaccess-deny, so that home's deny does not keep user ben from entering again. Type: New-ClientPermissionSet Globex -Tier ReadOnly; and run the command again", warning);
    }

    [Theory]
    [InlineData("-ProfileName nobody", "ProfileNotFound")]
    [InlineData("-ProfileName client-333333333333", "AccountMismatch")]
    public async Task Where_the_client_cannot_be_reached_home_denies_all_the_same(string credentials, string id)
    {
        string script = $"Revoke-ClientSession AbcCorp -User ben {credentials} -Force";
        ShellResult planned = _aws.RunWhole($"{script} -WhatIf");
        Assert.Equal(["Planned"], planned.Statuses());
        Assert.StartsWith("The sessions of acme-read-only in account 222222222222 stay open:", Assert.Single(planned.Warnings), StringComparison.Ordinal);
        Assert.Empty(_aws.Changes);

        ErrorRecord error = _aws.ErrorOf(script);

        Assert.Equal(id, error.Id());
        Assert.Contains("Done: deny user ben in home. Not done: deny the sessions of acme-read-only that were issued until now.", error.Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("aws iam put-role-policy", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(["CreatePolicyVersion"], _aws.Changes);
        Assert.False(await _aws.GetsInAsync("ben"));
    }

    [Fact]
    public async Task Where_home_cannot_deny_nothing_is_done_in_the_clients_account()
    {
        _aws.Sandbox.Fail("CreatePolicyVersion", "AccessDenied");
        ErrorRecord error = _aws.ErrorOf(Quietly);
        Assert.Equal("ClientAccessDenied", error.Id());
        Assert.Contains("Not done: deny user ben in home, deny the sessions of acme-read-only that were issued until now", error.Exception.Message, StringComparison.Ordinal);
        Assert.Null(await _aws.DenyAsync());
        Assert.Equal("UserNotFound", _aws.ErrorOf("Revoke-ClientSession AbcCorp -User nobody -ProfileName client-222222222222 -Force").Id());
        Assert.Null(await _aws.DenyAsync());
    }

    [Fact]
    public void Rows_of_several_users_each_end_the_role_after_their_deny_and_the_same_row_again_does_not()
    {
        ShellResult result = _aws.RunWhole("""
            'ben', 'ana', 'ben' | ForEach-Object { [pscustomobject]@{ Client = 'AbcCorp'; AccountId = '222222222222'; User = $_; ProfileName = 'client-222222222222' } } |
                Revoke-ClientSession -Force -ThrottleLimit 1 -WarningAction SilentlyContinue
            """);
        Assert.Equal(["Created", "Updated"], result.Statuses());
        // In the second in which it was written last, the deny says already what the next row's first one would.
        Assert.Equal(["CreatePolicyVersion", "PutRolePolicy", "PutRolePolicy", "CreatePolicyVersion", "PutRolePolicy"], _aws.Changes);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Stopped_at_any_step_it_is_finished_by_the_same_command(string step, bool carriedOut)
    {
        using SignedClient live = await _aws.EnterAsync("ben");
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));
        _aws.Stop(Quietly, step, carriedOut);
        // Never the client's role alone.
        if (await _aws.DenyAsync() is not null) Assert.False(await _aws.GetsInAsync("ben"));
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains(Assert.Single(_aws.Run(Quietly)).Text("Status"), (string[])["Created", "Updated"]);

        Assert.False(await live.MayActAsync());
        Assert.False(await _aws.GetsInAsync("ben"));
        Assert.True(await _aws.GetsInAsync("ana"));
    }
}
