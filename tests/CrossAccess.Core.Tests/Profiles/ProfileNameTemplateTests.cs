namespace CrossAccess.Core.Tests;

public sealed class ProfileNameTemplateTests
{
    private static readonly RoleTarget Named = Target("production");
    private static readonly RoleTarget Nameless = Target(null);
    private static readonly RoleTarget Foreign = Target("Büro");

    [Fact]
    public void Without_a_template_the_account_is_named_where_the_client_has_several()
    {
        ProfileNameTemplate names = ProfileNameTemplate.Parse(null);

        Assert.Equal("AbcCorp-ReadOnly", names.NameOf(Named, "acme", hasOneAccount: true));
        Assert.Equal("AbcCorp-production-ReadOnly", names.NameOf(Named, "acme", hasOneAccount: false));
        Assert.Equal("AbcCorp-222222222222-ReadOnly", names.NameOf(Nameless, "acme", hasOneAccount: false));
    }

    [Theory]
    [InlineData("{Client}-{Tier}", "AbcCorp-ReadOnly")]
    [InlineData("{client}.{TIER}@{AccountId}", "AbcCorp.ReadOnly@222222222222")]
    [InlineData("{Company}/{Client}/{AccountName}/{Tier}", "acme/AbcCorp/production/ReadOnly")]
    [InlineData("x:{Account}+y", "x:production+y")]
    [InlineData("fixed", "fixed")]
    public void Placeholders_are_filled_in(string template, string name) =>
        Assert.Equal(name, ProfileNameTemplate.Parse(template).NameOf(Named, "acme", hasOneAccount: true));

    [Fact]
    public void An_account_whose_name_no_profile_can_have_goes_by_its_id()
    {
        Assert.Equal("222222222222", ProfileNameTemplate.Parse("{Account}").NameOf(Foreign, "acme", hasOneAccount: true));
        Refusal.Of(ClientAccessError.InvalidNameTemplate, () => ProfileNameTemplate.Parse("{AccountName}").NameOf(Foreign, "acme", hasOneAccount: true));
    }

    [Fact]
    public void An_account_without_a_name_is_refused_with_what_to_use_instead() =>
        Assert.Contains("{Account}", Refusal.Of(ClientAccessError.InvalidNameTemplate, () => ProfileNameTemplate.Parse("{AccountName}").NameOf(Nameless, "acme", hasOneAccount: true)).RecommendedAction, StringComparison.Ordinal);

    [Theory]
    [InlineData("{Clien}")]
    [InlineData("{}")]
    [InlineData("{Client")]
    [InlineData("Client}")]
    [InlineData("{{Client}}")]
    [InlineData("{Client} {Tier}")]
    [InlineData("{Client}]")]
    [InlineData("[{Client}")]
    [InlineData("{Client}\n{Tier}")]
    [InlineData("{Client}\u0000")]
    [InlineData("\"{Client}\"")]
    [InlineData("{Client}#{Tier}")]
    [InlineData("{Client};{Tier}")]
    [InlineData("{Client}={Tier}")]
    [InlineData("-{Client}")]
    [InlineData("ü{Client}")]
    [InlineData("default")]
    [InlineData("")]
    public void What_cannot_name_a_profile_is_refused(string template) =>
        Assert.Contains("'{Client}-{Tier}'", Refusal.Of(ClientAccessError.InvalidNameTemplate, () => ProfileNameTemplate.Parse(template)).RecommendedAction, StringComparison.Ordinal);

    [Fact]
    public void The_default_profile_is_nobody_s_to_take() =>
        Refusal.Of(ClientAccessError.InvalidNameTemplate, () => ProfileNameTemplate.Parse("{Tier}").NameOf(Named with { Tier = "Default" }, "acme", hasOneAccount: true));

    private static RoleTarget Target(string? name) => new("AbcCorp", "ReadOnly", "222222222222", name, new InventoryRole("arn:aws:iam::222222222222:role/acme-read-only"));
}
