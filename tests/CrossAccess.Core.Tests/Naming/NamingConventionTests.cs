namespace CrossAccess.Core.Tests;

public sealed class NamingConventionTests
{
    [Theory]
    [InlineData("Administrator", "acme-administrator")]
    [InlineData("ReadOnly", "acme-read-only")]
    [InlineData("DevOps", "acme-devops")]
    public void A_built_in_tiers_role_is_named_after_company_and_tier(string tier, string expected) =>
        Assert.Equal(expected, NamingConvention.RoleName("acme", Inventory.Empty.RequireTier(tier)));

    [Theory]
    [InlineData("S3Audit", "s3-audit")]
    [InlineData("Billing", "billing")]
    [InlineData("EC2Start", "ec2-start")]
    [InlineData("AWSBilling", "aws-billing")]
    [InlineData("readOnly", "read-only")]
    [InlineData("X", "x")]
    public void The_words_of_a_custom_tier_become_its_roles_suffix(string tier, string suffix) =>
        Assert.Equal(suffix, TierName.ToRoleNameSuffix(tier));

    [Theory]
    [InlineData("AbcCorp", "Administrator", "AbcCorpAdministrator")]
    [InlineData("AbcCorp", "DevOps", "AbcCorpDevOps")]
    [InlineData("3M", "ReadOnly", "3MReadOnly")]
    public void A_permission_set_is_named_client_and_tier(string client, string tier, string expected) =>
        Assert.Equal(expected, NamingConvention.PermissionSetName(client, tier));

    [Fact]
    public void A_permission_sets_name_of_32_characters_is_accepted_and_of_33_is_refused()
    {
        Assert.Equal(32, NamingConvention.PermissionSetName(new string('a', 24), "ReadOnly").Length);
        ClientAccessException refusal = Refusal.Of(ClientAccessError.NameTooLong, () => NamingConvention.PermissionSetName(new string('a', 25), "ReadOnly"));
        Assert.Contains("33 characters", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("at most 24 characters", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_roles_name_of_64_characters_is_accepted_and_of_65_is_refused()
    {
        var tier = new AccessTier("Long", new string('x', 31));
        Assert.Equal(64, NamingConvention.RoleName(new string('c', 32), tier).Length);
        Refusal.Of(ClientAccessError.NameTooLong, () => NamingConvention.RoleName(new string('c', 32), tier with { RoleNameSuffix = new string('x', 32) }));
    }

    [Fact]
    public void A_message_about_an_endless_name_stays_short() =>
        Assert.InRange(Refusal.Of(ClientAccessError.NameTooLong, () => NamingConvention.PermissionSetName(new string('a', 1000), "ReadOnly")).Message.Length, 1, 400);

    [Theory]
    [InlineData("Ops_Team+1=a,b.c@d-e")]
    [InlineData("x")]
    public void AWSs_characters_may_name_a_permission_set(string name) => Assert.Equal(name, NamingConvention.ParsePermissionSetName(name));

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("slash/ed")]
    [InlineData("Zürich")]
    [InlineData("Ops１")]
    [InlineData("Ops\u0000x")]
    public void Other_characters_may_not(string name) => Refusal.Of(ClientAccessError.InvalidText, () => NamingConvention.ParsePermissionSetName(name));

    [Fact]
    public void A_given_permission_sets_name_has_32_characters_at_most()
    {
        Assert.Equal(32, NamingConvention.ParsePermissionSetName(new string('n', 32)).Length);
        Refusal.Of(ClientAccessError.NameTooLong, () => NamingConvention.ParsePermissionSetName(new string('n', 33)));
    }

    [Fact]
    public void Whatever_a_tiers_name_its_suffix_is_words_of_lower_case_with_single_dashes_and_keeps_every_letter()
    {
        var random = new Random(20_261_123);
        for (int i = 0; i < 5_000; i++)
        {
            string tier = RandomNames.Tier(random);
            string suffix = TierName.ToRoleNameSuffix(tier);
            Assert.Matches(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", suffix);
            Assert.Equal(tier.ToLowerInvariant(), suffix.Replace("-", "", StringComparison.Ordinal));
        }
    }
}
