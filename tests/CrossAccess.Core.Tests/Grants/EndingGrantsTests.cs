namespace CrossAccess.Core.Tests;

public sealed class EndingGrantsTests
{
    private static readonly string[] FirstOfTheSet =
    [
        "sso:DescribePermissionSet", "identitystore:ListUsers by UserName", "sso:GetInlinePolicyForPermissionSet", "sso:ListAccountsForProvisionedPermissionSet",
        "sso:GetInlinePolicyForPermissionSet", "sso:PutInlinePolicyToPermissionSet", "sso:ListAccountsForProvisionedPermissionSet", "sso:GetInlinePolicyForPermissionSet",
        "sso:CreateAccountAssignment", "sso:ListAccountsForProvisionedPermissionSet outdated", "sso:ListAccountsForProvisionedPermissionSet",
    ];

    private static readonly string[] OfASetThatStands =
    [
        "sso:DescribePermissionSet", "identitystore:ListUsers by UserName", "sso:GetInlinePolicyForPermissionSet", "sso:ListAccountsForProvisionedPermissionSet", "sso:ListAccountAssignments",
        "sso:GetInlinePolicyForPermissionSet", "sso:PutInlinePolicyToPermissionSet", "sso:ListAccountsForProvisionedPermissionSet", "sso:ProvisionPermissionSet", "sso:GetInlinePolicyForPermissionSet",
        "sso:CreateAccountAssignment",
    ];

    private static ClientAccessRequest ToAna { get; } = new("Abc", "ReadOnly", PrincipalType.User, "ana") { Duration = TimeSpan.FromHours(4) };

    [Fact]
    public async Task The_end_is_in_the_policy_before_the_user_is_assigned_and_is_recorded()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();

        ClientAccess granted = await aws.Provider.GrantAsync(ToAna with { Reason = "INC-7" });

