namespace CrossAccess.Core.Tests;

/// <summary>What is found, what it costs, and what adopting it changes.</summary>
public sealed class ClientImportsTests
{
    private const string Abc = FakeProvider.Remote;
    private const string Globex = FakeProvider.Second;
    private const string Tags = "crossaccess:client=AbcCorp, crossaccess:company=acme, crossaccess:tier=ReadOnly";

    private static readonly RemoteCredentials AbcKeys = new RemoteCredentials.Direct(new CredentialSource.Profile("abc"));

    [Fact]
    public async Task What_home_tells_is_proposed_with_client_tier_role_and_holders_and_nothing_is_changed()
    {
        using HandMade made = await HandMade.StartAsync();
        FakePermissionSet set = made.AddSet("ReadOnly-AbcCorp", HandMade.RoleArn(Abc, "msp/Readers"));
        made.Grant(set, "Engineers");
        made.Assign(set, made.Provider.Aws.Directory.AddUser("ana"));
        byte[] before = File.ReadAllBytes(made.Provider.File.Path);

        ImportPlan plan = await made.PlanAsync();

        ImportedAccess row = Assert.Single(HandMade.Rows(plan));
        Assert.Equal(("AbcCorp", Abc, "ReadOnly", HandMade.RoleArn(Abc, "msp/Readers")), (row.Client, row.AccountId, row.Tier, row.RoleArn));
        Assert.Equal(("ReadOnly-AbcCorp", set.State.Arn, "Engineers", "ana"), (row.PermissionSetName, row.PermissionSetArn, row.Group, row.User));
        Assert.Equal((ChangeStatus.Planned, false), (row.Status, row.RoleRead));
        Assert.Null(row.Reason);
        Assert.Equal(("AbcCorp", "tag and record 1 permission set and 1 role"), (plan.Changes[0].Target, plan.Changes[0].Action));
        Assert.Empty(made.Provider.Log.Writes);
        Assert.Equal(before, File.ReadAllBytes(made.Provider.File.Path));
    }

