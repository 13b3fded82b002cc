using System.Text;

namespace CrossAccess.Core.Tests;

public sealed class ClientProfilesTests
{
    [Fact]
    public void A_block_holds_the_sign_in_a_home_profile_for_each_permission_set_and_a_profile_for_each_role()
    {
        string text = FakeProfiles.Export().ReplaceLineEndings("\n");

        Assert.Equal("""
            # BEGIN CrossAccess acme
            # Written by Export-ClientProfile. Keep what is your own outside: it does not write over what was changed here.

            [sso-session acme]
            sso_start_url = https://acme.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access

            [profile acme-home-AbcCorpAdministrator]
            sso_session = acme
            sso_account_id = 111111111111
            sso_role_name = AbcCorpAdministrator
            region = eu-west-1

            [profile acme-home-AbcCorpReadOnly]
            sso_session = acme
            sso_account_id = 111111111111
            sso_role_name = AbcCorpReadOnly
            region = eu-west-1

            [profile acme-home-GlobexReadOnly]
            sso_session = acme
            sso_account_id = 111111111111
            sso_role_name = GlobexReadOnly
            region = eu-west-1

            [profile AbcCorp-production-Administrator]
            # AbcCorp Administrator 222222222222
            role_arn = arn:aws:iam::222222222222:role/acme-administrator
            source_profile = acme-home-AbcCorpAdministrator
            role_session_name = ana
            region = eu-west-1

            [profile AbcCorp-production-ReadOnly]
            # AbcCorp ReadOnly 222222222222
            role_arn = arn:aws:iam::222222222222:role/acme-read-only
            source_profile = acme-home-AbcCorpReadOnly
            role_session_name = ana
            region = eu-west-1

            [profile AbcCorp-staging-ReadOnly]
            # AbcCorp ReadOnly 333333333333
            role_arn = arn:aws:iam::333333333333:role/acme-read-only
            source_profile = acme-home-AbcCorpReadOnly
            role_session_name = ana
            region = eu-west-1

            [profile Globex-ReadOnly]
            # Globex ReadOnly 444444444444
            role_arn = arn:aws:iam::444444444444:role/partner/acme-read-only
            source_profile = acme-home-GlobexReadOnly
            role_session_name = ana
            external_id = globex:1
            region = eu-west-1

            """.ReplaceLineEndings("\n"), text[..text.IndexOf("# END", StringComparison.Ordinal)]);
        Assert.Matches(@"# END CrossAccess acme [0-9a-f]{16}\n\z", text);
    }

    [Fact]
    public void A_second_export_changes_nothing_and_says_so()
    {
        ProfileChange again = FakeProfiles.Plan(FakeProfiles.Export("[default]\nregion = x\n"));

        Assert.Null(again.Content);
        Assert.Equal(4, again.Profiles.Count);
        Assert.All(again.Profiles, profile => Assert.Equal(ChangeStatus.Unchanged, profile.Status));
        Assert.Equal("", again.Difference);
    }

