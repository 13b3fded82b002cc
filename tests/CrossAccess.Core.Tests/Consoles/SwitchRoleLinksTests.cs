using System.Web;
using System.Collections.Specialized;

namespace CrossAccess.Core.Tests;

public sealed class SwitchRoleLinksTests
{
    private static readonly RoleTarget Target = new("Abc", "ReadOnly", FakeProvider.Remote, null, new InventoryRole(FakeProvider.RoleArnOfAbc));

    [Theory]
    [InlineData("aws", "signin.aws.amazon.com")]
    [InlineData("aws-cn", "signin.amazonaws.cn")]
    [InlineData("aws-us-gov", "signin.amazonaws-us-gov.com")]
    [InlineData("aws-eusc", "eusc-de-east-1.signin.amazonaws-eusc.eu")]
    public async Task The_link_is_of_the_roles_partition_and_names_the_role_whole(string partition, string host)
    {
        SwitchRoleLink link = await LinkAsync(Of($"arn:{partition}:iam::222222222222:role/partner/acme+read,only"));

        var url = new Uri(link.Url);
        Assert.Equal((Uri.UriSchemeHttps, host, "/switchrole"), (url.Scheme, url.Host, url.AbsolutePath));
        NameValueCollection query = HttpUtility.ParseQueryString(url.Query);
        Assert.Equal(["account", "roleName", "displayName", "color"], query.AllKeys);
        Assert.Equal(("222222222222", "partner/acme+read,only", "Abc ReadOnly", "b7ca9d"), (query["account"], query["roleName"], query["displayName"], query["color"]));
    }

    [Fact]
    public async Task Path_and_name_may_have_64_characters_together()
    {
        Assert.Contains(new string('r', 57), (await LinkAsync(Of($"arn:aws:iam::222222222222:role/path/p/{new string('r', 57)}"))).Url, StringComparison.Ordinal);

        ClientAccessException refused = await RefusalAsync(ClientAccessError.NameTooLong, Of($"arn:aws:iam::222222222222:role/path/p/{new string('r', 58)}"));

        Assert.Contains("65 characters", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Sign in to the console instead: Open-ClientConsole Abc -Tier ReadOnly -Account 222222222222", refused.RecommendedAction);
    }

    [Fact]
    public async Task A_role_that_wants_an_external_id_is_refused_without_telling_it()
    {
        ClientAccessException refused = await RefusalAsync(ClientAccessError.ExternalIdRequired, Target with { Role = Target.Role with { ExternalId = "abc-42" } });

        Assert.Contains("external id", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc-42", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Open-ClientConsole Abc -Tier ReadOnly", refused.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sessions_role_is_refused_by_what_the_inventory_knows_of_it_and_taken_where_it_knows_nothing()
    {
        var session = new RoleSession("Abc", FakeProvider.Remote, null, "ReadOnly", FakeProvider.RoleArnOfAbc, "eu-west-1", new AwsCredentials("ASIA", "s", "t", DateTimeOffset.MaxValue)) { RoleSessionName = "jane" };
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        Assert.Contains("roleName=acme-read-only", new SwitchRoleLinks(provider.NewProvider()).Of(session, null, null).Url, StringComparison.Ordinal);

        await provider.UpdateAsync(inventory => inventory.WithRole("Abc", FakeProvider.Remote, "ReadOnly", new InventoryRole(FakeProvider.RoleArnOfAbc) { ExternalId = "abc-42" }));

        Refusal.Of(ClientAccessError.ExternalIdRequired, () => new SwitchRoleLinks(provider.NewProvider()).Of(session, null, null));
    }

    [Theory]
    [InlineData("Administrator", "f2b0a9")]
    [InlineData("DevOps", "fbc8aa")]
    [InlineData("ReadOnly", "b7ca9d")]
    [InlineData("Backup", "83d4e8")]
    [InlineData("BreakGlass", "f2b0a9")]
    public async Task Whatever_may_do_everything_stands_out(string tier, string color)
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        await provider.UpdateAsync(inventory => inventory.WithTier(new AccessTier("BreakGlass", "break-glass") { ManagedPolicyArn = ["arn:aws:iam::aws:policy/AdministratorAccess"] }));

        Assert.Equal(color, new SwitchRoleLinks(provider.NewProvider()).Of(Target with { Tier = tier }, null, null).Color);
    }

    [Theory]
    [InlineData("red", "f2b0a9")]
    [InlineData("#AABBCC", "aabbcc")]
    [InlineData("aabbcc", "aabbcc")]
    public async Task A_colour_is_a_name_or_six_digits(string given, string expected) =>
        Assert.Equal(expected, (await LinkAsync(Target, color: given)).Color);

    [Theory]
    [InlineData("mauve")]
    [InlineData("#abc")]
    [InlineData("aabbcc&account=333333333333")]
    [InlineData("aabbc\u0663")]
    public async Task Anything_else_is_no_colour(string given) => await RefusalAsync(ClientAccessError.InvalidText, Target, color: given);

    [Fact]
    public async Task A_display_name_is_one_line_of_64_characters_and_cannot_add_to_the_query()
    {
        string hostile = "A&account=333333333333#/?=%26 ü";
        Assert.Equal(hostile, HttpUtility.ParseQueryString(new Uri((await LinkAsync(Target, hostile)).Url).Query)["displayName"]);
        Assert.Equal(64, (await LinkAsync(Target, new string('n', 64))).DisplayName.Length);
        await RefusalAsync(ClientAccessError.InvalidText, Target, new string('n', 65));
        await RefusalAsync(ClientAccessError.InvalidText, Target, "two\nlines");
    }

    [Fact]
    public async Task By_default_the_name_tells_a_clients_accounts_apart()
    {
        using FakeProvider provider = await FakeProvider.StartAsync(inventory => inventory.WithAccount("Abc", FakeProvider.Remote, "production").WithAccount("Abc", FakeProvider.Second));
        var links = new SwitchRoleLinks(provider.NewProvider());

        Assert.Equal("Abc production ReadOnly", links.Of(Target with { AccountName = "production" }, null, null).DisplayName);
        Assert.Equal("Abc 333333333333 ReadOnly", links.Of(Target with { AccountId = FakeProvider.Second }, null, null).DisplayName);
        Assert.Equal(64, links.Of(Target with { AccountName = new string('a', 64) }, null, null).DisplayName.Length);
    }

    [Fact]
    public async Task Nothing_is_asked_of_AWS_and_the_configuration_is_read_once()
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        var links = new SwitchRoleLinks(provider.NewProvider());
        foreach (int _ in Enumerable.Range(0, 3)) links.Of(Target, null, null);
        Assert.Equal(1, provider.Aws.Federation.EndpointReads);
        Assert.Empty(provider.Aws.Federation.Asked);
        Assert.Empty(provider.Aws.Assumptions);
    }

    private static RoleTarget Of(string arn) => Target with { Role = new InventoryRole(arn) };

    private static async Task<SwitchRoleLink> LinkAsync(RoleTarget target, string? displayName = null, string? color = null)
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        return new SwitchRoleLinks(provider.NewProvider()).Of(target, displayName, color);
    }

    private static async Task<ClientAccessException> RefusalAsync(ClientAccessError error, RoleTarget target, string? displayName = null, string? color = null)
    {
        using FakeProvider provider = await FakeProvider.StartWithAbcAsync();
        return Refusal.Of(error, () => new SwitchRoleLinks(provider.NewProvider()).Of(target, displayName, color));
    }
}
