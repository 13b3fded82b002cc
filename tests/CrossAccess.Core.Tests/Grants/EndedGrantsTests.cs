namespace CrossAccess.Core.Tests;

public sealed class EndedGrantsTests
{
    private static ClientAccessRequest ToAna { get; } = new("Abc", "ReadOnly", PrincipalType.User, "ana") { Duration = TimeSpan.FromHours(4) };

    [Fact]
    public async Task Where_nothing_has_ended_there_is_no_row_and_one_read_a_set()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        aws.Now += TimeSpan.FromHours(4);
        aws.Provider.Log.Clear();

        IChange<IReadOnlyList<ClientAccess>> change = await aws.PlanTidyingAsync();

        Assert.Null(change.Action);
        Assert.Empty(change.Preview);
        Assert.Empty(await change.ApplyAsync(aws.Provider.Activity, FakeProvider.Cancellation));
        Assert.Equal(["sso:GetInlinePolicyForPermissionSet", "sso:ListPermissionSetsProvisionedToAccount outdated"], aws.Provider.Log.All.Where(sent => sent.StartsWith("sso:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task First_the_assignment_goes_and_the_end_when_every_session_is_over()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben", Duration = null });
        await aws.Provider.GrantAsync(ToAna);
        DateTimeOffset end = aws.Now.AddHours(4);
        aws.Now = end.AddMinutes(30);
        aws.Provider.Log.Clear();

        ClientAccess removed = Assert.Single(await aws.TidyUpAsync());
        Assert.Equal(("ana", ChangeStatus.Removed, end), (removed.PrincipalName, removed.Status, removed.Expires));
        Assert.Equal(["sso:DeleteAccountAssignment"], aws.Provider.Log.Writes);
        Assert.Single(aws.Ends);
        Assert.Equal(["ben"], aws.Provider.Inventory.Grants.Select(grant => grant.Name));
        Assert.Contains("Left for a later run: the end of user ana stays in the policy of AbcReadOnly until 2026-11-25 18:00:00Z, when every session is over.", aws.Provider.Activity.Verbosities);

        aws.Now = end.AddHours(2);
        aws.Provider.Log.Clear();
        Assert.Equal(ChangeStatus.Unchanged, Assert.Single(await aws.TidyUpAsync()).Status);
        Assert.Empty(aws.Provider.Log.Writes);
        Assert.Single(aws.Ends);

        aws.Now = end.AddHours(2).AddSeconds(1);
        ClientAccess updated = Assert.Single(await aws.TidyUpAsync());
        Assert.Equal(("ana", ChangeStatus.Updated), (updated.PrincipalName, updated.Status));
        Assert.Equal(["sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet"], aws.Provider.Log.Writes);
        Assert.Empty(aws.Ends);
        Assert.Empty(await aws.TidyUpAsync());
    }

    [Fact]
    public async Task A_long_session_duration_is_waited_out()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        aws.Set.State = aws.Set.State with { SessionDuration = TimeSpan.FromHours(12) };
        aws.Now += TimeSpan.FromHours(4.5);
        await aws.TidyUpAsync();