    [Fact]
    public void An_export_of_some_leaves_the_others_as_they_are()
    {
        string whole = FakeProfiles.Export();
        ProfileExport some = FakeProfiles.Of(FakeProfiles.AbcStaging) with { Targets = [FakeProfiles.Target(FakeProfiles.AbcStaging, "us-east-1")] };

        ProfileChange change = FakeProfiles.Plan(whole, some);

        string changed = Encoding.UTF8.GetString(change.Content!);
        Assert.Equal(ChangeStatus.Updated, Assert.Single(change.Profiles).Status);
        Assert.Equal("us-east-1", change.Profiles[0].Region);
        Assert.Equal(WithoutChecksum(whole), WithoutChecksum(changed).Replace("us-east-1", "eu-west-1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_region_and_a_session_name_that_a_profile_has_stay_until_others_are_named()
    {
        ProfileExport special = FakeProfiles.Whole() with { Targets = [FakeProfiles.Target(FakeProfiles.Globex, "us-east-1")], RoleSessionName = "ops" };
        string first = FakeProfiles.Export(export: special);

        ProfileChange second = FakeProfiles.Plan(first, FakeProfiles.Whole() with { RoleSessionName = null });

        string text = Encoding.UTF8.GetString(second.Content!);
        Assert.Equal(ChangeStatus.Unchanged, second.Profiles.Single(profile => profile.Client == "Globex").Status);
        Assert.Contains("role_session_name = ops", text, StringComparison.Ordinal);
        Assert.Contains("region = us-east-1", text, StringComparison.Ordinal);
        Assert.True(second.HasNameless);
    }

    [Fact]
    public void A_client_that_is_gone_from_the_inventory_is_gone_from_the_next_whole_export_with_what_it_alone_rested_on()
    {
        string whole = FakeProfiles.Export();

        ProfileChange change = FakeProfiles.Plan(whole, FakeProfiles.Whole() with { Targets = [FakeProfiles.Target(FakeProfiles.Globex)] });

        string text = Encoding.UTF8.GetString(change.Content!);
        Assert.Equal([ChangeStatus.Unchanged, ChangeStatus.Removed, ChangeStatus.Removed, ChangeStatus.Removed], change.Profiles.Select(profile => profile.Status));
        Assert.Equal("remove 3 client profiles", change.Action);
        Assert.DoesNotContain("AbcCorp", text, StringComparison.Ordinal);
        Assert.Contains("[sso-session acme]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_last_profile_goes_the_block_goes_and_the_file_is_what_it_was()
    {
        const string own = "[default]\r\nregion = x\r\n";

        ProfileChange change = FakeProfiles.Plan(FakeProfiles.Export(own), FakeProfiles.Of() with { IsInScope = _ => true });

        Assert.Equal(own, Encoding.UTF8.GetString(change.Content!));
        Assert.Equal(4, change.Profiles.Count);
    }

    [Fact]
    public void Two_providers_live_side_by_side_and_change_their_own()
    {
        ClientProfiles other = FakeProfiles.Profiles(configuration: FakeProfiles.Configuration with { Company = "other", StartUrl = "https://other.awsapps.com/start" });
        ProfileExport named = FakeProfiles.Whole() with { Names = ProfileNameTemplate.Parse("{Company}-{Client}-{Account}-{Tier}") };
        string ours = FakeProfiles.Export("# mine\n");

        string both = FakeProfiles.Export(ours, named, other);

        Assert.StartsWith(ours, both, StringComparison.Ordinal);
        Assert.Contains("# BEGIN CrossAccess other", both, StringComparison.Ordinal);
        Assert.Null(FakeProfiles.Plan(both).Content);
        Assert.Equal(both[ours.Length..], FakeProfiles.Export(both, FakeProfiles.Whole() with { Targets = [] })["# mine\n".Length..]);
    }

    [Theory]
    [InlineData("[profile Globex-ReadOnly]\nregion = x\n", 1)]
    [InlineData("\n[profile \"Globex-ReadOnly\"] # mine\n", 2)]
    [InlineData("#\r\n[ profile\tGlobex-ReadOnly ]\r\n", 2)]
    [InlineData("[profile 'Globex-ReadOnly']", 1)]
    [InlineData("[profile acme-home-GlobexReadOnly]\n", 1)]
    public void A_profile_of_the_same_name_that_is_not_ours_is_refused_by_name_and_the_others_are_written(string own, int line)
    {
        ProfileChange change = FakeProfiles.Plan(own);

        (ProfileKey role, ClientAccessException reason) = Assert.Single(change.Refused);
        Assert.Equal(FakeProfiles.Globex, role);
        Assert.Equal(ClientAccessError.ProfileExists, reason.Error);
        Assert.Contains($"on line {line} of '{FakeProfiles.Path}'", reason.Message, StringComparison.Ordinal);
        Assert.Contains("-NameTemplate", reason.RecommendedAction, StringComparison.Ordinal);
        Assert.StartsWith(own, Encoding.UTF8.GetString(change.Content!), StringComparison.Ordinal);
        Assert.Equal(["AbcCorp", "AbcCorp", "AbcCorp"], change.Profiles.Select(profile => profile.Client));
    }

    [Fact]
    public void A_profile_that_the_credentials_file_has_is_refused_too_since_its_keys_would_be_used()
    {
        ProfileExport export = FakeProfiles.Whole() with { TakenElsewhere = new Dictionary<string, string> { ["Globex-ReadOnly"] = "/home/ana/.aws/credentials" } };

        ClientAccessException reason = Assert.Single(FakeProfiles.Plan("", export).Refused).Reason;

        Assert.Equal(ClientAccessError.ProfileExists, reason.Error);
        Assert.Contains("'/home/ana/.aws/credentials'", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_refused_keeps_the_profile_that_it_has()
    {
        string whole = FakeProfiles.Export();
        Inventory hostile = FakeProfiles.Inventory.WithRole("Globex", "444444444444", "ReadOnly", new InventoryRole("arn:aws:iam::444444444444:role/acme-read-only") { ExternalId = "x\ncredential_process = evil" });
        ProfileExport export = FakeProfiles.Whole() with { Targets = [FakeProfiles.Target(FakeProfiles.Globex, inventory: hostile)] };

        ProfileChange change = FakeProfiles.Plan(whole, export, FakeProfiles.Profiles(inventory: hostile));

        Assert.Equal(ClientAccessError.InvalidText, Assert.Single(change.Refused).Reason.Error);
        string text = Encoding.UTF8.GetString(change.Content!);
        Assert.Contains("external_id = globex:1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sso_start_url = https://acme.awsapps.com/start\nsso_region = eu-west-1\n")]
    [InlineData("sso_start_url = https://ACME.awsapps.com/start/#/\nsso_region = eu-west-1\nsso_registration_scopes = sso:account:access\n")]
    public void A_sign_in_of_the_same_name_that_leads_to_the_same_place_is_used_as_it_is(string settings)
    {
        string own = $"[sso-session acme]\n{settings}";

        string text = FakeProfiles.Export(own);

        Assert.Equal(1, text.Split("[sso-session acme]").Length - 1);
        Assert.StartsWith(own, text, StringComparison.Ordinal);
        Assert.Null(FakeProfiles.Plan(text).Content);
    }

    [Theory]
    [InlineData("sso_start_url = https://elsewhere.awsapps.com/start\nsso_region = eu-west-1\n")]
    [InlineData("sso_start_url = https://acme.awsapps.com/start\nsso_region = us-east-1\n")]
    [InlineData("")]
    public void A_sign_in_of_the_same_name_that_leads_elsewhere_is_refused(string settings)
    {
        ClientAccessException refusal = Refusal.Of(ClientAccessError.ProfileExists, () => FakeProfiles.Plan($"[sso-session \"acme\"]\n{settings}"));

        Assert.Contains("on line 1", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("-SessionName", refusal.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("[sso-session work]", FakeProfiles.Export($"[sso-session acme]\n{settings}", profiles: FakeProfiles.Profiles(signIn: "work")), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_roles_of_one_name_are_refused_before_anything_is_written()
    {
        ClientAccessException refusal = Refusal.Of(ClientAccessError.InvalidNameTemplate, () => FakeProfiles.Plan("", FakeProfiles.Whole() with { Names = ProfileNameTemplate.Parse("{Client}-{Tier}") }));

        Assert.Contains("AbcCorp ReadOnly 222222222222 and AbcCorp ReadOnly 333333333333", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("{AccountId}", refusal.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_another_profile_of_the_block_has_is_refused_as_well()
    {
        string some = FakeProfiles.Export(export: FakeProfiles.Of(FakeProfiles.AbcProduction));

        Refusal.Of(ClientAccessError.InvalidNameTemplate, () => FakeProfiles.Plan(some, FakeProfiles.Of(FakeProfiles.Globex) with { Names = ProfileNameTemplate.Parse("abccorp-production-{Tier}") }));
        Refusal.Of(ClientAccessError.InvalidNameTemplate, () => FakeProfiles.Plan("", FakeProfiles.Of(FakeProfiles.Globex) with { Names = ProfileNameTemplate.Parse("acme-home-{Client}{Tier}") }));
    }

    [Fact]
    public void A_renamed_profile_is_changed_not_doubled()
    {
        ProfileChange change = FakeProfiles.Plan(FakeProfiles.Export(), FakeProfiles.Whole() with { Names = ProfileNameTemplate.Parse("{Client}/{AccountId}/{Tier}") });

        Assert.All(change.Profiles, profile => Assert.Equal(ChangeStatus.Updated, profile.Status));
        Assert.Equal("change 4 client profiles", change.Action);
        Assert.Contains("- [profile Globex-ReadOnly]" + Environment.NewLine + "+ [profile Globex/444444444444/ReadOnly]", change.Difference, StringComparison.Ordinal);
        Assert.DoesNotContain("[profile Globex-ReadOnly]", Encoding.UTF8.GetString(change.Content!), StringComparison.Ordinal);
    }

    [Fact]
    public void The_difference_shows_what_comes_what_goes_and_what_stands_around_a_changed_line()
    {
        string some = FakeProfiles.Export(export: FakeProfiles.Of(FakeProfiles.Globex, FakeProfiles.AbcProduction));
        ProfileExport export = FakeProfiles.Whole() with { Targets = [FakeProfiles.Target(FakeProfiles.Globex, "us-east-1"), FakeProfiles.Target(FakeProfiles.AbcStaging)] };

        string difference = FakeProfiles.Plan(some, export).Difference.ReplaceLineEndings("\n");

        Assert.Equal("""
            - [profile AbcCorp-production-ReadOnly]
            - # AbcCorp ReadOnly 222222222222
            - role_arn = arn:aws:iam::222222222222:role/acme-read-only
            - source_profile = acme-home-AbcCorpReadOnly
            - role_session_name = ana
            - region = eu-west-1

            + [profile AbcCorp-staging-ReadOnly]
            + # AbcCorp ReadOnly 333333333333
            + role_arn = arn:aws:iam::333333333333:role/acme-read-only
            + source_profile = acme-home-AbcCorpReadOnly
            + role_session_name = ana
            + region = eu-west-1

              [profile Globex-ReadOnly]
              # Globex ReadOnly 444444444444
              role_arn = arn:aws:iam::444444444444:role/partner/acme-read-only
              source_profile = acme-home-GlobexReadOnly
              role_session_name = ana
              external_id = globex:1
            - region = eu-west-1
            + region = us-east-1
            """.ReplaceLineEndings("\n"), difference);
    }

    [Fact]
    public void Thousands_of_clients_are_planned_in_one_go()
    {
        Inventory inventory = FakeProfiles.Inventory;
        for (int client = 0; client < 2_000; client++)
        {
            string account = (500_000_000_000 + client).ToString(System.Globalization.CultureInfo.InvariantCulture);
            inventory = inventory with
            {
                Clients = inventory.Clients.Add($"Client{client}", new InventoryClient
                {
                    Accounts = [new InventoryAccount(account)],
                    PermissionSets = inventory.Clients["Globex"].PermissionSets.Add("ReadOnly", "arn"),
                }),
            };
        }
        inventory = inventory with { Company = "acme", Region = "eu-west-1" };
        ProfileKey[] roles = [.. Enumerable.Range(0, 2_000).Select(client => new ProfileKey($"Client{client}", "ReadOnly", (500_000_000_000 + client).ToString(System.Globalization.CultureInfo.InvariantCulture)))];
        ProfileExport export = FakeProfiles.Whole() with { Targets = [.. roles.Select(role => FakeProfiles.Target(role, inventory: inventory))] };
        ClientProfiles profiles = FakeProfiles.Profiles(inventory: inventory);

        string text = FakeProfiles.Export("", export, profiles);

        Assert.Equal(4_000, text.Split("\n[profile ").Length - 1);
        Assert.Null(FakeProfiles.Plan(text, export, profiles).Content);
    }

    [Theory]
    [InlineData("acme]\n[default", "111111111111", "eu-west-1", ClientAccessError.InvalidCompanyName)]
    [InlineData("acme", "1111", "eu-west-1", ClientAccessError.InvalidAccountId)]
    [InlineData("acme", "111111111111", "eu-west-1\ncredential_process = x", ClientAccessError.RegionNotFound)]
    public void What_the_inventory_says_may_not_write_lines_of_its_own(string company, string home, string region, ClientAccessError error) =>
        Refusal.Of(error, () => FakeProfiles.Profiles(configuration: FakeProfiles.Configuration with { Company = company, HomeAccountId = home, Region = region }));

    [Theory]
    [InlineData("https://acme.awsapps.com/start\ncredential_process=x", ClientAccessError.InvalidText)]
    [InlineData("http://acme.awsapps.com/start", ClientAccessError.InvalidText)]
    [InlineData(null, ClientAccessError.NotInitialized)]
    public void Without_a_portal_s_address_there_is_no_sign_in_to_write(string? url, ClientAccessError error) =>
        Refusal.Of(error, () => FakeProfiles.Plan("", profiles: FakeProfiles.Profiles(configuration: FakeProfiles.Configuration with { StartUrl = url })));

    [Theory]
    [InlineData("my session")]
    [InlineData("x]\n[profile y")]
    [InlineData("")]
    public void A_sign_in_s_name_is_checked(string name) => Refusal.Of(ClientAccessError.InvalidText, () => FakeProfiles.Profiles(signIn: name));

    private static string WithoutChecksum(string text) => System.Text.RegularExpressions.Regex.Replace(text, "(?m)^# END CrossAccess acme .*$", "");
}
