namespace CrossAccess.Core.Tests;

public sealed class RemoteAccessRolesTests
{
    private const string ReadOnlyAccess = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private const string Inline = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""";

    private static readonly string[] Reads = ["sts:GetCallerIdentity", "iam:GetRole"];
    private static readonly string[] UpdateReads = [.. Reads, "iam:ListAttachedRolePolicies", "iam:GetRolePolicy"];

    private static RemoteAccessRoleRequest Request { get; } = new("Abc", FakeProvider.Remote, "ReadOnly", new RemoteCredentials.Direct(new CredentialSource.Profile("abc")));

    [Fact]
    public async Task A_new_role_is_made_with_its_trust_policies_and_tags_and_recorded()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        RemoteAccessRole made = await provider.MakeRoleAsync(Request with { AccountName = "production", ExternalId = "abc-42", MaxSessionDuration = TimeSpan.FromHours(4), PolicyDocument = Inline, ManagedPolicyArns = [ReadOnlyAccess] });

        Assert.Equal(ChangeStatus.Created, made.Status);
        Assert.Equal(FakeProvider.RoleArnOfAbc, made.RoleArn);
        Assert.Equal(("Abc", FakeProvider.Remote, "production", "ReadOnly", "abc-42"), (made.Client, made.AccountId, made.AccountName, made.Tier, made.ExternalId));
        FakeRole role = provider.Aws.RolesOf(FakeProvider.Remote)["acme-read-only"];
        Assert.Equal([ReadOnlyAccess], role.Attached);
        Assert.Equal(PolicyDocument.Parse(Inline), PolicyDocument.Parse(role.Inline["crossaccess"]));
        Assert.Equal(TimeSpan.FromHours(4), role.Role.MaxSessionDuration);
        Assert.Contains("AWSReservedSSO_AbcReadOnly_????????????????", role.Role.TrustPolicy, StringComparison.Ordinal);
        Assert.Equal("Abc", role.Role.Tags["crossaccess:client"]);
        Assert.Equal("ReadOnly", role.Role.Tags["crossaccess:tier"]);
        Assert.Equal("acme", role.Role.Tags["crossaccess:company"]);
        InventoryAccount account = provider.Inventory.RequireClient("Abc").RequireAccount("Abc", "production");
        Assert.Equal((FakeProvider.RoleArnOfAbc, "abc-42"), (account.Roles["ReadOnly"].Arn, account.Roles["ReadOnly"].ExternalId));
    }

    [Fact]
    public async Task Planning_a_new_role_changes_nothing_anywhere()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        IChange<RemoteAccessRole> change = await provider.PlanRoleAsync(Request);

        Assert.Equal("create the role, attach ReadOnlyAccess", change.Action);
        Assert.Equal($"Abc, account {FakeProvider.Remote}, role acme-read-only", change.Target);
        Assert.Equal(ChangeStatus.Planned, change.Preview.Status);
        Assert.Equal(Reads, provider.Log.All);
        Assert.Empty(provider.Inventory.Clients);
    }

    [Fact]
    public async Task A_role_that_is_as_wanted_is_Unchanged_and_costs_four_reads()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await provider.MakeRoleAsync(Request);
        provider.Log.Clear();

        IChange<RemoteAccessRole> change = await provider.PlanRoleAsync(Request);
        Assert.Null(change.Action);
        Assert.Equal(ChangeStatus.Unchanged, (await change.ApplyAsync(provider.Activity, FakeProvider.Cancellation)).Status);
        Assert.Equal(UpdateReads, provider.Log.All);
    }

    [Fact]
    public async Task A_changed_policy_attaches_the_new_before_it_detaches_what_is_no_longer_named()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await provider.MakeRoleAsync(Request);
        provider.Log.Clear();

        RemoteAccessRole updated = await provider.MakeRoleAsync(Request with { ManagedPolicyArns = ["arn:aws:iam::aws:policy/SecurityAudit"] });
        Assert.Equal(ChangeStatus.Updated, updated.Status);
        Assert.Equal(["iam:AttachRolePolicy", "iam:DetachRolePolicy"], provider.Log.Writes);
        Assert.Equal(["arn:aws:iam::aws:policy/SecurityAudit"], provider.Aws.RolesOf(FakeProvider.Remote)["acme-read-only"].Attached);
    }

    [Fact]
    public async Task A_policy_that_cannot_be_attached_leaves_the_role_what_it_had()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await provider.MakeRoleAsync(Request);
        provider.Log.Fail("iam:AttachRolePolicy", ClientAccessError.ResourceNotFound);

        await Refusal.OfAsync(ClientAccessError.ResourceNotFound, () => provider.MakeRoleAsync(Request with { ManagedPolicyArns = ["arn:aws:iam::222222222222:policy/Gone"] }));
        Assert.Equal([ReadOnlyAccess], provider.Aws.RolesOf(FakeProvider.Remote)["acme-read-only"].Attached);
    }

    [Fact]
    public async Task Where_there_is_no_room_for_old_and_new_policies_the_old_ones_go_first()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        string[] six = [.. Enumerable.Range(1, 6).Select(number => $"arn:aws:iam::aws:policy/Old{number}")];
        await provider.MakeRoleAsync(Request with { ManagedPolicyArns = six });
        provider.Log.Clear();

        await provider.MakeRoleAsync(Request with { ManagedPolicyArns = [.. six.Select(arn => arn.Replace("Old", "New", StringComparison.Ordinal))] });
        Assert.Equal([.. Enumerable.Repeat("iam:DetachRolePolicy", 6), .. Enumerable.Repeat("iam:AttachRolePolicy", 6)], provider.Log.Writes);
    }

    [Fact]
    public async Task Each_difference_is_one_step_and_no_more()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await provider.MakeRoleAsync(Request with { ManagedPolicyArns = [ReadOnlyAccess], PolicyDocument = Inline });
        provider.Log.Clear();

        await provider.MakeRoleAsync(Request with { ManagedPolicyArns = [ReadOnlyAccess], PolicyDocument = Inline.Replace("s3:*", "ec2:*", StringComparison.Ordinal) });
        Assert.Equal(["iam:PutRolePolicy"], provider.Log.Writes);
        provider.Log.Clear();
        await provider.MakeRoleAsync(Request);
        Assert.Equal(["iam:DeleteRolePolicy"], provider.Log.Writes);
        provider.Log.Clear();
        await provider.MakeRoleAsync(Request with { TrustScope = TrustScope.Account });
        Assert.Equal(["iam:UpdateAssumeRolePolicy"], provider.Log.Writes);
        provider.Log.Clear();
        await provider.MakeRoleAsync(Request with { TrustScope = TrustScope.Account, MaxSessionDuration = TimeSpan.FromHours(2) });
        Assert.Equal(["iam:UpdateRole"], provider.Log.Writes);
        provider.Log.Clear();
        await provider.MakeRoleAsync(Request with { TrustScope = TrustScope.Account, PermissionsBoundaryArn = ReadOnlyAccess });
        Assert.Equal(["iam:PutRolePermissionsBoundary"], provider.Log.Writes);
        provider.Log.Clear();
        await provider.MakeRoleAsync(Request with { TrustScope = TrustScope.Account, Tags = new Dictionary<string, string> { ["team"] = "a" } });
        Assert.Equal(["iam:TagRole"], provider.Log.Writes);
    }

    [Fact]
    public async Task An_inline_policy_of_somebody_else_is_left_alone()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await provider.MakeRoleAsync(Request with { PolicyDocument = Inline });
        FakeRole role = provider.Aws.RolesOf(FakeProvider.Remote)["acme-read-only"];
        role.Inline["clients-own"] = Inline;

        await provider.MakeRoleAsync(Request);
        Assert.Equal(["clients-own"], role.Inline.Keys);
    }

    [Fact]
    public async Task A_role_that_is_not_ours_and_differs_is_refused_and_left_alone()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        AddForeign(provider, "/", tags: new Dictionary<string, string> { ["crossaccess:company"] = "another", ["crossaccess:client"] = "Abc", ["crossaccess:tier"] = "ReadOnly" });

        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.RoleExists, () => provider.MakeRoleAsync(Request));
        Assert.Contains("-Adopt", refusal.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("replace the trust policy", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Log.Writes);
        Assert.Empty(provider.Inventory.Clients);
    }

    [Fact]
    public async Task Adopting_makes_the_role_so_tags_it_and_keeps_its_path()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        AddForeign(provider, "/partner/", tags: []);

        RemoteAccessRole adopted = await provider.MakeRoleAsync(Request with { Adopt = true });
        Assert.Equal(ChangeStatus.Updated, adopted.Status);
        Assert.Equal(["iam:UpdateAssumeRolePolicy", "iam:AttachRolePolicy", "iam:DetachRolePolicy", "iam:TagRole"], provider.Log.Writes);
        Assert.Equal("arn:aws:iam::222222222222:role/partner/acme-read-only", adopted.RoleArn);
        Assert.Equal(adopted.RoleArn, provider.Inventory.Clients["Abc"].Accounts[0].Roles["ReadOnly"].Arn);
        Assert.Equal("acme", provider.Aws.RolesOf(FakeProvider.Remote)["acme-read-only"].Role.Tags["crossaccess:company"]);
    }

    [Fact]
    public async Task A_role_that_is_as_wanted_but_untagged_becomes_ours_by_adopting_it_alone()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await provider.MakeRoleAsync(Request);
        FakeRole role = provider.Aws.RolesOf(FakeProvider.Remote)["acme-read-only"];
        role.Role = role.Role with { Tags = new Dictionary<string, string>() };
        provider.Log.Clear();

        Assert.Equal(ChangeStatus.Unchanged, (await provider.MakeRoleAsync(Request)).Status);
        Assert.Empty(provider.Log.Writes);
        Assert.Equal(ChangeStatus.Updated, (await provider.MakeRoleAsync(Request with { Adopt = true })).Status);
        Assert.Equal(["iam:TagRole"], provider.Log.Writes);
        Assert.Equal(ChangeStatus.Unchanged, (await provider.MakeRoleAsync(Request with { Adopt = true })).Status);
    }

    [Fact]
    public async Task A_half_failed_creation_says_what_was_done_and_the_next_run_finishes_it()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        // Roles just made are the process's to remember, so this one is no other test's.
        RemoteAccessRoleRequest request = Request with { AccountId = "242424242424" };
        provider.Aws.Profiles["abc"] = FakeIdentity.User(request.AccountId, "root-like");
        provider.Log.Fail("iam:AttachRolePolicy", ClientAccessError.RequestThrottled);

        ClientAccessException failure = await Refusal.OfAsync(ClientAccessError.RequestThrottled, () => provider.MakeRoleAsync(request));
        Assert.Contains("Done: create the role. Not done: attach ReadOnlyAccess.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("again", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.True(NewRoles.MayStillSettle("arn:aws:iam::242424242424:role/acme-read-only"));

        provider.Log.Clear();
        Assert.Equal(ChangeStatus.Updated, (await provider.MakeRoleAsync(request)).Status);
        Assert.Equal(["iam:AttachRolePolicy"], provider.Log.Writes);
    }

    [Fact]
    public async Task A_failed_first_step_says_that_nothing_was_done()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        provider.Log.Fail("iam:CreateRole", ClientAccessError.ClientAccessDenied);
        ClientAccessException failure = await Refusal.OfAsync(ClientAccessError.ClientAccessDenied, () => provider.MakeRoleAsync(Request));
        Assert.DoesNotContain(" Done:", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Not done: create the role, attach ReadOnlyAccess.", failure.Message, StringComparison.Ordinal);
        Assert.False(provider.Inventory.Clients["Abc"].Accounts[0].Roles.ContainsKey("ReadOnly"));
    }

    [Theory]
    [InlineData("abc-second", FakeProvider.Second)]
    [InlineData("home", FakeProvider.Home)]
    public async Task Credentials_of_another_account_are_refused_before_anything_is_made(string profile, string account)
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        ClientAccessException refusal = await Refusal.OfAsync(ClientAccessError.AccountMismatch, () => provider.MakeRoleAsync(Request with { Credentials = new RemoteCredentials.Direct(new CredentialSource.Profile(profile)) }));
        Assert.Contains(account, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["sts:GetCallerIdentity"], provider.Log.All);
        Assert.Empty(provider.Inventory.Clients);
    }

    [Fact]
    public async Task The_quota_of_the_trust_policy_is_read_only_where_the_usual_one_does_not_do()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        RemoteAccessRoleRequest large = Request with { TrustedRoleArns = [.. Enumerable.Range(0, 25).Select(i => $"arn:aws:iam::{FakeProvider.Home}:role/runbook-with-a-long-name-{i:D4}")] };

        await provider.PlanRoleAsync(Request);
        Assert.Equal(0, provider.Log.Count("iam:GetAccountSummary"));
        await Refusal.OfAsync(ClientAccessError.PolicyTooLong, () => provider.PlanRoleAsync(large));
        Assert.Equal(1, provider.Log.Count("iam:GetAccountSummary"));
        provider.Aws.RolesOf(FakeProvider.Remote).TrustPolicyQuota = 4096;
        Assert.Equal(ChangeStatus.Planned, (await provider.PlanRoleAsync(large)).Preview.Status);
    }

    [Theory]
    [InlineData("onboarding/Bootstrap")]
    [InlineData("arn:aws:iam::222222222222:role/onboarding/Bootstrap")]
    public async Task A_role_in_the_account_is_assumed_from_the_current_credentials_by_name_or_ARN(string role)
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await provider.MakeRoleAsync(Request with { Credentials = new RemoteCredentials.ThroughRole(role) });
        RoleAssumption assumption = Assert.Single(provider.Aws.Assumptions);
        Assert.Equal(("arn:aws:iam::222222222222:role/onboarding/Bootstrap", "jane"), (assumption.RoleArn, assumption.SessionName));
        Assert.True(provider.Aws.RolesOf(FakeProvider.Remote).Has("acme-read-only"));
    }

    [Fact]
    public async Task A_role_of_another_account_is_refused_before_it_is_assumed()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await Refusal.OfAsync(ClientAccessError.AccountMismatch, () => provider.MakeRoleAsync(Request with { Credentials = new RemoteCredentials.ThroughRole("arn:aws:iam::333333333333:role/Bootstrap") }));
        Assert.Empty(provider.Aws.Assumptions);
    }

    [Fact]
    public async Task Via_a_tier_enters_by_its_recorded_role_and_external_id_from_home()
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory
            .WithAccount("Abc", FakeProvider.Remote)
            .WithRole("Abc", FakeProvider.Remote, "Administrator", new InventoryRole("arn:aws:iam::222222222222:role/old/by-hand") { ExternalId = "abc-42" }));
        await provider.MakeRoleAsync(Request with { Credentials = new RemoteCredentials.Via("Administrator") });
        RoleAssumption assumption = Assert.Single(provider.Aws.Assumptions);
        Assert.Equal(("arn:aws:iam::222222222222:role/old/by-hand", "abc-42"), (assumption.RoleArn, assumption.ExternalId));
    }

    [Fact]
    public async Task Several_tiers_of_one_account_share_one_session()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        Provider command = provider.NewProvider();
        var roles = new RemoteAccessRoles(command, new RemoteAccounts(command));
        foreach (string tier in (string[])["ReadOnly", "Administrator"])
            await roles.PlanAsync(Request with { Tier = tier, Credentials = new RemoteCredentials.ThroughRole("Bootstrap") }, provider.Activity, FakeProvider.Cancellation);
        Assert.Single(provider.Aws.Assumptions);
    }

    [Fact]
    public async Task Two_rows_for_one_role_make_it_once()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        Provider command = provider.NewProvider();
        var roles = new RemoteAccessRoles(command, new RemoteAccounts(command));
        IChange<RemoteAccessRole> first = await roles.PlanAsync(Request, provider.Activity, FakeProvider.Cancellation);
        IChange<RemoteAccessRole> second = await roles.PlanAsync(Request, provider.Activity, FakeProvider.Cancellation);

        RemoteAccessRole[] results = await Task.WhenAll(first.ApplyAsync(provider.Activity, FakeProvider.Cancellation), second.ApplyAsync(provider.Activity, FakeProvider.Cancellation));
        Assert.Equal([ChangeStatus.Created, ChangeStatus.Unchanged], results.Select(role => role.Status!.Value).Order());
        Assert.Equal(1, provider.Log.Count("iam:CreateRole"));
    }

    [Fact]
    public async Task Two_rows_that_give_one_account_to_two_clients_end_in_one_role_and_one_refusal()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        IChange<RemoteAccessRole> first = await provider.PlanRoleAsync(Request);
        IChange<RemoteAccessRole> second = await provider.PlanRoleAsync(Request with { Client = "Other", Tier = "Administrator" });
        await first.ApplyAsync(provider.Activity, FakeProvider.Cancellation);
        await Refusal.OfAsync(ClientAccessError.AccountRecordedElsewhere, () => second.ApplyAsync(provider.Activity, FakeProvider.Cancellation));
        Assert.False(provider.Aws.RolesOf(FakeProvider.Remote).Has("acme-administrator"));
    }

    [Fact]
    public async Task What_is_asked_for_wrongly_is_refused_without_a_request()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await RefusedAsync(ClientAccessError.TierWithoutPolicy, Request with { Tier = "DevOps" });
        await RefusedAsync(ClientAccessError.TierNotFound, Request with { Tier = "Devopps" });
        await RefusedAsync(ClientAccessError.InvalidArn, Request with { ManagedPolicyArns = ["PowerUserAccess"] });
        await RefusedAsync(ClientAccessError.InvalidArn, Request with { PermissionsBoundaryArn = "boundary" });
        await RefusedAsync(ClientAccessError.InvalidPolicyDocument, Request with { PolicyDocument = "{" });
        await RefusedAsync(ClientAccessError.PolicyTooLong, Request with { PolicyDocument = Inline.Replace("\"s3:*\"", "[" + string.Join(",", Enumerable.Range(0, 700).Select(i => $"\"s3:Action{i:D6}\"")) + "]", StringComparison.Ordinal) });
        await RefusedAsync(ClientAccessError.InvalidArn, Request with { TrustedRoleArns = ["arn:aws:iam::444444444444:role/stranger"] });
        await RefusedAsync(ClientAccessError.InvalidText, Request with { ExternalId = "two words" });
        await RefusedAsync(ClientAccessError.InvalidText, Request with { Tags = new Dictionary<string, string> { ["crossaccess:client"] = "x" } });
        await RefusedAsync(ClientAccessError.InvalidText, Request with { Tags = Enumerable.Range(0, 48).ToDictionary(i => $"key{i}", _ => "x") });
        await RefusedAsync(ClientAccessError.InvalidDuration, Request with { MaxSessionDuration = TimeSpan.FromMinutes(59) });
        await RefusedAsync(ClientAccessError.InvalidDuration, Request with { MaxSessionDuration = TimeSpan.FromHours(12.5) });
        await RefusedAsync(ClientAccessError.NameTooLong, Request with { Client = new string('a', 25) });

        async Task RefusedAsync(ClientAccessError error, RemoteAccessRoleRequest request)
        {
            await Refusal.OfAsync(error, () => provider.PlanRoleAsync(request));
            Assert.Empty(provider.Log.All);
        }
    }

    [Fact]
    public async Task Removing_takes_off_everything_that_hangs_on_the_role_and_forgets_it()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await provider.MakeRoleAsync(Request with { ManagedPolicyArns = [ReadOnlyAccess], PolicyDocument = Inline });
        provider.Log.Clear();

        IChange<RemoteAccessRole> removal = await PlanRemovalAsync(provider);
        Assert.Empty(provider.Log.Writes);
        Assert.Equal(ChangeStatus.Removed, (await removal.ApplyAsync(provider.Activity, FakeProvider.Cancellation)).Status);
        Assert.Equal(["iam:DetachRolePolicy", "iam:DeleteRolePolicy", "iam:DeleteRole"], provider.Log.Writes);
        Assert.Empty(provider.Inventory.Clients["Abc"].Accounts[0].Roles);
        await Refusal.OfAsync(ClientAccessError.RoleNotFound, () => PlanRemovalAsync(provider));
    }

    [Fact]
    public async Task What_is_recorded_of_a_role_that_has_gone_is_dropped()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        await provider.MakeRoleAsync(Request);
        FakeIamRoles roles = provider.Aws.RolesOf(FakeProvider.Remote);
        await (await RemoteAccessRoleSteps.RemoveAsync("acme-read-only", roles, FakeProvider.Cancellation)).RunAsync(provider.Activity, FakeProvider.Cancellation);
        provider.Log.Clear();

        IChange<RemoteAccessRole> removal = await PlanRemovalAsync(provider);

        Assert.Null(removal.Action);
        Assert.Equal(ChangeStatus.Unchanged, (await removal.ApplyAsync(provider.Activity, FakeProvider.Cancellation)).Status);
        Assert.Empty(provider.Log.Writes);
        Assert.Empty(provider.Inventory.Clients["Abc"].Accounts[0].Roles);
        await Refusal.OfAsync(ClientAccessError.RoleNotFound, () => PlanRemovalAsync(provider));
    }

    [Fact]
    public async Task A_role_that_another_company_made_is_not_removed()
    {
        using FakeProvider provider = await FakeProvider.StartAsync();
        AddForeign(provider, "/", new Dictionary<string, string> { ["crossaccess:company"] = "another" });
        await Refusal.OfAsync(ClientAccessError.RoleExists, () => PlanRemovalAsync(provider));
        Assert.Empty(provider.Log.Writes);
    }

    private static Task<IChange<RemoteAccessRole>> PlanRemovalAsync(FakeProvider provider)
    {
        Provider command = provider.NewProvider();
        return new RemoteAccessRoles(command, new RemoteAccounts(command)).PlanRemovalAsync("Abc", FakeProvider.Remote, "ReadOnly", Request.Credentials, FakeProvider.Cancellation);
    }

    private static void AddForeign(FakeProvider provider, string path, Dictionary<string, string> tags) =>
        provider.Aws.RolesOf(FakeProvider.Remote).Add(
            new IamRole("acme-read-only", $"arn:aws:iam::{FakeProvider.Remote}:role{path}acme-read-only", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""") { Tags = tags },
            "arn:aws:iam::aws:policy/AdministratorAccess");
}
