namespace CrossAccess.Core.Tests;

public sealed class ClientPermissionSetsTests
{
    private const string SecondRole = "arn:aws:iam::333333333333:role/acme-read-only";

    private static ClientPermissionSetRequest Request { get; } = new("Abc", "ReadOnly") { AccountId = FakeProvider.Remote };

    [Fact]
    public async Task A_new_set_costs_two_requests_and_is_recorded_and_tagged()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        ClientPermissionSet made = await provider.MakeSetAsync(Request);

        Assert.Equal(["sts:GetCallerIdentity", "sso:CreatePermissionSet", "sso:PutInlinePolicyToPermissionSet"], provider.Log.All);
        Assert.Equal((ChangeStatus.Created, "AbcReadOnly", FakeProvider.RoleArnOfAbc), (made.Status, made.PermissionSetName, made.RoleArn));
        FakePermissionSet set = provider.Aws.Center.Named("AbcReadOnly");
        Assert.Equal([FakeProvider.RoleArnOfAbc], PermissionSetPolicy.Read(set.InlinePolicy).RoleArns);
        Assert.Equal(TimeSpan.FromHours(1), set.State.SessionDuration);
        Assert.Equal(["Abc", "acme", "ReadOnly"], set.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Value));
        Assert.Equal(made.PermissionSetArn, provider.Inventory.Clients["Abc"].PermissionSets["ReadOnly"]);
    }

    [Fact]
    public async Task Planning_changes_nothing()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        IChange<ClientPermissionSet> change = await provider.NewPermissionSets().PlanAsync(Request, provider.Activity, FakeProvider.Cancellation);
        Assert.Equal($"create the permission set over {FakeProvider.RoleArnOfAbc}", change.Action);
        Assert.Equal((ChangeStatus.Planned, null), (change.Preview.Status, change.Preview.PermissionSetArn));
        Assert.Empty(provider.Log.Writes);
    }

    [Fact]
    public async Task A_recorded_set_that_is_as_wanted_is_Unchanged_by_three_reads()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.MakeSetAsync(Request);
        provider.Log.Clear();

        Assert.Equal(ChangeStatus.Unchanged, (await provider.MakeSetAsync(Request)).Status);
        Assert.Equal(["sts:GetCallerIdentity", "sso:DescribePermissionSet", "sso:GetInlinePolicyForPermissionSet", "sso:ListAccountsForProvisionedPermissionSet outdated"], provider.Log.All);
    }

    [Fact]
    public async Task A_set_whose_name_is_taken_is_found_by_name_and_Unchanged_when_it_is_as_wanted()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.MakeSetAsync(Request);
        await provider.UpdateAsync(inventory => inventory.WithPermissionSet("Abc", "ReadOnly", null));
        provider.Log.Clear();

        ClientPermissionSet found = await provider.MakeSetAsync(Request);
        Assert.Equal(ChangeStatus.Unchanged, found.Status);
        Assert.Equal(["sso:CreatePermissionSet"], provider.Log.Writes);
        Assert.Equal(found.PermissionSetArn, provider.Inventory.Clients["Abc"].PermissionSets["ReadOnly"]);
    }

    [Fact]
    public async Task A_set_whose_name_is_taken_by_another_is_refused_and_left_alone_until_it_is_adopted()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        FakePermissionSet foreign = provider.Aws.Center.Add("AbcReadOnly", """{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""");

        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.PermissionSetExists, () => provider.MakeSetAsync(Request));
        Assert.Contains("-Adopt", refusal.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(["sso:CreatePermissionSet"], provider.Log.Writes);
        Assert.Empty(provider.Inventory.Clients["Abc"].PermissionSets);

        Assert.Equal(ChangeStatus.Updated, (await provider.MakeSetAsync(Request with { Adopt = true })).Status);
        Assert.Equal("acme", foreign.Tags["crossaccess:company"]);
        Assert.Contains("s3:*", foreign.InlinePolicy, StringComparison.Ordinal);
        Assert.Equal([FakeProvider.RoleArnOfAbc], PermissionSetPolicy.Read(foreign.InlinePolicy).RoleArns);
    }

    [Fact]
    public async Task A_set_that_is_as_wanted_but_untagged_becomes_ours_by_adopting_it_alone()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.MakeSetAsync(Request);
        FakePermissionSet set = provider.Aws.Center.Named("AbcReadOnly");
        set.Tags.Clear();
        provider.Log.Clear();

        Assert.Equal(ChangeStatus.Unchanged, (await provider.MakeSetAsync(Request)).Status);
        Assert.Equal(ChangeStatus.Updated, (await provider.MakeSetAsync(Request with { Adopt = true })).Status);
        Assert.Equal(["sso:TagResource"], provider.Log.Writes);
        Assert.Equal(ChangeStatus.Unchanged, (await provider.MakeSetAsync(Request with { Adopt = true })).Status);
    }

    [Fact]
    public async Task A_second_account_joins_the_clients_set()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.MakeSetAsync(Request);
        provider.Log.Clear();

        ClientPermissionSet joined = await provider.MakeSetAsync(Request with { AccountId = FakeProvider.Second });
        Assert.Equal((ChangeStatus.Updated, FakeProvider.Second, SecondRole), (joined.Status, joined.AccountId, joined.RoleArn));
        Assert.Equal([FakeProvider.RoleArnOfAbc, SecondRole], joined.AssumableRoleArn);
        Assert.Equal(["sso:PutInlinePolicyToPermissionSet"], provider.Log.Writes);
        Assert.Equal([FakeProvider.Remote, FakeProvider.Second], provider.Inventory.Clients["Abc"].Accounts.Select(account => account.Id));
    }

    [Fact]
    public async Task Without_an_account_the_set_reaches_all_of_the_clients()
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory.WithAccount("Abc", FakeProvider.Remote).WithAccount("Abc", FakeProvider.Second));
        ClientPermissionSet made = await provider.MakeSetAsync(new ClientPermissionSetRequest("abc", "readonly"));
        Assert.Equal([FakeProvider.RoleArnOfAbc, SecondRole], made.AssumableRoleArn);
    }

    [Fact]
    public async Task Two_rows_for_two_accounts_of_one_client_end_in_one_set_with_both()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        ClientPermissionSets sets = provider.NewPermissionSets();
        IChange<ClientPermissionSet> first = await sets.PlanAsync(Request, provider.Activity, FakeProvider.Cancellation);
        IChange<ClientPermissionSet> second = await sets.PlanAsync(Request with { AccountId = FakeProvider.Second }, provider.Activity, FakeProvider.Cancellation);
        Assert.All([first, second], change => Assert.StartsWith("create", change.Action, StringComparison.Ordinal));

        ClientPermissionSet[] results = await Task.WhenAll(first.ApplyAsync(provider.Activity, FakeProvider.Cancellation), second.ApplyAsync(provider.Activity, FakeProvider.Cancellation));
        Assert.Equal([ChangeStatus.Created, ChangeStatus.Updated], results.Select(set => set.Status!.Value).Order());
        Assert.Equal(1, provider.Log.Count("sso:CreatePermissionSet"));
        Assert.Equal([FakeProvider.RoleArnOfAbc, SecondRole], PermissionSetPolicy.Read(provider.Aws.Center.Named("AbcReadOnly").InlinePolicy).RoleArns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_changed_set_is_provisioned_where_it_is_provisioned_already()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.MakeSetAsync(Request);
        provider.Aws.Center.Named("AbcReadOnly").Provisioned[FakeProvider.Home] = false;
        provider.Log.Clear();

        await provider.MakeSetAsync(Request with { AccountId = FakeProvider.Second });
        Assert.Equal(["sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet"], provider.Log.Writes);
        Assert.False(provider.Aws.Center.Named("AbcReadOnly").Provisioned[FakeProvider.Home]);
    }

    [Fact]
    public async Task A_run_that_stopped_before_provisioning_is_finished_by_the_next()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.MakeSetAsync(Request);
        provider.Aws.Center.Named("AbcReadOnly").Provisioned[FakeProvider.Home] = false;
        provider.Log.Fail("sso:ProvisionPermissionSet", ClientAccessError.RequestThrottled);
        ClientAccessException failure = await Refusal.OfAsync(ClientAccessError.RequestThrottled, () => provider.MakeSetAsync(Request with { AccountId = FakeProvider.Second }));
        Assert.Contains("Not done: provision it", failure.Message, StringComparison.Ordinal);

        provider.Log.Clear();
        Assert.Equal(ChangeStatus.Updated, (await provider.MakeSetAsync(Request with { AccountId = FakeProvider.Second })).Status);
        Assert.Equal(["sso:ProvisionPermissionSet"], provider.Log.Writes);
    }

    [Fact]
    public async Task A_provisioning_that_fails_later_is_an_error_with_AWSs_reason()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.MakeSetAsync(Request);
        provider.Aws.Center.Named("AbcReadOnly").Provisioned[FakeProvider.Home] = false;
        provider.Aws.Center.FailureReason = "the account is closed";
        Assert.Contains("the account is closed", (await Refusal.OfAsync(ClientAccessError.ProvisioningFailed, () => provider.MakeSetAsync(Request with { AccountId = FakeProvider.Second }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_session_keeps_relay_state_and_description()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.MakeSetAsync(Request with { Description = "as told" });
        FakePermissionSet set = provider.Aws.Center.Named("AbcReadOnly");
        set.State = set.State with { RelayState = "https://console.aws.amazon.com/s3" };

        ClientPermissionSet updated = await provider.MakeSetAsync(Request with { SessionDuration = TimeSpan.FromHours(4) });
        Assert.Equal((ChangeStatus.Updated, TimeSpan.FromHours(4)), (updated.Status, updated.SessionDuration));
        Assert.Equal(("as told", "https://console.aws.amazon.com/s3", TimeSpan.FromHours(4)), (set.State.Description, set.State.RelayState, set.State.SessionDuration));
        Assert.Equal(ChangeStatus.Unchanged, (await provider.MakeSetAsync(Request)).Status);
    }

    [Fact]
    public async Task A_set_made_without_its_policy_is_recorded_and_the_next_run_finishes_it()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        provider.Log.Fail("sso:PutInlinePolicyToPermissionSet", ClientAccessError.ServiceUnavailable);
        ClientAccessException failure = await Refusal.OfAsync(ClientAccessError.ServiceUnavailable, () => provider.MakeSetAsync(Request));
        Assert.Contains("allows nothing yet", failure.Message, StringComparison.Ordinal);

        provider.Log.Clear();
        Assert.Equal(ChangeStatus.Updated, (await provider.MakeSetAsync(Request)).Status);
        Assert.Equal(["sso:PutInlinePolicyToPermissionSet"], provider.Log.Writes);
    }

    [Fact]
    public async Task A_conflict_with_an_earlier_write_is_tried_again()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        provider.Log.Fail("sso:PutInlinePolicyToPermissionSet", ClientAccessError.ChangeInProgress);
        Assert.Equal(ChangeStatus.Created, (await provider.MakeSetAsync(Request)).Status);
        Assert.Equal(2, provider.Log.Count("sso:PutInlinePolicyToPermissionSet"));
    }

    [Fact]
    public async Task A_record_of_another_instance_or_of_another_name_is_not_followed()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.UpdateAsync(inventory => inventory.WithPermissionSet("Abc", "ReadOnly", "arn:aws:sso:::permissionSet/ssoins-9999999999999999/ps-0000000000000001"));
        await provider.MakeSetAsync(Request);
        Assert.Equal(0, provider.Log.Count("sso:DescribePermissionSet"));

        await provider.UpdateAsync(inventory => inventory.WithPermissionSet("Abc", "ReadOnly", provider.Aws.Center.Add("SomethingElse").State.Arn));
        Assert.Equal(provider.Aws.Center.Named("AbcReadOnly").State.Arn, (await provider.MakeSetAsync(Request)).PermissionSetArn);
        Assert.Null(provider.Aws.Center.Named("SomethingElse").InlinePolicy);
    }

    [Fact]
    public async Task A_set_of_a_name_of_its_own_is_found_again_by_its_record()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        ClientPermissionSet made = await provider.MakeSetAsync(Request with { PermissionSetName = "Partners" });

        ClientPermissionSet again = await provider.MakeSetAsync(Request);
        Assert.Equal((made.PermissionSetArn, "Partners", ChangeStatus.Unchanged), (again.PermissionSetArn, again.PermissionSetName, again.Status));
    }

    [Fact]
    public async Task A_statement_of_ours_that_was_changed_by_hand_is_not_touched()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.MakeSetAsync(Request);
        FakePermissionSet set = provider.Aws.Center.Named("AbcReadOnly");
        set.InlinePolicy = set.InlinePolicy!.Replace("\"Sid\":\"CrossAccessAssumeRole\",", "\"Sid\":\"CrossAccessAssumeRole\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}},", StringComparison.Ordinal);

        await Refusal.OfAsync(ClientAccessError.PermissionSetExists, () => provider.MakeSetAsync(Request));
    }

    [Fact]
    public async Task What_is_asked_for_wrongly_is_refused_without_a_request()
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory.WithAccount("Abc", FakeProvider.Remote).WithAccount("Other", FakeProvider.Second));
        await RefusedAsync(ClientAccessError.AccountRecordedElsewhere, Request with { AccountId = FakeProvider.Second });
        await RefusedAsync(ClientAccessError.AccountRecordedElsewhere, Request with { AccountId = null, RoleArn = SecondRole });
        await RefusedAsync(ClientAccessError.InvalidArn, Request with { RoleArn = SecondRole });
        await RefusedAsync(ClientAccessError.InvalidArn, Request with { AccountId = null, RoleArn = $"arn:aws:iam::{FakeProvider.Home}:role/x" });
        await RefusedAsync(ClientAccessError.InvalidArn, Request with { RoleArn = "arn:aws:iam::222222222222:role/*" });
        await RefusedAsync(ClientAccessError.InvalidDuration, Request with { SessionDuration = TimeSpan.FromMinutes(30) });
        await RefusedAsync(ClientAccessError.InvalidDuration, Request with { SessionDuration = TimeSpan.FromHours(13) });
        await RefusedAsync(ClientAccessError.InvalidText, Request with { Description = "日本語" });
        await RefusedAsync(ClientAccessError.InvalidText, Request with { PermissionSetName = "two words" });
        await RefusedAsync(ClientAccessError.ClientNotFound, new ClientPermissionSetRequest("Nobody", "ReadOnly"));

        async Task RefusedAsync(ClientAccessError error, ClientPermissionSetRequest request)
        {
            await Refusal.OfAsync(error, () => provider.MakeSetAsync(request));
            Assert.Empty(provider.Log.All);
        }
    }

    [Fact]
    public async Task A_set_that_is_still_assigned_is_not_removed_and_an_unassigned_one_is()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        ClientPermissionSet set = await provider.MakeSetAsync(Request);
        provider.Aws.Directory.AddGroup("Engineers");
        await provider.GrantAsync(new ClientAccessRequest("Abc", "ReadOnly", PrincipalType.Group, "Engineers"));
        provider.Log.Clear();

        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.ResourceInUse, () => provider.NewPermissionSets().PlanRemovalAsync("Abc", "ReadOnly", FakeProvider.Cancellation));
        Assert.Contains("home account", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Log.Writes);

        provider.Aws.Center.Assignments.Clear();
        IChange<ClientPermissionSet> removal = await provider.NewPermissionSets().PlanRemovalAsync("abc", "readonly", FakeProvider.Cancellation);
        Assert.Equal(ChangeStatus.Planned, removal.Preview.Status);
        Assert.Equal((ChangeStatus.Removed, set.PermissionSetArn), ((await removal.ApplyAsync(provider.Activity, FakeProvider.Cancellation)) is { } removed ? (removed.Status, removed.PermissionSetArn) : default));
        Assert.False(provider.Aws.Center.Has("AbcReadOnly"));
        Assert.Empty(provider.Inventory.Clients["Abc"].PermissionSets);
    }

    [Fact]
    public async Task What_is_recorded_of_a_set_that_has_gone_is_dropped_with_its_grants()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        ClientPermissionSet set = await provider.MakeSetAsync(Request);
        provider.Aws.Directory.AddGroup("Engineers");
        await provider.GrantAsync(new ClientAccessRequest("Abc", "ReadOnly", PrincipalType.Group, "Engineers"));
        provider.Aws.Center.Assignments.Clear();
        await provider.Aws.Center.DeletePermissionSetAsync(set.PermissionSetArn!, FakeProvider.Cancellation);
        provider.Log.Clear();

        IChange<ClientPermissionSet> removal = await provider.NewPermissionSets().PlanRemovalAsync("Abc", "ReadOnly", FakeProvider.Cancellation);

        Assert.Equal(ChangeStatus.Unchanged, (await removal.ApplyAsync(provider.Activity, FakeProvider.Cancellation)).Status);
        Assert.Empty(provider.Log.Writes);
        Assert.Empty(provider.Inventory.Clients["Abc"].PermissionSets);
        Assert.Empty(provider.Inventory.Grants);
    }

    [Fact]
    public async Task A_set_whose_client_was_half_off_boarded_lets_in_again_when_it_is_made_anew()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        ClientPermissionSet set = await provider.MakeSetAsync(Request);
        string before = (await provider.Aws.Center.FindInlinePolicyAsync(set.PermissionSetArn!, FakeProvider.Cancellation))!;
        await provider.Aws.Center.PutInlinePolicyAsync(set.PermissionSetArn!, PermissionSetPolicy.Read(before).DenyingEntry(null).ToDocument().ToString(), FakeProvider.Cancellation);

        Assert.Equal(ChangeStatus.Updated, (await provider.MakeSetAsync(Request)).Status);

        Assert.Equal(before, await provider.Aws.Center.FindInlinePolicyAsync(set.PermissionSetArn!, FakeProvider.Cancellation));
    }

    [Fact]
    public async Task A_set_that_is_not_there_or_not_ours_is_not_removed()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await Refusal.OfAsync(ClientAccessError.PermissionSetNotFound, () => provider.NewPermissionSets().PlanRemovalAsync("Abc", "ReadOnly", FakeProvider.Cancellation));
        provider.Aws.Center.Add("AbcReadOnly");
        await Refusal.OfAsync(ClientAccessError.PermissionSetExists, () => provider.NewPermissionSets().PlanRemovalAsync("Abc", "ReadOnly", FakeProvider.Cancellation));
        Assert.Empty(provider.Log.Writes);
    }
}
