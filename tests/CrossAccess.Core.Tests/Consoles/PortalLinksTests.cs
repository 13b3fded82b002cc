using System.Collections.Immutable;
using System.Collections.Specialized;
using System.Web;

namespace CrossAccess.Core.Tests;

public sealed class PortalLinksTests
{
    [Theory]
    [InlineData("eu-west-1", "https://acme.awsapps.com/start", "eu-west-1.console.aws.amazon.com")]
    [InlineData("cn-north-1", "https://start.home.awsapps.cn/directory/acme", "cn-north-1.console.amazonaws.cn")]
    [InlineData("us-gov-west-1", "https://start.us-gov-home.awsapps.com/directory/acme", "us-gov-west-1.console.amazonaws-us-gov.com")]
    [InlineData("eusc-de-east-1", "https://acme.portal.eusc-de-east-1.app.amazonwebservices.eu", "eusc-de-east-1.console.amazonaws-eusc.eu")]
    public async Task The_portal_is_asked_for_home_with_the_clients_permission_set(string region, string startUrl, string console)
    {
        using FakeProvider provider = await StartAsync(inventory => inventory with { Region = region, StartUrl = startUrl });

        PortalLink link = new PortalLinks(provider.NewProvider()).Of("abc", "readonly", new ConsolePage { Service = "s3" });

        string[] parts = link.Url.Split("/#/console?");
        Assert.Equal(startUrl, parts[0]);
        NameValueCollection query = HttpUtility.ParseQueryString(parts[1]);
        Assert.Equal(["account_id", "role_name", "destination"], query.AllKeys);
        Assert.Equal((FakeProvider.Home, "AbcReadOnly", $"https://{console}/s3/home?region={region}"), (query["account_id"], query["role_name"], query["destination"]));
        Assert.Equal(("Abc", "ReadOnly", FakeProvider.Home, "AbcReadOnly"), (link.Client, link.Tier, link.HomeAccountId, link.PermissionSetName));
        Assert.Empty(provider.Log.All);
    }

    [Fact]
    public async Task Without_a_page_the_permission_set_says_where_it_opens()
    {
        using FakeProvider provider = await StartAsync();

        PortalLink link = new PortalLinks(provider.NewProvider()).Of("Abc", "ReadOnly", ConsolePage.Home);

        Assert.Equal("https://acme.awsapps.com/start/#/console?account_id=111111111111&role_name=AbcReadOnly", link.Url);
        Assert.Null(link.Destination);
    }

    [Fact]
    public async Task A_permission_set_of_its_own_name_is_named_by_it()
    {
        using FakeProvider provider = await StartAsync(inventory => inventory with { Clients = inventory.Clients.SetItem("Abc", inventory.Clients["Abc"] with { PermissionSetNames = ImmutableSortedDictionary<string, string>.Empty.Add("ReadOnly", "by+hand") }) });

        Assert.EndsWith("&role_name=by%2Bhand", new PortalLinks(provider.NewProvider()).Of("Abc", "ReadOnly", ConsolePage.Home).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_inventory_the_sign_in_knows_portal_and_home()
    {
        using FakeProvider provider = new();
        Refusal.Of(ClientAccessError.NotInitialized, () => new PortalLinks(provider.NewProvider()).Of("Abc", "Backup", ConsolePage.Home));
        provider.Aws.SignIns.Save(new SignInToken("acme.json", "https://acme.awsapps.com/start", "eu-west-1", "access", DateTimeOffset.UtcNow.AddHours(1)) { SessionName = "acme" });
        Assert.Contains("home account", Refusal.Of(ClientAccessError.NotInitialized, () => new PortalLinks(provider.NewProvider()).Of("Abc", "Backup", ConsolePage.Home)).Message, StringComparison.Ordinal);
        provider.Aws.SignIns.Save(provider.Aws.SignIns.Find("acme")! with { HomeAccountId = FakeProvider.Home });

        PortalLink link = new PortalLinks(provider.NewProvider()).Of("Abc", "Backup", ConsolePage.Home);

        Assert.Equal("https://acme.awsapps.com/start/#/console?account_id=111111111111&role_name=AbcBackup", link.Url);
    }

    [Fact]
    public async Task What_the_inventory_does_not_record_has_no_link()
    {
        using FakeProvider provider = await StartAsync();
        var links = new PortalLinks(provider.NewProvider());

        Refusal.Of(ClientAccessError.ClientNotFound, () => links.Of("Nobody", "ReadOnly", ConsolePage.Home));
        Refusal.Of(ClientAccessError.TierNotFound, () => links.Of("Abc", "Nothing", ConsolePage.Home));
        Refusal.Of(ClientAccessError.InvalidText, () => links.Of("Abc", "ReadOnly", new ConsolePage { Destination = "https://evil.example/" }));
        Refusal.Of(ClientAccessError.RegionNotFound, () => links.Of("Abc", "ReadOnly", new ConsolePage { Region = "cn-north-1" }));
    }

    private static Task<FakeProvider> StartAsync(Func<Inventory, Inventory>? change = null) =>
        FakeProvider.StartAsync(inventory => (change ?? (same => same))(inventory.WithAccount("Abc", FakeProvider.Remote) with { StartUrl = "https://acme.awsapps.com/start" }));
}
