using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Expiry.Tests;

/// <summary>
/// Stopped at every single step, before AWS has carried it out and after: nobody is ever in without an end, and the same
/// command run again ends as if it had never been stopped.
/// </summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class StoppedTests : IDisposable
{
    private static readonly string[] OfAGrant = ["PutInlinePolicyToPermissionSet", "ProvisionPermissionSet", "DescribePermissionSetProvisioningStatus", "CreateAccountAssignment", "DescribeAccountAssignmentCreationStatus"];
    private static readonly string[] OfAFirstGrant = ["PutInlinePolicyToPermissionSet", "CreateAccountAssignment", "DescribeAccountAssignmentCreationStatus"];
    private static readonly string[] OfAnEdit = ["PutInlinePolicyToPermissionSet", "ProvisionPermissionSet", "DescribePermissionSetProvisioningStatus"];
    private static readonly string[] OfAnUnassignment = ["DeleteAccountAssignment", "DescribeAccountAssignmentDeletionStatus"];

    private readonly TimedAws _aws = new();

    public static TheoryData<string, bool> Grant => TimedAws.EachStep(OfAGrant);

    public static TheoryData<string, bool> FirstGrant => TimedAws.EachStep(OfAFirstGrant);

    public static TheoryData<string, bool> Edit => TimedAws.EachStep(OfAnEdit);

    public static TheoryData<string, bool> Unassignment => TimedAws.EachStep(OfAnUnassignment);

    public static TheoryData<string, bool> LateUnassignment => TimedAws.EachStep([.. OfAnEdit, .. OfAnUnassignment]);

    public void Dispose() => _aws.Dispose();

    [Theory]
    [MemberData(nameof(Grant))]
    public Task A_grant_by_a_set_that_another_has(string step, bool carriedOut)
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ben");
        return GrantAsync(step, carriedOut);
    }

    [Theory]
    [MemberData(nameof(FirstGrant))]
    public Task A_grant_by_a_set_that_nobody_has(string step, bool carriedOut) => GrantAsync(step, carriedOut);

    [Theory]
    [MemberData(nameof(Edit))]
    public async Task An_extension(string step, bool carriedOut)
    {
        DateTimeOffset first = TimedAws.ExpiresOf(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 1:00")[0]);
        _aws.Stop("Grant-ClientAccess AbcCorp -User ana -Duration 3:00", step, carriedOut);
        Assert.Equal(["ana"], await _aws.UsersWithAnEndInHomeAsync());

        DateTimeOffset end = TimedAws.ExpiresOf(Assert.Single(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 3:00")));

        _aws.TurnTo(first.AddSeconds(1));
        Assert.True(await _aws.GetsInAsync("ana"));
        await RequireEndAsync(end);
    }

    [Theory]
    [MemberData(nameof(Grant))]
    public async Task A_lasting_grant_after_a_revocation(string step, bool carriedOut)
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ben; $null = Grant-ClientAccess AbcCorp -User ana -Duration 1:00; Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force");
        _aws.Stop("Grant-ClientAccess AbcCorp -User ana", step, carriedOut);

        _aws.Run("Grant-ClientAccess AbcCorp -User ana");

        _aws.Sandbox.Advance(TimeSpan.FromDays(1));
        Assert.True(await _aws.GetsInAsync("ana"));
        Assert.Empty(await _aws.UsersWithAnEndInHomeAsync());
    }

    [Theory]
    [MemberData(nameof(Unassignment))]
    public async Task Taking_an_assignment_away(string step, bool carriedOut)
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ben; Grant-ClientAccess AbcCorp -User ana -Duration 1:00");
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(90));
        await TidyUpAsync(step, carriedOut);
    }

    [Theory]
    [MemberData(nameof(LateUnassignment))]
    public async Task Taking_an_assignment_away_late(string step, bool carriedOut)
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ben; Grant-ClientAccess AbcCorp -User ana -Duration 1:00");
        _aws.Sandbox.Advance(TimeSpan.FromDays(3));
        await TidyUpAsync(step, carriedOut);
    }

    [Theory]
    [MemberData(nameof(Edit))]
    public async Task Taking_an_end_out(string step, bool carriedOut)
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ben; Grant-ClientAccess AbcCorp -User ana -Duration 1:00");
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(90));
        _aws.Run("Revoke-ClientAccess -Expired -Force");
        _aws.Sandbox.Advance(TimeSpan.FromHours(3));
        await TidyUpAsync(step, carriedOut);
    }

    private async Task GrantAsync(string step, bool carriedOut)
    {
        _aws.Stop("Grant-ClientAccess AbcCorp -User ana -Duration 4:00", step, carriedOut);
        if (_aws.Open("ana") is { } session)
        {
            session.Dispose();
            Assert.Contains("ana", await _aws.UsersWithAnEndInHomeAsync());
        }

        PSObject granted = Assert.Single(_aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 4:00"));

        Assert.Contains(granted.Text("Status"), (string[])["Created", "Updated", "Unchanged"]);
        Assert.Equal(TimedAws.ExpiresOf(granted), (DateTimeOffset?)_aws.Inventory["grants"]!.AsArray().Single(grant => (string?)grant!["name"] == "ana")!["expires"]);
        await RequireEndAsync(TimedAws.ExpiresOf(granted));
    }

    private async Task TidyUpAsync(string step, bool carriedOut)
    {
        _aws.Stop("Revoke-ClientAccess -Expired -Force", step, carriedOut);
        Assert.False(await _aws.GetsInAsync("ana"));

        // As a runbook runs, until nothing is left to be done.
        for (int run = 0; run < 6; run++)
        {
            _aws.Run("Revoke-ClientAccess -Expired -Force");
            Assert.False(await _aws.GetsInAsync("ana"));
            Assert.True(await _aws.GetsInAsync("ben"));
            _aws.Sandbox.Advance(TimeSpan.FromMinutes(50));
        }
        Assert.Empty(_aws.Run("Revoke-ClientAccess -Expired -Force"));
        Assert.Null(_aws.Open("ana"));
        Assert.Empty(await _aws.UsersWithAnEndInHomeAsync());
        Assert.DoesNotContain("ana", _aws.Inventory["grants"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task RequireEndAsync(DateTimeOffset end)
    {
        _aws.TurnTo(end.AddSeconds(-1));
        Assert.True(await _aws.GetsInAsync("ana"));
        _aws.TurnTo(end.AddSeconds(1));
        Assert.False(await _aws.GetsInAsync("ana"));
    }
}