        Assert.Equal((ChangeStatus.Created, aws.Now.AddHours(4)), (granted.Status, granted.Expires));
        Assert.Equal([AccessEnd.Of(aws.Ana, aws.Now.AddHours(4))], aws.Ends);
        Assert.Equal(["sso:PutInlinePolicyToPermissionSet", "sso:CreateAccountAssignment"], aws.Provider.Log.Writes);
        InventoryGrant recorded = Assert.Single(aws.Provider.Inventory.Grants);
        Assert.Equal(("ana", "INC-7", aws.Now.AddHours(4)), (recorded.Name, recorded.Reason, recorded.Expires));
    }

    [Fact]
    public async Task A_grant_by_a_set_that_stands_nowhere_takes_these_requests_and_no_other()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        Assert.Equal(FirstOfTheSet, aws.Provider.Log.All.Where(sent => !sent.StartsWith("sts:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_grant_by_a_set_that_stands_takes_these_and_is_provisioned_before_it_is_assigned()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben", Duration = null });
        aws.Provider.Log.Clear();

        await aws.Provider.GrantAsync(ToAna);

        Assert.Equal(OfASetThatStands, aws.Provider.Log.All.Where(sent => !sent.StartsWith("sts:", StringComparison.Ordinal)));
        Assert.False(aws.Set.Provisioned[FakeProvider.Home]);
    }

    [Fact]
    public async Task A_longer_grant_extends_a_shorter_one_leaves_it_and_the_same_again_is_Unchanged()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        DateTimeOffset start = aws.Now;
        await aws.Provider.GrantAsync(ToAna);

        ClientAccess shorter = await aws.Provider.GrantAsync(ToAna with { Duration = TimeSpan.FromHours(1) });
        ClientAccess same = await aws.Provider.GrantAsync(ToAna);
        aws.Now += TimeSpan.FromHours(3);
        aws.Provider.Log.Clear();
        ClientAccess longer = await aws.Provider.GrantAsync(ToAna with { Duration = TimeSpan.FromHours(2) });

        Assert.Equal((ChangeStatus.Unchanged, start.AddHours(4)), (shorter.Status, shorter.Expires));
        Assert.Equal((ChangeStatus.Unchanged, start.AddHours(4)), (same.Status, same.Expires));
        Assert.Equal((ChangeStatus.Updated, start.AddHours(5)), (longer.Status, longer.Expires));
        Assert.Equal(["sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet"], aws.Provider.Log.Writes);
        Assert.Equal([start.AddHours(5)], aws.Ends.Select(end => end.Time));
        Assert.Equal(start.AddHours(5), Assert.Single(aws.Provider.Inventory.Grants).Expires);
    }

    [Fact]
    public async Task Access_that_is_over_and_still_assigned_begins_anew()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        aws.Now += TimeSpan.FromDays(2);
        Assert.Equal((ChangeStatus.Updated, aws.Now.AddHours(4)), (await aws.Provider.GrantAsync(ToAna)) is { } again ? (again.Status, again.Expires) : default);
    }

    // What was revoked overlaps nothing: an hour that is asked for then is not made seven.
    [Fact]
    public async Task After_a_revocation_a_grant_lasts_as_long_as_it_says()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna with { Duration = TimeSpan.FromHours(8) });
        ClientAccess revoked = await aws.Provider.RevokeAsync(ToAna);
        Assert.Equal((ChangeStatus.Removed, aws.Now.AddHours(8)), (revoked.Status, revoked.Expires));
        Assert.Single(aws.Ends);

        Assert.Equal(aws.Now.AddHours(1), (await aws.Provider.GrantAsync(ToAna with { Duration = TimeSpan.FromHours(1) })).Expires);
    }

    [Fact]
    public async Task Users_of_one_command_end_at_one_time_and_their_ends_go_together()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(new ClientAccessRequest("Abc", "ReadOnly", PrincipalType.User, "eve"));
        aws.Provider.Log.Clear();
        var provisioned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        aws.Provider.Log.Hold("sso:ProvisionPermissionSet", provisioned.Task);
        ClientAccessGrants command = aws.Provider.NewGrants();
        IChange<ClientAccess> first = await command.PlanAsync(ToAna, aws.Provider.Activity, FakeProvider.Cancellation);
        aws.Now += TimeSpan.FromMilliseconds(1500);
        IChange<ClientAccess>[] others = [.. await Task.WhenAll(new[] { "ben", "joe", "zoe" }.Select(name => command.PlanAsync(ToAna with { PrincipalName = name }, aws.Provider.Activity, FakeProvider.Cancellation)))];

        Task<ClientAccess> one = first.ApplyAsync(aws.Provider.Activity, FakeProvider.Cancellation);
        Task<ClientAccess>[] rest = [.. others.Select(change => change.ApplyAsync(aws.Provider.Activity, FakeProvider.Cancellation))];
        provisioned.SetResult();
        ClientAccess[] granted = await Task.WhenAll([one, .. rest]);

        Assert.All(granted, access => Assert.Equal(granted[0].Expires, access.Expires));
        Assert.Single(PermissionSetPolicy.Read(aws.Set.InlinePolicy).ToDocument().Statements, statement => (string?)statement["Effect"] == "Deny");
        Assert.Equal((2, 2, 4), (aws.Provider.Log.Count("sso:PutInlinePolicyToPermissionSet"), aws.Provider.Log.Count("sso:ProvisionPermissionSet"), aws.Provider.Log.Count("sso:CreateAccountAssignment")));
    }

    [Fact]
    public async Task Who_has_the_set_without_an_end_is_refused_whichever_way_it_was_come_by()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna with { Duration = null });
        ClientAccessException directly = await Refusal.OfAsync(ClientAccessError.AccessHasNoEnd, () => aws.Provider.GrantAsync(ToAna));
        Assert.Contains("directly", directly.Message, StringComparison.Ordinal);
        Assert.Contains("Revoke-ClientAccess Abc -Tier ReadOnly -User ana", directly.RecommendedAction, StringComparison.Ordinal);

        Principal engineers = aws.Provider.Aws.Directory.AddGroup("Engineers");
        aws.Provider.Aws.Directory.AddMember(engineers, aws.Ben);
        await aws.Provider.GrantAsync(new ClientAccessRequest("Abc", "ReadOnly", PrincipalType.Group, "Engineers"));
        Assert.Contains("group Engineers", (await Refusal.OfAsync(ClientAccessError.AccessHasNoEnd, () => aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben" }))).Message, StringComparison.Ordinal);
        Assert.Equal(ChangeStatus.Created, (await aws.Provider.GrantAsync(ToAna with { PrincipalName = "joe" })).Status);

        aws.Provider.Aws.Center.Assignments.Add(new AccountAssignment("777777777777", aws.Set.State.Arn, PrincipalType.User, aws.Zoe.Id));
        aws.Set.Provisioned["777777777777"] = false;
        Assert.Contains("in account 777777777777", (await Refusal.OfAsync(ClientAccessError.AccessHasNoEnd, () => aws.Provider.GrantAsync(ToAna with { PrincipalName = "zoe" }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_cannot_have_an_end_and_neither_can_too_short_or_too_long_access()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        Assert.Contains("is a group", (await Refusal.OfAsync(ClientAccessError.RequestRejected, () => aws.Provider.GrantAsync(ToAna with { PrincipalType = PrincipalType.Group }))).Message, StringComparison.Ordinal);
        await Refusal.OfAsync(ClientAccessError.InvalidDuration, () => aws.Provider.GrantAsync(ToAna with { Duration = TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1) }));
        await Refusal.OfAsync(ClientAccessError.InvalidDuration, () => aws.Provider.GrantAsync(ToAna with { Duration = TimeSpan.FromDays(365) + TimeSpan.FromSeconds(1) }));
        Assert.Empty(aws.Provider.Log.All);
        Assert.Equal(ChangeStatus.Created, (await aws.Provider.GrantAsync(ToAna with { Duration = TimeSpan.FromMinutes(15) })).Status);
        Assert.Equal(ChangeStatus.Updated, (await aws.Provider.GrantAsync(ToAna with { Duration = TimeSpan.FromDays(365) })).Status);
    }

    [Fact]
    public async Task Lasting_access_is_not_given_by_forgetting_the_duration()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);

        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.AccessHasEnd, () => aws.Provider.GrantAsync(ToAna with { Duration = null }));

        Assert.Contains("2026-11-25 16:00:00Z", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Revoke-ClientAccess Abc -Tier ReadOnly -User ana", refusal.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(aws.Ends);
    }

    [Fact]
    public async Task Lasting_access_after_a_revocation_takes_the_end_out_first()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben", Duration = null });
        await aws.Provider.GrantAsync(ToAna);
        await aws.Provider.RevokeAsync(ToAna);
        aws.Provider.Log.Clear();

        IChange<ClientAccess> change = await aws.Provider.NewGrants().PlanAsync(ToAna with { Duration = null }, aws.Provider.Activity, FakeProvider.Cancellation);
        Assert.Equal("take the end of the earlier access of user ana (2026-11-25 16:00:00Z) out of its policy, grant it to user ana", change.Action);
        ClientAccess granted = await change.ApplyAsync(aws.Provider.Activity, FakeProvider.Cancellation);

        Assert.Equal((ChangeStatus.Created, null), (granted.Status, granted.Expires));
        Assert.Empty(aws.Ends);
        Assert.Equal(["sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet", "sso:CreateAccountAssignment"], aws.Provider.Log.Writes);
        Assert.Null(aws.Provider.Inventory.Grants.Single(grant => grant.Name == "ana").Expires);
    }

    [Fact]
    public async Task Lasting_access_in_place_of_access_that_is_over_keeps_the_assignment()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        aws.Now += TimeSpan.FromHours(5);
        aws.Provider.Log.Clear();

        Assert.Equal(ChangeStatus.Updated, (await aws.Provider.GrantAsync(ToAna with { Duration = null })).Status);
        Assert.Empty(aws.Ends);
        Assert.Equal(["sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet"], aws.Provider.Log.Writes);
        Assert.Equal(ChangeStatus.Unchanged, (await aws.Provider.GrantAsync(ToAna with { Duration = null })).Status);
    }

    [Fact]
    public async Task Accepted_and_not_waited_for_is_running_too()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben", Duration = null });
        Assert.Equal(ChangeStatus.Created, (await aws.Provider.GrantAsync(ToAna with { Wait = false })).Status);
        // Identity Center does not list it yet.
        aws.Provider.Aws.Center.Assignments.RemoveAll(assignment => assignment.PrincipalId == aws.Ana.Id);

        await Refusal.OfAsync(ClientAccessError.AccessHasEnd, () => aws.Provider.GrantAsync(ToAna with { Duration = null }));
        Assert.Equal(aws.Now.AddHours(4), (await aws.Provider.GrantAsync(ToAna with { Duration = TimeSpan.FromHours(1) })).Expires);
    }

    [Fact]
    public async Task A_group_is_warned_about_a_member_whom_an_end_will_keep_out()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben" });
        Principal engineers = aws.Provider.Aws.Directory.AddGroup("Engineers");
        aws.Provider.Aws.Directory.AddMember(engineers, aws.Ana);

        await aws.Provider.GrantAsync(new ClientAccessRequest("Abc", "ReadOnly", PrincipalType.Group, "Engineers"));

        string warning = Assert.Single(aws.Provider.Activity.Warnings);
        Assert.Contains("User ana is a member of group Engineers", warning, StringComparison.Ordinal);
        Assert.Contains("2026-11-25 16:00:00Z", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_where_nobodys_access_ends_costs_no_request_more()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        aws.Provider.Aws.Directory.AddGroup("Engineers");
        await aws.Provider.GrantAsync(new ClientAccessRequest("Abc", "ReadOnly", PrincipalType.Group, "Engineers"));
        Assert.Equal(0, aws.Provider.Log.Count("sso:GetInlinePolicyForPermissionSet"));
    }

    [Fact]
    public async Task A_policy_that_has_no_room_is_refused_before_anything_is_changed()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        PermissionSetPolicy full = PermissionSetPolicy.Read(aws.Set.InlinePolicy);
        for (int number = 0; full.ToDocument().Size < PermissionSetPolicy.Limit - 300; number++)
            full = full.With(AccessEnd.Of(new Principal(PrincipalType.User, $"user-{number:D4}-of-many", $"user-{number}"), aws.Now.AddMinutes(number)));
        aws.Set.InlinePolicy = full.ToDocument().ToString();
        for (int number = 0; full.ToDocument().Size < PermissionSetPolicy.Limit - 100; number++) full = full.With($"arn:aws:iam::{number:D12}:role/x");
        aws.Set.InlinePolicy = full.ToDocument().ToString();

        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.PolicyTooLong, () => aws.Provider.GrantAsync(ToAna));

        Assert.Contains("Revoke-ClientAccess -Expired", refusal.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(aws.Provider.Log.Writes);
    }

    [Fact]
    public async Task A_second_account_that_joins_in_between_loses_no_end_and_no_end_loses_it()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.UpdateAsync(inventory => inventory.WithAccount("Abc", FakeProvider.Second));
        IChange<ClientPermissionSet> joining = await aws.Provider.NewPermissionSets().PlanAsync(new ClientPermissionSetRequest("Abc", "ReadOnly") { AccountId = FakeProvider.Second }, aws.Provider.Activity, FakeProvider.Cancellation);
        IChange<ClientAccess> granting = await aws.Provider.NewGrants().PlanAsync(ToAna, aws.Provider.Activity, FakeProvider.Cancellation);

        await granting.ApplyAsync(aws.Provider.Activity, FakeProvider.Cancellation);
        await joining.ApplyAsync(aws.Provider.Activity, FakeProvider.Cancellation);

        Assert.Single(aws.Ends);
        Assert.Equal(2, PermissionSetPolicy.Read(aws.Set.InlinePolicy).RoleArns.Count);
        Assert.False(aws.Set.Provisioned[FakeProvider.Home]);
    }

    [Fact]
    public async Task An_end_that_somebody_overwrites_at_the_same_time_lets_nobody_in()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben", Duration = null });
        string theirs = aws.Set.InlinePolicy!;
        var overwritten = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        aws.Provider.Log.Hold("sso:ProvisionPermissionSet", overwritten.Task);
        Task<ClientAccess> granting = aws.Provider.GrantAsync(ToAna);
        while (aws.Provider.Log.Count("sso:ProvisionPermissionSet") == 0) await Task.Delay(5, FakeProvider.Cancellation);
        aws.Set.InlinePolicy = theirs;
        overwritten.SetResult();

        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.ChangeInProgress, () => granting);

        Assert.Contains("Somebody else changed the policy", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Not done: put the end of user ana into the set's policy and provision it, grant it to user ana.", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(aws.Provider.Aws.Center.Assignments, assignment => assignment.PrincipalId == aws.Ana.Id);
    }

    [Theory]
    [InlineData("sso:PutInlinePolicyToPermissionSet")]
    [InlineData("sso:ProvisionPermissionSet")]
    [InlineData("sso:CreateAccountAssignment")]
    public async Task A_step_that_fails_leaves_nobody_in_without_an_end_and_the_next_run_finishes_it(string operation)
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben", Duration = null });
        aws.Provider.Log.Fail(operation, ClientAccessError.ServiceUnavailable);

        ClientAccessException failure = await Refusal.OfAsync(ClientAccessError.ServiceUnavailable, () => aws.Provider.GrantAsync(ToAna));

        Assert.Contains("grant it to user ana", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(aws.Provider.Aws.Center.Assignments, assignment => assignment.PrincipalId == aws.Ana.Id);
        Assert.Equal(ChangeStatus.Created, (await aws.Provider.GrantAsync(ToAna)).Status);
        Assert.Single(aws.Ends);
        Assert.False(aws.Set.Provisioned[FakeProvider.Home]);
    }

    [Fact]
    public async Task A_grant_that_stands_over_a_policy_that_was_not_provisioned_is_finished()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        aws.Set.Provisioned[FakeProvider.Home] = true;
        aws.Provider.Log.Clear();

        Assert.Equal(ChangeStatus.Updated, (await aws.Provider.GrantAsync(ToAna with { Duration = TimeSpan.FromHours(1) })).Status);
        Assert.Equal(["sso:ProvisionPermissionSet"], aws.Provider.Log.Writes);
    }

    [Fact]
    public async Task A_lasting_grant_over_a_policy_that_was_not_provisioned_provisions_it_first()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben", Duration = null });
        aws.Set.Provisioned[FakeProvider.Home] = true;
        aws.Provider.Log.Clear();

        Assert.Equal(ChangeStatus.Created, (await aws.Provider.GrantAsync(ToAna with { Duration = null })).Status);
        Assert.Equal(["sso:ProvisionPermissionSet", "sso:CreateAccountAssignment"], aws.Provider.Log.Writes);
    }

    [Fact]
    public async Task Who_has_access_is_listed_with_its_end_as_AWS_has_it()
    {
        using Rehearsed aws = await Rehearsed.StartAsync();
        await aws.Provider.GrantAsync(ToAna);
        await aws.Provider.GrantAsync(ToAna with { PrincipalName = "ben", Duration = null });
        await aws.Provider.UpdateAsync(inventory => inventory with { Grants = [] });

        var listed = new List<(string, DateTimeOffset?)>();
        await foreach (ClientAccess access in aws.Provider.NewGrants().ListAsync("Abc", "ReadOnly", FakeProvider.Cancellation)) listed.Add((access.PrincipalName, access.Expires));

        Assert.Equal([("ana", aws.Now.AddHours(4)), ("ben", null)], listed);
    }
}
