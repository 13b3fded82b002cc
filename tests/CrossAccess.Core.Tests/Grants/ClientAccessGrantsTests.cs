namespace CrossAccess.Core.Tests;

public sealed class ClientAccessGrantsTests
{
    private static ClientAccessRequest ToGroup { get; } = new("Abc", "ReadOnly", PrincipalType.Group, "Engineers");

    [Fact]
    public async Task A_grant_assigns_the_set_on_home_and_is_recorded_by_name()
    {
        using FakeProvider provider = await StartAsync();
        Principal group = provider.Aws.Directory.AddGroup("Engineers");
        ClientAccess granted = await provider.GrantAsync(ToGroup with { AccountId = FakeProvider.Remote, Reason = "on call" });

        Assert.Equal((ChangeStatus.Created, "AbcReadOnly", "Engineers", group.Id), (granted.Status, granted.PermissionSetName, granted.PrincipalName, granted.PrincipalId));
        Assert.Equal([new AccountAssignment(FakeProvider.Home, provider.Aws.Center.Named("AbcReadOnly").State.Arn, PrincipalType.Group, group.Id)], provider.Aws.Center.Assignments);
        InventoryGrant recorded = Assert.Single(provider.Inventory.Grants);
        Assert.Equal(("Abc", "ReadOnly", "Engineers", "on call"), (recorded.Client, recorded.Tier, recorded.Name, recorded.Reason));
    }

    [Fact]
    public async Task A_grant_that_stands_is_Unchanged_and_writes_nothing()
    {
        using FakeProvider provider = await StartAsync();
        provider.Aws.Directory.AddGroup("Engineers");
        await provider.GrantAsync(ToGroup);
        provider.Log.Clear();

        IChange<ClientAccess> change = await provider.NewGrants().PlanAsync(ToGroup, provider.Activity, FakeProvider.Cancellation);
        Assert.Null(change.Action);
        Assert.Equal(ChangeStatus.Unchanged, (await change.ApplyAsync(provider.Activity, FakeProvider.Cancellation)).Status);
        Assert.Empty(provider.Log.Writes);
    }

    [Fact]
    public async Task An_accepted_assignment_that_fails_later_is_an_error_with_AWSs_reason_and_not_recorded()
    {
        using FakeProvider provider = await StartAsync();
        provider.Aws.Directory.AddGroup("Engineers");
        provider.Aws.Center.FailureReason = "role quota of the account is used up";
        ClientAccessException failure = await Refusal.OfAsync(ClientAccessError.AssignmentFailed, () => provider.GrantAsync(ToGroup));
        Assert.Contains("role quota of the account is used up", failure.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Inventory.Grants);
    }