        aws.Now += TimeSpan.FromHours(12.5);
        Assert.Equal(ChangeStatus.Unchanged, Assert.Single(await aws.TidyUpAsync()).Status);
        aws.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(ChangeStatus.Updated, Assert.Single(await aws.TidyUpAsync()).Status);
    }

    // A session that the portal opened a minute before the assignment went lasts an hour from then on.
    [Fact]
    public async Task An_assignment_that_is_taken_away_late_moves_the_end_so_that_sessions_opened_since_stay_denied()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben", Duration = null });
        await aws.Provider.GrantAsync(ToAna);
        aws.Now += TimeSpan.FromDays(3);
        aws.Provider.Log.Clear();

        Assert.Equal(ChangeStatus.Removed, Assert.Single(await aws.TidyUpAsync()).Status);

        Assert.Equal(["sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet", "sso:DeleteAccountAssignment"], aws.Provider.Log.Writes);
        DateTimeOffset moved = Assert.Single(aws.Ends).Time;
        Assert.InRange(aws.Now - moved, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2));
        aws.Now += TimeSpan.FromHours(1.5);
        Assert.Equal(ChangeStatus.Unchanged, Assert.Single(await aws.TidyUpAsync()).Status);
        aws.Now += TimeSpan.FromHours(1);
        Assert.Equal(ChangeStatus.Updated, Assert.Single(await aws.TidyUpAsync()).Status);
    }

    [Fact]
    public async Task Revoking_by_name_late_moves_the_end_too_and_in_time_leaves_it()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben" });
        aws.Provider.Log.Clear();
        await aws.Provider.RevokeAsync(ToAna);
        Assert.Equal(["sso:DeleteAccountAssignment"], aws.Provider.Log.Writes);

        aws.Now += TimeSpan.FromDays(1);
        aws.Provider.Log.Clear();
        ClientAccess late = await aws.Provider.RevokeAsync(ToAna with { PrincipalName = "ben" });

        Assert.Equal(["sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet", "sso:DeleteAccountAssignment"], aws.Provider.Log.Writes);
        Assert.Equal(PermissionSetPolicy.Read(aws.Set.InlinePolicy).EndOf(aws.Ben.Id)!.Time, late.Expires);
        Assert.InRange(aws.Now - late.Expires!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task All_of_a_set_goes_by_one_edit_and_others_of_the_set_are_left_alone()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "eve", Duration = null });
        await aws.Provider.GrantAsync(ToAna);
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben" });
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "zoe", Duration = TimeSpan.FromDays(2) });
        aws.Now += TimeSpan.FromHours(4.5);
        Assert.Equal(["ana", "ben"], (await aws.TidyUpAsync()).Select(access => access.PrincipalName));
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "joe", Duration = TimeSpan.FromHours(1) });
        aws.Now += TimeSpan.FromHours(2);
        aws.Provider.Log.Clear();

        IReadOnlyList<ClientAccess> rows = await aws.TidyUpAsync();

        Assert.Equal([("ana", ChangeStatus.Updated), ("ben", ChangeStatus.Updated), ("joe", ChangeStatus.Removed)], rows.Select(access => (access.PrincipalName, access.Status!.Value)));
        Assert.Equal(["sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet", "sso:DeleteAccountAssignment"], aws.Provider.Log.Writes);
        Assert.Equal(1, aws.Provider.Log.Count("sso:DescribePermissionSet"));
        Assert.Equal(2, aws.Ends.Count);
        Assert.Equal(["eve", "zoe"], aws.Provider.Inventory.Grants.Select(grant => grant.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_end_is_never_taken_out_while_its_user_is_assigned()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        aws.Now += TimeSpan.FromDays(3);
        aws.Provider.Log.Fail("sso:DeleteAccountAssignment", ClientAccessError.ServiceUnavailable);

        ClientAccessException failure = await Refusal.OfAsync(ClientAccessError.ServiceUnavailable, aws.TidyUpAsync);

        Assert.Contains("Not done: take it from user ana", failure.Message, StringComparison.Ordinal);
        Assert.Single(aws.Ends);
        aws.Now += TimeSpan.FromDays(3);
        Assert.Equal(ChangeStatus.Removed, Assert.Single(await aws.TidyUpAsync()).Status);
        Assert.Single(aws.Ends);
    }

    [Fact]
    public async Task An_end_that_was_extended_meanwhile_is_left_alone()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        aws.Now += TimeSpan.FromHours(4.5);
        await aws.TidyUpAsync();
        aws.Now += TimeSpan.FromHours(3);
        IChange<IReadOnlyList<ClientAccess>> planned = await aws.PlanTidyingAsync();

        await aws.Provider.GrantAsync(ToAna);
        await planned.ApplyAsync(aws.Provider.Activity, FakeProvider.Cancellation);

        Assert.Equal([aws.Now.AddHours(4)], aws.Ends.Select(end => end.Time));
        Assert.Empty(await aws.TidyUpAsync());
    }

    [Fact]
    public async Task A_run_that_stopped_before_provisioning_is_finished_by_the_next()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben", Duration = null });
        await aws.Provider.GrantAsync(ToAna);
        aws.Now += TimeSpan.FromHours(4.5);
        await aws.TidyUpAsync();
        aws.Now += TimeSpan.FromHours(3);
        aws.Provider.Log.Fail("sso:ProvisionPermissionSet", ClientAccessError.ServiceUnavailable);
        await Refusal.OfAsync(ClientAccessError.ServiceUnavailable, aws.TidyUpAsync);
        Assert.True(aws.Set.Provisioned[FakeProvider.Home]);
        aws.Provider.Log.Clear();

        IChange<IReadOnlyList<ClientAccess>> change = await aws.PlanTidyingAsync();
        Assert.Equal("provision it, as an earlier run did not", change.Action);
        Assert.Empty(await change.ApplyAsync(aws.Provider.Activity, FakeProvider.Cancellation));

        Assert.Equal(["sso:ProvisionPermissionSet"], aws.Provider.Log.Writes);
        Assert.False(aws.Set.Provisioned[FakeProvider.Home]);
    }

    [Fact]
    public async Task A_user_whom_the_directory_no_longer_has_is_tidied_up_by_id()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        aws.Provider.Aws.Directory.Remove(aws.Ana);
        aws.Now += TimeSpan.FromHours(4.5);

        Assert.Equal(($"(gone: {aws.Ana.Id})", ChangeStatus.Removed), (await aws.TidyUpAsync()) is [var row] ? (row.PrincipalName, row.Status) : default);
        Assert.Empty(aws.Provider.Aws.Center.Assignments);
    }

    [Fact]
    public async Task Planning_changes_nothing_and_names_what_would_be_done()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        aws.Now += TimeSpan.FromHours(4.5);
        aws.Provider.Log.Clear();

        IChange<IReadOnlyList<ClientAccess>> change = await aws.PlanTidyingAsync();

        Assert.Equal("take it from user ana, whose access ended at 2026-11-25 16:00:00Z", change.Action);
        Assert.Equal("Abc, permission set AbcReadOnly on home account 111111111111", change.Target);
        Assert.Equal(ChangeStatus.Planned, Assert.Single(change.Preview).Status);
        Assert.Empty(aws.Provider.Log.Writes);
    }

    [Fact]
    public async Task A_recorded_set_that_is_gone_or_of_another_instance_or_not_ours_is_passed_over()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        FakePermissionSet foreign = aws.Provider.Aws.Center.Add("SomebodyElses", PermissionSetPolicy.Empty.With(AccessEnd.Of(aws.Ana, aws.Now.AddDays(-1))).ToDocument().ToString());
        foreach (string arn in (string[])["arn:aws:sso:::permissionSet/ssoins-9999999999999999/ps-0000000000000001", foreign.State.Arn])
        {
            await aws.Provider.UpdateAsync(inventory => inventory.WithPermissionSet("Abc", "ReadOnly", arn));
            Assert.Empty(await aws.TidyUpAsync());
        }
        Assert.Empty(aws.Provider.Log.Writes);
    }

    [Fact]
    public async Task Every_recorded_set_is_looked_at_or_those_that_are_named()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.UpdateAsync(inventory => inventory.WithAccount("Other", FakeProvider.Second).WithPermissionSet("Other", "ReadOnly", "x").WithPermissionSet("Other", "Administrator", "y"));
        ClientAccessGrants grants = aws.Provider.NewGrants();

        Assert.Equal([("Abc", "ReadOnly"), ("Other", "Administrator"), ("Other", "ReadOnly")], grants.ListRecordedSets(null, null));
        Assert.Equal([("Other", "Administrator"), ("Other", "ReadOnly")], grants.ListRecordedSets("other", null));
        Assert.Equal([("Abc", "ReadOnly"), ("Other", "ReadOnly")], grants.ListRecordedSets(null, ["readonly"]));
        Refusal.Of(ClientAccessError.ClientNotFound, () => grants.ListRecordedSets("Nobody", null));
        Refusal.Of(ClientAccessError.TierNotFound, () => grants.ListRecordedSets(null, ["Nothing"]));
    }
}
