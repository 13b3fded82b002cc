using System.Text.RegularExpressions;

namespace CrossAccess.Core.Tests;

public sealed partial class SwitchRoleFormatTests
{
    [Fact]
    public void The_extension_is_given_a_base_for_each_permission_set_and_the_roles_that_it_reaches_in_their_tier_s_colour()
    {
        (string text, MadeProfiles made) = FakeProfiles.Profiles(ClientProfileFormat.AwsExtendSwitchRoles).Write(FakeProfiles.Whole());

        Assert.Equal("""
            [acme-home-AbcCorpAdministrator]
            aws_account_id = 111111111111
            role_name = AbcCorpAdministrator

            [acme-home-AbcCorpReadOnly]
            aws_account_id = 111111111111
            role_name = AbcCorpReadOnly

            [AbcCorp-production-Administrator]
            # AbcCorp Administrator 222222222222
            role_arn = arn:aws:iam::222222222222:role/acme-administrator
            source_profile = acme-home-AbcCorpAdministrator
            color = f2b0a9
            region = eu-west-1

            [AbcCorp-production-ReadOnly]
            # AbcCorp ReadOnly 222222222222
            role_arn = arn:aws:iam::222222222222:role/acme-read-only
            source_profile = acme-home-AbcCorpReadOnly
            color = b7ca9d
            region = eu-west-1

            [AbcCorp-staging-ReadOnly]
            # AbcCorp ReadOnly 333333333333
            role_arn = arn:aws:iam::333333333333:role/acme-read-only
            source_profile = acme-home-AbcCorpReadOnly
            color = b7ca9d
            region = eu-west-1
            """.ReplaceLineEndings("\n"), text);
        (ProfileKey role, string reason) = Assert.Single(made.LeftOut);
        Assert.Equal(FakeProfiles.Globex, role);
        Assert.Contains("external id", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:iam::444444444444:role/partner/acme-read-only", null)]
    // 31 of path, a slash, and 32 or 33 of name.
    [InlineData("arn:aws:iam::444444444444:role/ppppppppppppppppppppppppppppppp/nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn", null)]
    [InlineData("arn:aws:iam::444444444444:role/ppppppppppppppppppppppppppppppp/nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn", "64 characters")]
    [InlineData("arn:aws:iam::444444444444:role/a=b", "'='")]
    public void What_Switch_Role_or_the_extension_could_not_enter_is_left_out(string arn, string? reason)
    {
        Inventory inventory = FakeProfiles.Inventory.WithRole("Globex", "444444444444", "ReadOnly", null).WithRole("Globex", "444444444444", "ReadOnly", new InventoryRole(arn));
        ProfileExport export = FakeProfiles.Whole() with { Targets = [FakeProfiles.Target(FakeProfiles.Globex, inventory: inventory)] };

        (string text, MadeProfiles made) = FakeProfiles.Profiles(ClientProfileFormat.AwsExtendSwitchRoles, inventory).Write(export);

        if (reason is null) Assert.Contains($"role_arn = {arn}\n", text, StringComparison.Ordinal);
        else Assert.Contains(reason, Assert.Single(made.LeftOut).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_file_it_has_a_block_too_and_a_role_that_can_no_longer_be_switched_to_goes()
    {
        Inventory open = FakeProfiles.Inventory.WithRole("Globex", "444444444444", "ReadOnly", null).WithRole("Globex", "444444444444", "ReadOnly", new InventoryRole("arn:aws:iam::444444444444:role/acme-read-only"));
        ProfileExport before = FakeProfiles.Whole() with { Targets = [FakeProfiles.Target(FakeProfiles.Globex, inventory: open)] };
        string text = FakeProfiles.Export("[mine]\naws_account_id = 555555555555\nrole_name = x\n", before, FakeProfiles.Profiles(ClientProfileFormat.AwsExtendSwitchRoles, open));
        Assert.Contains("[Globex-ReadOnly]", text, StringComparison.Ordinal);

        ProfileChange change = FakeProfiles.Plan(text, profiles: FakeProfiles.Profiles(ClientProfileFormat.AwsExtendSwitchRoles));

        Assert.Equal(ChangeStatus.Removed, change.Profiles.Single(profile => profile.Client == "Globex").Status);
        Assert.False(change.HasNameless);
    }

    [Theory]
    [InlineData("[Globex-ReadOnly]\n")]
    [InlineData("[profile Globex-ReadOnly]\n")]
    public void Its_names_are_taken_with_and_without_the_word_profile(string own)
    {
        Inventory open = FakeProfiles.Inventory.WithRole("Globex", "444444444444", "ReadOnly", null).WithRole("Globex", "444444444444", "ReadOnly", new InventoryRole("arn:aws:iam::444444444444:role/acme-read-only"));
        ProfileExport export = FakeProfiles.Whole() with { Targets = [FakeProfiles.Target(FakeProfiles.Globex, inventory: open)] };

        Assert.Equal(ClientAccessError.ProfileExists, Assert.Single(FakeProfiles.Plan(own, export, FakeProfiles.Profiles(ClientProfileFormat.AwsExtendSwitchRoles, open)).Refused).Reason.Error);
    }

    [Fact]
    public void Every_line_is_one_that_the_extension_reads()
    {
        string text = FakeProfiles.Profiles(ClientProfileFormat.AwsExtendSwitchRoles).Write(FakeProfiles.Whole()).Text;

        // From ; or # on it reads nothing, and a value up to the second =.
        Assert.All(text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'), line => Assert.Matches(Readable(), line));
    }

    [GeneratedRegex(@"\A(\[[^\[\];#]+\]|(aws_account_id|role_name|role_arn|source_profile|color|region) = [^=;#]+)\z")]
    private static partial Regex Readable();
}
