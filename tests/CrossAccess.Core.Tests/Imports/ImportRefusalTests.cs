namespace CrossAccess.Core.Tests;

/// <summary>What is not adopted, and why: told with the line where it was found, and as an error where it was named outright.</summary>
public sealed class ImportRefusalTests
{
    private const string Abc = FakeProvider.Remote;
    private const string Globex = FakeProvider.Second;

    private static readonly RemoteCredentials AbcKeys = new RemoteCredentials.Direct(new CredentialSource.Profile("abc"));

    [Theory]
    [InlineData("*", "it is no one client's")]
    [InlineData("arn:aws:iam::*:role/acme-read-only", "roles in any account that trusts home")]
    [InlineData("arn:aws:iam::222222222222:role/*", "which role is meant, it does not say")]
    [InlineData("arn:aws:iam::222222222222:role/acme-$${aws:username}", "which role is meant, it does not say")]
    public async Task A_pattern_is_told_and_not_adopted(string resource, string why)
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", resource);

        await SkippedAsync(made, why);
    }

    [Fact]
    public async Task An_exception_is_told_and_not_adopted()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSetWithPolicy("Abc-ReadOnly", HandMade.Statement("\"NotResource\":\"arn:aws:iam::222222222222:role/root\""));

        await SkippedAsync(made, "every role but arn:aws:iam::222222222222:role/root");
    }

    [Fact]
    public async Task A_condition_is_told_and_adopted_only_by_name()
    {
        using HandMade made = await HandMade.StartAsync();
        FakePermissionSet set = made.AddSetWithPolicy("Abc-ReadOnly", HandMade.Statement($"\"Resource\":\"{HandMade.RoleArn(Abc, "Readers")}\",\"Condition\":{{\"IpAddress\":{{\"aws:SourceIp\":\"10.0.0.0/8\"}}}}"));
        await SkippedAsync(made, "under a condition alone (aws:SourceIp)");

        ImportedAccess row = Assert.Single(await made.ImportAsync(new ImportRequest { PermissionSetName = "Abc-ReadOnly", Client = "Abc" }));
        Assert.Equal(ChangeStatus.Adopted, row.Status);
        Assert.Contains("aws:SourceIp", row.Reason, StringComparison.Ordinal);

        // What follows does not undo the condition.
        set.Provisioned[FakeProvider.Home] = false;
        Assert.Equal(ChangeStatus.Unchanged, (await made.Provider.MakeSetAsync(new ClientPermissionSetRequest("Abc", "ReadOnly"))).Status);
    }

    [Fact]
    public async Task A_set_that_names_a_role_and_a_pattern_is_not_adopted_for_the_role()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"), "arn:aws:iam::*:role/Readers");

        Assert.All(await made.ProposeAsync(), row => Assert.Equal(ChangeStatus.Skipped, row.Status));
    }

    [Fact]
    public async Task A_role_of_a_pattern_is_adopted_where_it_is_named()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", "arn:aws:iam::222222222222:role/Read*");

        ImportedAccess row = Assert.Single(await made.ImportAsync(new ImportRequest { PermissionSetName = "Abc-ReadOnly", RoleArn = HandMade.RoleArn(Abc, "Readers"), Client = "Abc" }));

        Assert.Equal((ChangeStatus.Adopted, HandMade.RoleArn(Abc, "Readers")), (row.Status, row.RoleArn));
        Assert.Contains("may assume more than this role", row.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AllClients-ReadOnly", "does not tell whose it is", "-NamePattern")]
    [InlineData("Abc", "tells the tier", "-Tier Administrator or ReadOnly or DevOps")]
    [InlineData("Abc-PowerUser", "no tier 'PowerUser'", "Set-AccessTier PowerUser -ManagedPolicyArn arn:aws:iam::aws:policy/PowerUserAccess")]
    public async Task What_a_name_does_not_tell_is_told_with_what_to_type(string set, string why, string action)
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet(set, HandMade.RoleArn(Abc, "Access"));

        ImportedAccess row = await SkippedAsync(made, why);

        Assert.Contains(action, row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tier_that_there_is_not_is_proposed_with_the_policies_of_the_role()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-PowerUser", HandMade.RoleArn(Abc, "Power"));
        made.AddRole(Abc, "Power", policies: "arn:aws:iam::222222222222:policy/Own");

        ImportedAccess row = await SkippedAsync(made, "no tier 'PowerUser'", new ImportRequest { Credentials = AbcKeys });
        Assert.Equal("PowerUser", row.Tier);
        Assert.Contains("Set-AccessTier PowerUser -ManagedPolicyArn arn:aws:iam::222222222222:policy/Own", row.Reason, StringComparison.Ordinal);

        await made.Provider.UpdateAsync(inventory => inventory.WithTier(new AccessTier("PowerUser", "power-user") { ManagedPolicyArn = ["arn:aws:iam::222222222222:policy/Own"] }));
        Assert.Equal(ChangeStatus.Planned, Assert.Single(await made.ProposeAsync()).Status);
        await ErrorAsync(made, ClientAccessError.TierNotFound, new ImportRequest { PermissionSetName = "Abc-PowerUser", Client = "Abc", Tier = "Nobody" });
    }

    [Fact]
    public async Task A_pattern_decides_and_what_it_does_not_match_is_told()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("x1-ro", HandMade.RoleArn(Abc, "Access"));
        made.AddSet("Globex-ReadOnly2", HandMade.RoleArn(Globex, "Access"));

        IReadOnlyList<ImportedAccess> rows = HandMade.Rows(await made.PlanAsync(["{Client}-ro", "^(?<client>x[0-9])-(?<tier>ro)$"]));

        Assert.Equal((ChangeStatus.Planned, "X1", "ReadOnly"), (rows[0].Status, rows[0].Client, rows[0].Tier));
        Assert.Equal((ChangeStatus.Skipped, null), (rows[1].Status, rows[1].Client));
    }

    [Fact]
    public async Task A_set_over_several_clients_is_no_clients()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-Admin", HandMade.RoleArn(Abc, "Admins"));
        made.AddSet("Globex-Admin", HandMade.RoleArn(Globex, "Admins"));
        made.AddSet("MSP-ReadOnly", HandMade.RoleArn(Abc, "Readers"), HandMade.RoleArn(Globex, "Readers"));

        IReadOnlyList<ImportedAccess> rows = await made.ProposeAsync();

        Assert.Equal([ChangeStatus.Planned, ChangeStatus.Planned], rows.Where(row => row.Tier == "Administrator").Select(row => row.Status));
        Assert.All(rows.Where(row => row.PermissionSetName == "MSP-ReadOnly"), row =>
        {
            Assert.Equal(ChangeStatus.Skipped, row.Status);
            Assert.Contains("'MSP-ReadOnly' reaches accounts of 2 clients (Abc, Globex)", row.Reason, StringComparison.Ordinal);
        });
        // Whose the accounts are, the other sets tell even where they are not asked for.
        await ErrorAsync(made, ClientAccessError.PermissionSetShared, new ImportRequest { PermissionSetName = "MSP-ReadOnly", Client = "Abc" });
    }

    [Fact]
    public async Task A_set_that_reaches_an_account_besides_others_is_skipped_where_the_account_alone_is_named()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-Admin", HandMade.RoleArn(Abc, "Admins"));
        made.AddSet("Globex-Admin", HandMade.RoleArn(Globex, "Admins"));
        made.AddSet("MSP-ReadOnly", HandMade.RoleArn(Abc, "Readers"), HandMade.RoleArn(Globex, "Readers"));

        IReadOnlyList<ImportedAccess> rows = await made.ProposeAsync(new ImportRequest { AccountId = Abc, Client = "AbcCorp" });

        Assert.Equal(["Abc-Admin Planned", "MSP-ReadOnly Skipped"], rows.Select(row => $"{row.PermissionSetName} {row.Status}"));
        Assert.All(rows, row => Assert.Equal("AbcCorp", row.Client));
    }

    [Fact]
    public async Task Several_accounts_of_one_client_are_one_sets()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"), HandMade.RoleArn(Globex, "Readers"));

        await made.ImportAsync(
            new ImportRequest { PermissionSetName = "Abc-ReadOnly", AccountId = Abc, Client = "Abc", AccountName = "production" },
            new ImportRequest { PermissionSetName = "Abc-ReadOnly", AccountId = Globex, Client = "Abc", AccountName = "staging" });

        Assert.Equal(["production", "staging"], made.Inventory.Clients["Abc"].Accounts.Select(account => account.Name));
    }

    [Fact]
    public async Task Half_a_name_and_the_whole_are_one_client_where_they_reach_the_same_account()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("abc_admin", HandMade.RoleArn(Abc, "Admins"));
        made.AddSet("ReadOnly-AbcCorp", HandMade.RoleArn(Abc, "Readers"));

        Assert.Equal(["AbcCorp Administrator", "AbcCorp ReadOnly"], (await made.ProposeAsync()).Select(row => $"{row.Client} {row.Tier}"));
    }

    [Fact]
    public async Task Recorded_clients_that_are_called_alike_stay_apart()
    {
        using HandMade made = await HandMade.StartAsync(inventory => inventory.WithAccount("Glob", Abc).WithAccount("Globex", Globex));
        made.AddSet("Globex-ReadOnly", HandMade.RoleArn(Abc, "Readers"), HandMade.RoleArn(Globex, "Readers"));
        made.AddSet("Globex-Admin", HandMade.RoleArn(Abc, "Admins"));

        IReadOnlyList<ImportedAccess> rows = await made.ProposeAsync();

        Assert.All(rows, row => Assert.Equal(ChangeStatus.Skipped, row.Status));
        Assert.Contains(rows, row => row.Reason!.Contains("accounts of 2 clients (Glob, Globex)", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Reason!.Contains($"named after Globex, but account {Abc} is Glob's", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_set_over_a_recorded_account_and_a_new_one_is_one_clients()
    {
        using HandMade made = await HandMade.StartAsync(inventory => inventory.WithAccount("AbcCorp", Abc));
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"), HandMade.RoleArn(Globex, "Readers"));

        Assert.All(await made.ImportAsync(), row => Assert.Equal(("AbcCorp", ChangeStatus.Adopted), (row.Client, row.Status)));
        Assert.Equal([Abc, Globex], made.Inventory.Clients["AbcCorp"].Accounts.Select(account => account.Id));
    }

    [Fact]
    public async Task Two_names_for_one_account_are_told()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-Admin", HandMade.RoleArn(Abc, "Admins"));
        made.AddSet("Globex-ReadOnly", HandMade.RoleArn(Abc, "Readers"));

        Assert.All(await made.ProposeAsync(), row => Assert.Contains($"Account {Abc} would be Globex and Abc's", row.Reason, StringComparison.Ordinal));

        IReadOnlyList<ImportedAccess> rows = await made.ProposeAsync(new ImportRequest { AccountId = Abc, Client = "Globex" });
        Assert.All(rows, row => Assert.Equal(("Globex", ChangeStatus.Planned), (row.Client, row.Status)));
    }

    [Fact]
    public async Task An_account_that_is_recorded_stays_its_clients()
    {
        using HandMade made = await HandMade.StartAsync(inventory => inventory.WithAccount("AbcCorp", Abc).WithAccount("Globex", Globex));
        made.AddSet("Foo-Admin", HandMade.RoleArn(Abc, "Admins"));
        made.AddSet("Globex-ReadOnly", HandMade.RoleArn(Abc, "Readers"));

        IReadOnlyList<ImportedAccess> rows = await made.ProposeAsync();

        Assert.Equal(("AbcCorp", ChangeStatus.Planned), (rows[0].Client, rows[0].Status));
        Assert.Contains($"Account {Abc} is AbcCorp's", rows[0].Reason, StringComparison.Ordinal);
        Assert.Equal(ChangeStatus.Skipped, rows[1].Status);
        Assert.Contains($"named after Globex, but account {Abc} is AbcCorp's", rows[1].Reason, StringComparison.Ordinal);
        await ErrorAsync(made, ClientAccessError.AccountRecordedElsewhere, new ImportRequest { PermissionSetName = "Foo-Admin", Client = "Foo" });
    }

    [Fact]
    public async Task Two_sets_for_one_client_and_tier_are_told_until_one_is_named()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        made.AddSet("Abc-Viewers", HandMade.RoleArn(Abc, "Readers"));
        Assert.All(await made.ProposeAsync(), row => Assert.Equal(ChangeStatus.Skipped, row.Status));
        Assert.All(await made.ProposeAsync(new ImportRequest { PermissionSetName = "Abc-*", Client = "Abc" }), row => Assert.Equal(ChangeStatus.Skipped, row.Status));

        Assert.Equal(ChangeStatus.Adopted, Assert.Single(await made.ImportAsync(new ImportRequest { PermissionSetName = "Abc-Viewers", Client = "Abc" })).Status);

        IReadOnlyList<ImportedAccess> rows = await made.ProposeAsync();
        Assert.Equal(ChangeStatus.Skipped, rows[0].Status);
        Assert.Contains("Abc ReadOnly is 'Abc-Viewers' already", rows[0].Reason, StringComparison.Ordinal);
        Assert.Equal(ChangeStatus.Unchanged, rows[1].Status);
        await ErrorAsync(made, ClientAccessError.PermissionSetAmbiguous, new ImportRequest { PermissionSetArn = rows[0].PermissionSetArn, Client = "Abc" });
    }

    [Fact]
    public async Task A_recorded_set_that_is_gone_is_in_nobodys_way()
    {
        using HandMade made = await HandMade.StartAsync(inventory => inventory
            .WithAccount("Abc", Abc)
            .WithPermissionSet("Abc", "ReadOnly", "arn:aws:sso:::permissionSet/ssoins-1111111111111111/ps-ffffffffffffffff", "Old"));
        FakePermissionSet set = made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));

        await made.ImportAsync();

        Assert.Equal((set.State.Arn, "Abc-ReadOnly"), (made.Inventory.Clients["Abc"].PermissionSets["ReadOnly"], made.Inventory.PermissionSetName("Abc", "ReadOnly")));
    }

    [Fact]
    public async Task Two_roles_of_one_tier_in_one_account_are_told_until_one_is_named()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"), HandMade.RoleArn(Abc, "Viewers"));
        Assert.All(await made.ProposeAsync(), row => Assert.Contains("A tier has one in an account", row.Reason, StringComparison.Ordinal));

        var named = new ImportRequest { PermissionSetName = "Abc-ReadOnly", RoleArn = HandMade.RoleArn(Abc, "Viewers"), Client = "Abc" };
        Assert.Equal(ChangeStatus.Adopted, Assert.Single(await made.ImportAsync(named)).Status);
        Assert.Equal(HandMade.RoleArn(Abc, "Viewers"), made.Inventory.FindRole("Abc", Abc, "ReadOnly")!.Arn);

        ImportPlan again = await made.PlanAsync(named with { RoleArn = null });
        Assert.Equal(ClientAccessError.RoleExists, again.Failures.Single().Cause.Error);
        Assert.Equal((ChangeStatus.Unchanged, named.RoleArn), (HandMade.Rows(again).Single().Status, HandMade.Rows(again).Single().RoleArn));
    }

    [Fact]
    public async Task A_role_is_of_one_tier()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-Admin", HandMade.RoleArn(Abc, "Access"));
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Access"));

        IReadOnlyList<ImportedAccess> rows = await made.ProposeAsync();

        Assert.Equal([ChangeStatus.Planned, ChangeStatus.Skipped], rows.Select(row => row.Status));
        Assert.Contains("is tier Administrator's already", rows[1].Reason, StringComparison.Ordinal);
        await made.ImportAsync();
        await ErrorAsync(made, ClientAccessError.RoleExists, new ImportRequest { PermissionSetName = "Abc-ReadOnly", Client = "Abc" });
    }

    [Fact]
    public async Task Sets_that_would_share_the_name_of_one_are_not_recorded_together()
    {
        using HandMade made = await HandMade.StartAsync(inventory => inventory.WithTier(new AccessTier("Only", "only") { ManagedPolicyArn = ["arn:aws:iam::aws:policy/ReadOnlyAccess"] }).WithAccount("AbcRead", Globex));
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Access"));

        await ErrorAsync(made, ClientAccessError.NameCollision, new ImportRequest { PermissionSetName = "Abc-ReadOnly", Client = "Abc" });
    }

    [Theory]
    [InlineData(null, "has no role Readers")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::999999999999:root"},"Action":"sts:AssumeRole"}]}""", "does not let home in")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:role/backup"},"Action":"sts:AssumeRole"}]}""", "but not this permission set")]
    [InlineData("{", "cannot be read")]
    public async Task A_role_that_nobody_can_enter_is_adopted_only_by_name(string? trust, string why)
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        if (trust is not null) made.AddRole(Abc, "Readers", trust);

        ImportedAccess row = await SkippedAsync(made, why, new ImportRequest { PermissionSetName = "Abc-ReadOnly", AccountId = Abc, Credentials = AbcKeys });
        Assert.Contains("New-RemoteAccessRole Abc 222222222222 -Tier ReadOnly -Adopt", row.Reason, StringComparison.Ordinal);

        Assert.Equal(ChangeStatus.Planned, Assert.Single(await made.ProposeAsync(new ImportRequest { PermissionSetName = "Abc-ReadOnly", AccountId = Abc, Client = "Abc", Credentials = AbcKeys })).Status);
    }

    [Fact]
    public async Task A_role_that_lets_single_roles_of_home_in_is_nobodys_way()
    {
        using HandMade made = await HandMade.StartAsync(inventory => inventory.WithAccount("Abc", Abc));
        made.AddRole(Abc, "Backup", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:role/backup"},"Action":"sts:AssumeRole"}]}""");

        await SkippedAsync(made, "lets single roles of home in, and no permission set", new ImportRequest { Credentials = AbcKeys });
    }

    [Fact]
    public async Task What_another_company_tagged_is_not_adopted()
    {
        using HandMade made = await HandMade.StartAsync();
        FakePermissionSet set = made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        FakeRole role = made.AddRole(Abc, "Readers");
        role.Role = role.Role with { Tags = new Dictionary<string, string> { ["crossaccess:company"] = "other" } };
        await SkippedAsync(made, "tagged as company 'other's", new ImportRequest { Credentials = AbcKeys });

        set.Tags["crossaccess:company"] = "other";
        await Refusal.OfAsync(ClientAccessError.PermissionSetExists, () => made.ImportAsync());
        Assert.Empty(made.Provider.Log.Writes);
    }

    [Fact]
    public async Task A_guess_does_not_outrank_the_tags_of_a_set()
    {
        using HandMade made = await HandMade.StartAsync();
        FakePermissionSet set = made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        foreach ((string key, string value) in Tags.Of("acme", "Globex", "ReadOnly", null)) set.Tags[key] = value;

        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.PermissionSetExists, () => made.ImportAsync());

        Assert.Contains("-PermissionSetName Abc-ReadOnly", refusal.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(made.Inventory.Clients);
        Assert.Equal("Globex", Assert.Single(await made.ImportAsync(new ImportRequest { PermissionSetName = "Abc-ReadOnly", Client = "Globex", Tier = "ReadOnly" })).Client);
    }

    [Fact]
    public async Task What_is_named_and_is_not_there_is_an_error_of_its_own()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));

        await ErrorAsync(made, ClientAccessError.PermissionSetNotFound, new ImportRequest { PermissionSetName = "Abd-ReadOnly" });
        await ErrorAsync(made, ClientAccessError.RoleNotFound, new ImportRequest { AccountId = Globex });
        await ErrorAsync(made, ClientAccessError.InvalidAccountId, new ImportRequest { AccountId = FakeProvider.Home });
        await ErrorAsync(made, ClientAccessError.InvalidArn, new ImportRequest { PermissionSetArn = "arn:aws:sso:::permissionSet/ssoins-9999999999999999/ps-0000000000000001" });
        await ErrorAsync(made, ClientAccessError.InvalidClientName, new ImportRequest { PermissionSetName = "Abc-ReadOnly", Client = "A bc" });
        await ErrorAsync(made, ClientAccessError.InvalidText, new ImportRequest { PermissionSetName = "Abc-ReadOnly", Client = "Abc", ExternalId = "two words" });
        await ErrorAsync(made, ClientAccessError.InvalidText, new ImportRequest { PermissionSetName = "Abc-ReadOnly", Client = "Abc", AccountName = "two words" });
        await ErrorAsync(made, ClientAccessError.ProfileNotFound, new ImportRequest { Credentials = new RemoteCredentials.Direct(new CredentialSource.Profile("nobody")) });
        await ErrorAsync(made, ClientAccessError.AccountMismatch, new ImportRequest { Credentials = new RemoteCredentials.Direct(new CredentialSource.Profile("home")) });
    }

    [Fact]
    public async Task Two_rows_that_contradict_each_other_are_told()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));

        ImportPlan plan = await made.PlanAsync(new ImportRequest { PermissionSetName = "Abc-ReadOnly", Client = "Abc" }, new ImportRequest { RoleArn = HandMade.RoleArn(Abc, "Readers"), Client = "Globex" });

        Assert.Equal(("Globex", ClientAccessError.NameCollision), plan.Failures.Single() is var failure ? (failure.Target, failure.Cause.Error) : default);
        Assert.Equal("Abc", Assert.Single(HandMade.Rows(plan)).Client);
    }

    [Fact]
    public async Task Homes_own_roles_and_the_admin_account_are_no_clients()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Deploy", HandMade.RoleArn(FakeProvider.Home, "deploy"));
        made.AddSet("Abc-Admin", HandMade.RoleArn(FakeProvider.Home, "deploy"), HandMade.RoleArn(Abc, "Admins"));
        made.AddSet("Billing-Admin", HandMade.RoleArn(FakeProvider.Admin, "billing"));

        IReadOnlyList<ImportedAccess> rows = await made.ProposeAsync();

        Assert.Equal(["Abc Planned", "Billing Skipped"], rows.Select(row => $"{row.Client} {row.Status}"));
        Assert.Contains("is your own", rows[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_or_tier_alone_picks_among_what_is_found()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-Admin", HandMade.RoleArn(Abc, "Admins"));
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        made.AddSet("Globex-ReadOnly", HandMade.RoleArn(Globex, "Readers"));

        Assert.Equal(2, (await made.ProposeAsync(new ImportRequest { Client = "ab*" })).Count);
        Assert.Equal("Abc", Assert.Single(await made.ProposeAsync(new ImportRequest { Client = "Abc", Tier = "ReadOnly" })).Client);
        Assert.Empty(await made.ProposeAsync(new ImportRequest { Client = "no*" }));
        await ErrorAsync(made, ClientAccessError.TierNotFound, new ImportRequest { Client = "Globex", Tier = "Administrator" });
        await ErrorAsync(made, ClientAccessError.TierNotFound, new ImportRequest { Tier = "PowerUser" });
    }

    [Fact]
    public async Task Several_clients_pick_theirs_each_with_its_own_name_and_one_of_whom_there_is_nothing_is_told()
    {
        using HandMade made = await HandMade.StartAsync();
        made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        made.AddSet("Globex-ReadOnly", HandMade.RoleArn(Globex, "Readers"));

        ImportPlan plan = await made.PlanAsync(new ImportRequest { Client = "Abc", DisplayName = "ABC Corporation" }, new ImportRequest { Client = "Globexx" }, new ImportRequest { Client = "Globex" });

        Assert.Equal([("Abc", "ABC Corporation"), ("Globex", null)], HandMade.Rows(plan).Select(row => (row.Client, row.DisplayName)));
        ClientAccessException cause = Assert.Single(plan.Failures).Cause;
        Assert.Equal(ClientAccessError.ClientNotFound, cause.Error);
        Assert.Contains("client 'Globexx'. Did you mean 'Globex'?", cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_held_it_and_is_gone_is_told()
    {
        using HandMade made = await HandMade.StartAsync();
        FakePermissionSet set = made.AddSet("Abc-ReadOnly", HandMade.RoleArn(Abc, "Readers"));
        made.Provider.Aws.Directory.Remove(made.Grant(set, "Engineers"));

        ImportedAccess row = Assert.Single(await made.ImportAsync());

        Assert.Equal((null, "1 more that held it is gone from the directory."), (row.Group, row.Reason));
        Assert.Empty(made.Inventory.Grants);
    }

    private static async Task<ImportedAccess> SkippedAsync(HandMade made, string why, params ImportRequest[] requests)
    {
        ImportedAccess row = Assert.Single(await made.ImportAsync(requests));
        Assert.Equal(ChangeStatus.Skipped, row.Status);
        Assert.Contains(why, row.Reason, StringComparison.Ordinal);
        Assert.Empty(made.Provider.Log.Writes);
        return row;
    }

    private static async Task ErrorAsync(HandMade made, ClientAccessError error, ImportRequest request)
    {
        ImportPlan plan = await made.PlanAsync(request);
        ClientAccessException cause = Assert.Single(plan.Failures).Cause;
        Assert.True(error == cause.Error, $"Expected {error}, but it was {cause.Error}: {cause.Message}");
        Assert.Empty(plan.Changes);
    }
}
