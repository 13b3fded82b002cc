using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Expiry.Tests;

/// <summary>What comes before what, and with how many requests.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class OrderTests : IDisposable
{
    private readonly TimedAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task The_end_is_in_force_in_home_before_the_assignment_is_asked_for()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ben");
        IReadOnlyList<string>? inForce = null;
        _aws.Sandbox.BeforeHandling = async (request, _) =>
        {
            if (request.Operation == "CreateAccountAssignment") inForce = await _aws.UsersWithAnEndInHomeAsync();
        };

        _aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 4:00");

        Assert.Equal(["ana"], inForce);
        Assert.Equal(["PutInlinePolicyToPermissionSet", "ProvisionPermissionSet", "CreateAccountAssignment"], _aws.Changes.TakeLast(3));
        Assert.Contains("DescribePermissionSetProvisioningStatus", _aws.Sandbox.Events.Select(seen => seen.Operation).SkipWhile(name => name != "ProvisionPermissionSet").TakeWhile(name => name != "CreateAccountAssignment"));
    }

    [Fact]
    public async Task NoWait_waits_for_the_end_and_not_for_the_assignment()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ben");
        _aws.Sandbox.ClearEvents();

        string status = Assert.Single(_aws.RunWhole("Grant-ClientAccess AbcCorp -User ana -Duration 4:00 -NoWait").Statuses());

        Assert.Equal("Requested", status);
        Assert.DoesNotContain("DescribeAccountAssignmentCreationStatus", _aws.Sandbox.Events.Select(seen => seen.Operation));
        Assert.Equal(["ana"], await _aws.UsersWithAnEndInHomeAsync());
    }

    [Fact]
    public async Task The_first_user_of_a_set_is_waited_for_because_the_assignment_brings_the_end()
    {
        Assert.Equal(["Created"], _aws.RunWhole("Grant-ClientAccess AbcCorp -User ana -Duration 4:00 -NoWait").Statuses());
        Assert.Equal(["ana"], await _aws.UsersWithAnEndInHomeAsync());
        Assert.Equal(["PutInlinePolicyToPermissionSet", "CreateAccountAssignment"], _aws.Changes);
    }

    [Fact]
    public async Task Several_first_users_at_once_all_have_their_end_in_force()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana, ben, eve, joe -Duration 4:00");
        Assert.Equal(["ana", "ben", "eve", "joe"], (await _aws.UsersWithAnEndInHomeAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_first_grant_by_a_set_asks_for_no_more_than_this()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 4:00");
        Assert.Equal(
            [
                "CreateAccountAssignment 1", "DescribeAccountAssignmentCreationStatus 1", "DescribePermissionSet 1", "GetInlinePolicyForPermissionSet 3",
                "ListAccountsForProvisionedPermissionSet 4", "ListUsers 1", "PutInlinePolicyToPermissionSet 1",
            ],
            _aws.Counts);
    }

    [Fact]
    public void A_grant_by_a_set_that_others_have_asks_for_no_more_than_this()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -Group Support");
        _aws.Sandbox.ClearEvents();
        _aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 4:00");
        Assert.Equal(
            [
                "CreateAccountAssignment 1", "DescribeAccountAssignmentCreationStatus 1", "DescribePermissionSet 1", "DescribePermissionSetProvisioningStatus 1", "GetInlinePolicyForPermissionSet 3",
                "ListAccountAssignments 1", "ListAccountsForProvisionedPermissionSet 2", "ListGroupMembershipsForMember 1", "ListUsers 1", "ProvisionPermissionSet 1", "PutInlinePolicyToPermissionSet 1",
            ],
            _aws.Counts);
    }

    [Fact]
    public void Where_nothing_is_to_be_extended_six_reads_say_so()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana -Duration 4:00");
        _aws.Sandbox.ClearEvents();
        Assert.Equal(["Unchanged"], _aws.RunWhole("Grant-ClientAccess AbcCorp -User ana -Duration 1:00").Statuses());
        Assert.Equal(["DescribePermissionSet 1", "GetInlinePolicyForPermissionSet 1", "ListAccountAssignments 1", "ListAccountsForProvisionedPermissionSet 2", "ListUsers 1"], _aws.Counts);
    }

    [Fact]
    public void A_lasting_grant_to_a_user_asks_for_the_policy_and_to_a_group_for_nothing_more()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana");
        Assert.Equal(["CreateAccountAssignment 1", "DescribeAccountAssignmentCreationStatus 1", "DescribePermissionSet 1", "GetInlinePolicyForPermissionSet 1", "ListAccountAssignments 1", "ListUsers 1"], _aws.Counts);
        _aws.Sandbox.ClearEvents();
        _aws.Run("Grant-ClientAccess AbcCorp -Group Support");
        Assert.Equal(["CreateAccountAssignment 1", "DescribeAccountAssignmentCreationStatus 1", "DescribePermissionSet 1", "ListAccountAssignments 1", "ListGroups 1"], _aws.Counts);
    }

    [Fact]
    public void Tidying_up_reads_each_set_once_and_asks_once_for_all_what_is_unfinished()
    {
        Assert.Empty(_aws.Run("Revoke-ClientAccess -Expired -Force"));
        Assert.Equal(["GetInlinePolicyForPermissionSet 2", "ListPermissionSetsProvisionedToAccount 1"], _aws.Counts);

        _aws.Run("Grant-ClientAccess AbcCorp -User ana, ben -Duration 1:00");
        _aws.Sandbox.Advance(TimeSpan.FromMinutes(70));
        _aws.Sandbox.ClearEvents();
        Assert.Equal(["Removed", "Removed"], _aws.RunWhole("Revoke-ClientAccess -Expired -Force").Statuses());
        Assert.Equal(
            [
                "DeleteAccountAssignment 2", "DescribeAccountAssignmentDeletionStatus 2", "DescribePermissionSet 1", "DescribeUser 2", "GetInlinePolicyForPermissionSet 2",
                "ListAccountAssignments 1", "ListPermissionSetsProvisionedToAccount 1",
            ],
            _aws.Counts);

        _aws.Sandbox.Advance(TimeSpan.FromHours(2));
        _aws.Sandbox.ClearEvents();
        Assert.Equal(["Updated", "Updated"], _aws.RunWhole("Revoke-ClientAccess -Expired -Force").Statuses());
        Assert.Equal(
            [
                "DescribePermissionSet 1", "DescribeUser 2", "GetInlinePolicyForPermissionSet 4", "ListAccountAssignments 1", "ListAccountsForProvisionedPermissionSet 1",
                "ListPermissionSetsProvisionedToAccount 1", "PutInlinePolicyToPermissionSet 1",
            ],
            _aws.Counts);
    }
}