    [Fact]
    public async Task Without_waiting_the_grant_is_Requested()
    {
        using FakeProvider provider = await StartAsync();
        provider.Aws.Directory.AddGroup("Engineers");
        provider.Aws.Center.HoldsRequests = true;
        Assert.Equal(ChangeStatus.Requested, (await provider.GrantAsync(ToGroup with { Wait = false })).Status);
        Assert.DoesNotContain(provider.Log.All, sent => sent.StartsWith("sso:Describe request", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_user_is_found_by_name_first_and_by_e_mail_address_then()
    {
        using FakeProvider provider = await StartAsync();
        Principal byName = provider.Aws.Directory.AddUser("jane@acme.example");
        Principal byEmail = provider.Aws.Directory.AddUser("joe", "joe.bloggs@acme.example");
        Assert.Equal(byName.Id, (await provider.GrantAsync(ToUser(" jane@acme.example "))).PrincipalId);
        Assert.Equal(0, provider.Log.Count("identitystore:GetUserId by e-mail"));
        ClientAccess granted = await provider.GrantAsync(ToUser("joe.bloggs@acme.example"));
        Assert.Equal((byEmail.Id, "joe"), (granted.PrincipalId, granted.PrincipalName));
        await Refusal.OfAsync(ClientAccessError.UserNotFound, () => provider.GrantAsync(ToUser("nobody")));
        Assert.Equal(1, provider.Log.Count("identitystore:GetUserId by e-mail"));
    }

    [Fact]
    public async Task A_name_that_is_not_there_is_answered_with_near_ones_and_grants_nothing()
    {
        using FakeProvider provider = await StartAsync();
        provider.Aws.Directory.AddGroup("Engineers");
        provider.Aws.Directory.AddGroup("Finance");
        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.GroupNotFound, () => provider.GrantAsync(ToGroup with { PrincipalName = "engineer" }));
        Assert.Contains("Did you mean 'Engineers'?", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Aws.Center.Assignments);
    }

    [Fact]
    public async Task A_name_that_means_two_groups_is_refused()
    {
        using FakeProvider provider = await StartAsync();
        provider.Aws.Directory.AddGroup("Engineers", "id-one");
        provider.Aws.Directory.AddGroup("Engineers", "id-two");
        Assert.Contains("id-one, id-two", (await Refusal.OfAsync(ClientAccessError.GroupAmbiguous, () => provider.GrantAsync(ToGroup))).Message, StringComparison.Ordinal);
        Assert.Empty(provider.Aws.Center.Assignments);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_per_command_and_anew_by_the_next()
    {
        using FakeProvider provider = await StartAsync();
        Principal old = provider.Aws.Directory.AddGroup("Engineers", "old-id");
        ClientAccessGrants command = provider.NewGrants();
        await command.PlanAsync(ToGroup, provider.Activity, FakeProvider.Cancellation);
        await command.PlanAsync(ToGroup, provider.Activity, FakeProvider.Cancellation);
        Assert.Equal(1, provider.Log.Count("identitystore:ListGroups by DisplayName"));

        provider.Aws.Directory.Remove(old);
        provider.Aws.Directory.AddGroup("Engineers", "new-id");
        Assert.Equal("new-id", (await provider.GrantAsync(ToGroup)).PrincipalId);
    }

    [Fact]
    public async Task A_set_that_is_only_planned_can_be_planned_on_but_not_granted()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        provider.Aws.Directory.AddGroup("Engineers");
        await Refusal.OfAsync(ClientAccessError.PermissionSetNotFound, () => provider.GrantAsync(ToGroup));
        IChange<ClientAccess> change = await provider.NewGrants().PlanAsync(ToGroup with { SetMayBePlanned = true }, provider.Activity, FakeProvider.Cancellation);
        Assert.Equal(ChangeStatus.Planned, change.Preview.Status);
        await Refusal.OfAsync(ClientAccessError.PermissionSetNotFound, () => change.ApplyAsync(provider.Activity, FakeProvider.Cancellation));
        Assert.Empty(provider.Log.Writes);
    }

    [Fact]
    public async Task Two_rows_for_one_grant_assign_once()
    {
        using FakeProvider provider = await StartAsync();
        provider.Aws.Directory.AddGroup("Engineers");
        ClientAccessGrants command = provider.NewGrants();
        IChange<ClientAccess> first = await command.PlanAsync(ToGroup, provider.Activity, FakeProvider.Cancellation);
        IChange<ClientAccess> second = await command.PlanAsync(ToGroup, provider.Activity, FakeProvider.Cancellation);
        ClientAccess[] results = await Task.WhenAll(first.ApplyAsync(provider.Activity, FakeProvider.Cancellation), second.ApplyAsync(provider.Activity, FakeProvider.Cancellation));
        Assert.Equal([ChangeStatus.Created, ChangeStatus.Unchanged], results.Select(access => access.Status!.Value).Order());
        Assert.Equal(1, provider.Log.Count("sso:CreateAccountAssignment"));
    }

    [Fact]
    public async Task A_conflict_is_tried_again()
    {
        using FakeProvider provider = await StartAsync();
        provider.Aws.Directory.AddGroup("Engineers");
        provider.Log.Fail("sso:CreateAccountAssignment", ClientAccessError.ChangeInProgress);
        Assert.Equal(ChangeStatus.Created, (await provider.GrantAsync(ToGroup)).Status);
        Assert.Equal(2, provider.Log.Count("sso:CreateAccountAssignment"));
    }

    [Fact]
    public async Task Revoking_takes_the_assignment_away_and_forgets_the_grant()
    {
        using FakeProvider provider = await StartAsync();
        provider.Aws.Directory.AddGroup("Engineers");
        await provider.GrantAsync(ToGroup);
        Assert.Equal(ChangeStatus.Removed, (await provider.RevokeAsync(ToGroup)).Status);
        Assert.Empty(provider.Aws.Center.Assignments);
        Assert.Empty(provider.Inventory.Grants);
        provider.Log.Clear();
        Assert.Equal(ChangeStatus.Unchanged, (await provider.RevokeAsync(ToGroup)).Status);
        Assert.Empty(provider.Log.Writes);
    }

    [Fact]
    public async Task A_revocation_that_fails_says_that_the_access_still_stands()
    {
        using FakeProvider provider = await StartAsync();
        provider.Aws.Directory.AddGroup("Engineers");
        await provider.GrantAsync(ToGroup);
        provider.Aws.Center.FailureReason = "busy";
        Assert.Contains("still stands", (await Refusal.OfAsync(ClientAccessError.AssignmentFailed, () => provider.RevokeAsync(ToGroup))).Message, StringComparison.Ordinal);
        Assert.Single(provider.Inventory.Grants);
    }

    [Fact]
    public async Task Who_has_access_is_listed_by_name_and_who_is_gone_by_id()
    {
        using FakeProvider provider = await StartAsync();
        Principal leaver = provider.Aws.Directory.AddUser("leaver");
        provider.Aws.Directory.AddGroup("Engineers");
        await provider.GrantAsync(ToGroup);
        await provider.GrantAsync(ToUser("leaver"));
        provider.Aws.Directory.Remove(leaver);

        var names = new List<string>();
        await foreach (ClientAccess access in provider.NewGrants().ListAsync("abc", "readonly", FakeProvider.Cancellation)) names.Add(access.PrincipalName);
        Assert.Equal(["Engineers", $"(gone: {leaver.Id})"], names);
    }

    [Fact]
    public async Task Fifteen_assignments_are_outstanding_at_most()
    {
        // The gate is the process's, one for each instance: this instance is no other test's.
        const string instance = "arn:aws:sso:::instance/ssoins-1515151515151515";
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var fifteen = new CountdownEvent(15);
        int inside = 0;
        int most = 0;
        Task<int>[] all = [.. Enumerable.Range(0, 40).Select(i => AssignmentGate.RunAsync(
            instance,
            async () =>
            {
                int now = Interlocked.Increment(ref inside);
                lock (fifteen) most = Math.Max(most, now);
                if (i < 15) fifteen.Signal();
                await release.Task;
                Interlocked.Decrement(ref inside);
                return i;
            },
            FakeProvider.Cancellation))];

        // The first fifteen are inside by now, and whoever is not waits without having started.
        Assert.True(fifteen.IsSet);
        Assert.Equal(15, most);
        release.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(15, most);
    }

    private static ClientAccessRequest ToUser(string name) => new("Abc", "ReadOnly", PrincipalType.User, name);

    private static async Task<FakeProvider> StartAsync()
    {
        FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.MakeSetAsync(new ClientPermissionSetRequest("Abc", "ReadOnly"));
        provider.Log.Clear();
        return provider;
    }
}