    [Fact]
    public async Task Adopting_tags_and_records_and_touches_nothing_else()
    {
        using HandMade made = await HandMade.StartAsync();
        FakePermissionSet set = made.AddSet("ReadOnly-AbcCorp", HandMade.RoleArn(Abc, "Readers"));
        made.Grant(set, "Engineers");
        FakeRole role = made.AddRole(Abc, "Readers");
        string? policy = set.InlinePolicy;

        ImportedAccess row = Assert.Single(await made.ImportAsync(new ImportRequest { Credentials = AbcKeys }));

        Assert.Equal((ChangeStatus.Adopted, true), (row.Status, row.RoleRead));
        Assert.Equal(["sso:TagResource", "iam:TagRole"], made.Provider.Log.Writes);
        Assert.Equal(Tags, string.Join(", ", set.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}")));
        Assert.Equal(Tags, string.Join(", ", role.Role.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}")));
        Assert.Equal((policy, HandMade.Trust, "ReadOnly-AbcCorp"), (set.InlinePolicy, role.Role.TrustPolicy, set.State.Name));
        InventoryClient client = made.Inventory.Clients["AbcCorp"];
        Assert.Equal((set.State.Arn, "ReadOnly-AbcCorp"), (client.PermissionSets["ReadOnly"], client.PermissionSetNames!["ReadOnly"]));
        Assert.Equal(HandMade.RoleArn(Abc, "Readers"), client.Accounts.Single().Roles["ReadOnly"].Arn);
        Assert.Equal(("AbcCorp", "ReadOnly", PrincipalType.Group, "Engineers"), made.Inventory.Grants.Single() is var grant ? (grant.Client, grant.Tier, grant.Type, grant.Name) : default);
    }

    [Fact]
    public async Task A_second_run_is_Unchanged_and_changes_nothing()
    {
        using HandMade made = await HandMade.StartAsync();
        made.Grant(made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers")), "Engineers");
        made.AddRole(Abc, "Readers");
        await made.ImportAsync(new ImportRequest { Credentials = AbcKeys });
        made.Provider.Log.Clear();

        ImportPlan again = await made.PlanAsync(new ImportRequest { Credentials = AbcKeys });

        Assert.Null(again.Changes.Single().Action);
        Assert.Equal(ChangeStatus.Unchanged, Assert.Single(await made.ImportAsync()).Status);
        Assert.Empty(made.Provider.Log.Writes);
    }

    [Fact]
    public async Task What_has_been_added_since_is_an_update()
    {
        using HandMade made = await HandMade.StartAsync();
        FakePermissionSet set = made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        await made.ImportAsync();
        made.AddRole(Abc, "Readers");
        made.Grant(set, "Support");
        made.Provider.Log.Clear();

        ImportedAccess row = Assert.Single(await made.ImportAsync(new ImportRequest { Credentials = AbcKeys }));

        Assert.Equal(ChangeStatus.Updated, row.Status);
        Assert.Equal(["iam:TagRole"], made.Provider.Log.Writes);
        Assert.Equal("Support", made.Inventory.Grants.Single().Name);
    }

    [Fact]
    public async Task Five_hundred_sets_are_read_by_two_requests_each_and_a_handful_besides()
    {
        using HandMade made = await HandMade.StartAsync();
        Principal engineers = made.Provider.Aws.Directory.AddGroup("Engineers");
        for (int number = 0; number < 500; number++) made.Assign(made.AddSet($"Client{number:D3}-ReadOnly", HandMade.RoleArn($"{200000000000 + number}", "Readers")), engineers);

        Assert.Equal(500, (await made.ProposeAsync()).Count(row => row.Status == ChangeStatus.Planned));

        Assert.Equal(
            [
                "iam:GetAccountAuthorizationDetails 1", "identitystore:Describe 1", "sso:DescribePermissionSet 500", "sso:ListAccountAssignments 500",
                "sso:ListPermissionSetsProvisionedToAccount 5", "sso:ListPermissionSetsProvisionedToAccount outdated 1", "sts:GetCallerIdentity 2",
            ],
            Counts(made));
        made.Provider.Log.Clear();
        await made.ImportAsync();
        Assert.Equal(["sso:ListTagsForResource 500", "sso:TagResource 500"], Counts(made).Where(count => count.Contains("Tag", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sets_that_are_no_clients_cost_nothing_but_the_search_for_those_that_are()
    {
        using HandMade made = await HandMade.StartAsync();
        for (int number = 0; number < 50; number++) made.AddSetWithPolicy($"Home{number}", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""");
        made.AddSetWithPolicy("HomeAdmin", null, "arn:aws:iam::aws:policy/AdministratorAccess");

        Assert.Empty(await made.ProposeAsync());
        Assert.Equal(0, made.Provider.Log.Count("sso:DescribePermissionSet"));
    }

    [Fact]
    public async Task Where_home_cannot_be_read_Identity_Center_is_asked_for_each_policy()
    {
        using HandMade made = await HandMade.StartAsync(inventory => inventory with { HomeProfileName = "nobody" });
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        made.AddSetWithPolicy("Home", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""");

        Assert.Equal("Abc", Assert.Single(await made.ProposeAsync()).Client);

        Assert.Equal(["sso:DescribePermissionSet 1", "sso:GetInlinePolicyForPermissionSet 2", "sso:ListAccountAssignments 1", "sso:ListPermissionSetsProvisionedToAccount 1", "sts:GetCallerIdentity 1"], Counts(made));
        Assert.Contains(made.Provider.Activity.Verbosities, said => said.Contains("Home's IAM cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_set_that_was_changed_since_it_was_provisioned_is_read_as_it_is_meant_now()
    {
        using HandMade made = await HandMade.StartAsync();
        FakePermissionSet set = made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Old"));
        set.InlinePolicy = HandMade.Allow(HandMade.RoleArn(Abc, "New"));
        set.Provisioned[FakeProvider.Home] = true;

        Assert.Equal(HandMade.RoleArn(Abc, "New"), Assert.Single(await made.ProposeAsync()).RoleArn);
    }

    [Fact]
    public async Task A_right_in_a_customer_managed_policy_is_found_and_told()
    {
        using HandMade made = await HandMade.StartAsync();
        string arn = $"arn:aws:iam::{FakeProvider.Home}:policy/AssumeAbc";
        made.Provider.Aws.RolesOf(FakeProvider.Home).ManagedPolicies[arn] = HandMade.Allow(HandMade.RoleArn(Abc, "Readers"));
        made.AddSetWithPolicy("Abc-ReadOnly", null, arn, "arn:aws:iam::aws:policy/ReadOnlyAccess");

        ImportedAccess row = Assert.Single(await made.ProposeAsync());

        Assert.Equal((ChangeStatus.Planned, HandMade.RoleArn(Abc, "Readers")), (row.Status, row.RoleArn));
        Assert.Contains("customer managed policy AssumeAbc", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_was_read_tells_its_external_id_and_what_is_odd_about_it()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        made.AddRole(Abc, "Readers", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"abc-42"},"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}""", "arn:aws:iam::aws:policy/AdministratorAccess");

        ImportedAccess row = Assert.Single(await made.ImportAsync(new ImportRequest { Credentials = AbcKeys }));

        Assert.Equal("abc-42", row.ExternalId);
        Assert.Equal("abc-42", made.Inventory.Clients["Abc"].Accounts.Single().Roles["ReadOnly"].ExternalId);
        Assert.Equal(
            "Its trust has a condition on aws:MultiFactorAuthPresent, which sessions of Identity Center do not meet. The role carries AdministratorAccess; tier ReadOnly names ReadOnlyAccess.",
            row.Reason);
    }

    [Fact]
    public async Task A_role_that_no_set_names_is_proposed_by_its_name_or_its_policies()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-DevOps", HandMade.RoleArn(Abc, "Ops"));
        made.AddRole(Abc, "Ops");
        made.AddRole(Abc, "acme-admin");
        made.AddRole(Abc, "Partners", policies: "arn:aws:iam::aws:policy/ReadOnlyAccess");
        made.AddRole(Abc, "Theirs", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""");

        IReadOnlyList<ImportedAccess> rows = await made.ProposeAsync(new ImportRequest { Credentials = AbcKeys });

        Assert.Equal(["Partners ReadOnly", "acme-admin Administrator", "Ops DevOps"], rows.Select(row => $"{row.RoleArn![(row.RoleArn!.LastIndexOf('/') + 1)..]} {row.Tier}"));
        Assert.All(rows, row => Assert.Equal(("Abc", ChangeStatus.Planned), (row.Client, row.Status)));
        Assert.Contains($"New-ClientPermissionSet Abc -Tier ReadOnly -RoleArn {HandMade.RoleArn(Abc, "Partners")}", rows[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_for_whatever_accounts_there_are_read_those_they_reach()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        made.AddSet("Globex-ReadOnly", HandMade.RoleArn(Globex, "Readers"));
        made.AddRole(Abc, "Readers");
        made.Provider.Aws.Refuses = assumption => assumption.RoleArn.Contains(Globex, StringComparison.Ordinal);

        IReadOnlyList<ImportedAccess> rows = await made.ProposeAsync(new ImportRequest { Credentials = new RemoteCredentials.ThroughRole("OrganizationAccountAccessRole") });

        Assert.Equal([true, false], rows.Select(row => row.RoleRead));
        Assert.All(rows, row => Assert.Equal(ChangeStatus.Planned, row.Status));
        Assert.StartsWith("The account could not be read: ", rows[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_of_another_account_than_was_named_stop_the_row_and_no_other()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        made.AddSet("Globex-ReadOnly", HandMade.RoleArn(Globex, "Readers"));

        ImportPlan plan = await made.PlanAsync(new ImportRequest { AccountId = Globex, Client = "Globex", Credentials = AbcKeys }, new ImportRequest { AccountId = Abc, Client = "AbcCorp" });

        Assert.Equal(("Globex", ClientAccessError.AccountMismatch), plan.Failures.Single() is var failure ? (failure.Target, failure.Cause.Error) : default);
        Assert.Equal("AbcCorp", Assert.Single(HandMade.Rows(plan)).Client);
    }

    [Fact]
    public async Task A_failure_half_way_says_what_was_done_and_the_next_run_finishes_it()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-Admin", HandMade.RoleArn(Abc, "Admins"));
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        made.Provider.Log.Fail("sso:TagResource", ClientAccessError.ClientAccessDenied);

        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.ClientAccessDenied, () => made.ImportAsync());

        Assert.Contains("Done: record the accounts. Not done: tag permission set Abc-Admin, tag permission set Abc-ReadOnly", refusal.Message, StringComparison.Ordinal);
        Assert.All(await made.ImportAsync(), row => Assert.Equal(ChangeStatus.Adopted, row.Status));
        Assert.Equal(2, made.Inventory.Clients["Abc"].PermissionSets.Count);
    }

    [Fact]
    public async Task A_lost_inventory_is_rebuilt_by_the_tags_of_what_the_module_made()
    {
        using HandMade made = await HandMade.StartAsync();
        await made.Provider.MakeSetAsync(new ClientPermissionSetRequest("Abc", "ReadOnly") { RoleArn = HandMade.RoleArn(Abc, "acme-read-only"), PermissionSetName = "Partners" });
        FakePermissionSet set = made.Provider.Aws.Center.Named("Partners");
        set.Provisioned[FakeProvider.Home] = true;
        await made.Provider.UpdateAsync(inventory => inventory with { Clients = inventory.Clients.Clear() });

        ImportedAccess row = Assert.Single(await made.ImportAsync());

        Assert.Equal(("Abc", "ReadOnly", ChangeStatus.Adopted), (row.Client, row.Tier, row.Status));
        Assert.Equal("Partners", made.Inventory.PermissionSetName("Abc", "ReadOnly"));
        Assert.Equal(0, made.Provider.Log.Count("sso:TagResource"));
    }

    [Fact]
    public async Task Reading_stops_when_it_is_told_to()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        made.Provider.Log.Hold("sso:DescribePermissionSet", Task.Delay(Timeout.Infinite, FakeProvider.Cancellation));
        using var stop = new CancellationTokenSource();
        Provider fresh = made.Provider.NewProvider();
        Task<ImportPlan> planning = new ClientImports(fresh, new RemoteAccounts(fresh), new Principals(fresh)).PlanAsync([ImportRequest.Everything], [], made.Provider.Activity, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => planning);
    }

    private static IReadOnlyList<string> Counts(HandMade made) =>
        [.. made.Provider.Log.All.GroupBy(operation => operation).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => $"{same.Key} {same.Count()}")];
}
