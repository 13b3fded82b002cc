using System.Collections.Specialized;
using System.Web;

namespace CrossAccess.Core.Tests;

public sealed class ConsoleSignInsTests
{
    private static readonly RoleEntryRequest Abc = new("Abc", "ReadOnly");

    [Theory]
    [InlineData("aws", "eu-west-1", "eu-west-1.signin.aws.amazon.com", "eu-west-1.console.aws.amazon.com")]
    [InlineData("aws", "us-east-1", "signin.aws.amazon.com", "us-east-1.console.aws.amazon.com")]
    [InlineData("aws-cn", "cn-northwest-1", "cn-northwest-1.signin.amazonaws.cn", "cn-northwest-1.console.amazonaws.cn")]
    [InlineData("aws-us-gov", "us-gov-west-1", "signin.amazonaws-us-gov.com", "us-gov-west-1.console.amazonaws-us-gov.com")]
    [InlineData("aws-eusc", "eusc-de-east-1", "eusc-de-east-1.signin.amazonaws-eusc.eu", "eusc-de-east-1.console.amazonaws-eusc.eu")]
    public async Task The_address_is_of_the_roles_partition_and_made_of_the_token(string partition, string region, string signInHost, string consoleHost)
    {
        using FakeProvider provider = await StartAsync();

        ConsoleSignIn signIn = await SignInAsync(provider, Session(partition, region), new ConsolePage { Service = "s3" });

        Assert.Equal((Uri.UriSchemeHttps, signInHost, "/federation"), (signIn.Url.Scheme, signIn.Url.Host, signIn.Url.AbsolutePath));
        NameValueCollection query = HttpUtility.ParseQueryString(signIn.Url.Query);
        Assert.Equal(["Action", "Issuer", "Destination", "SigninToken"], query.AllKeys);
        Assert.Equal(("login", "https://acme.awsapps.com/start", $"https://{consoleHost}/s3/home?region={region}", FakeFederation.Token), (query["Action"], query["Issuer"], query["Destination"], query["SigninToken"]));
        Assert.Equal($"https://{signInHost}", provider.Aws.Federation.Asked.Single().Hosts.SignIn);
    }

    [Fact]
    public async Task The_token_stands_in_nothing_that_is_said()
    {
        using FakeProvider provider = await StartAsync();

        ConsoleSignIn signIn = await SignInAsync(provider, Session(), ConsolePage.Home);

        Assert.DoesNotContain(FakeFederation.Token, signIn.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(provider.Activity.Verbosities);
        Assert.All([.. provider.Activity.Verbosities, .. provider.Activity.Warnings], text => Assert.DoesNotContain(FakeFederation.Token, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_address_lasts_a_quarter_of_an_hour_or_as_long_as_the_session()
    {
        using FakeProvider provider = await StartAsync();
        DateTimeOffset before = DateTimeOffset.UtcNow;

        Assert.InRange((await SignInAsync(provider, Session(), ConsolePage.Home)).Expiration - before, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16));
        Assert.Empty(provider.Activity.Warnings);
        RoleSession ending = Session(left: TimeSpan.FromMinutes(6.5));
        Assert.Equal(ending.Expiration, (await SignInAsync(provider, ending, ConsolePage.Home)).Expiration);
        Assert.Contains("ends in 6 minutes", Assert.Single(provider.Activity.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_has_ended_is_not_sent_and_the_command_that_renews_it_is_named()
    {
        using FakeProvider provider = await StartAsync();

        ClientAccessException refused = await Refusal.OfAsync(ClientAccessError.CredentialsExpired, () => SignInAsync(provider, Session(left: TimeSpan.FromSeconds(-1)), ConsolePage.Home));

        Assert.Equal("Enter again: Enter-ClientRole Abc -Tier ReadOnly -Account 222222222222", refused.RecommendedAction);
        Assert.Empty(provider.Aws.Federation.Asked);
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_page_or_Region_that_cannot_be()
    {
        using FakeProvider provider = await StartAsync();

        await Refusal.OfAsync(ClientAccessError.RegionNotFound, () => SignInAsync(provider, Session(), new ConsolePage { Region = "cn-north-1" }));
        await Refusal.OfAsync(ClientAccessError.RegionNotFound, () => SignInAsync(provider, Session(), new ConsolePage { Region = "x.evil.example" }));
        await Refusal.OfAsync(ClientAccessError.InvalidText, () => SignInAsync(provider, Session(), new ConsolePage { Destination = "https://evil.example/" }));
        Assert.Empty(provider.Aws.Federation.Asked);
    }

    [Fact]
    public async Task A_clients_role_is_entered_for_the_console_alone()
    {
        using FakeProvider provider = await StartAsync();

        ConsoleSignIn signIn = await new ConsoleSignIns(provider.NewProvider(), TimeProvider.System).EnterAsync(Abc, ConsolePage.Home, provider.Activity, FakeProvider.Cancellation);

        Assert.Equal(("Abc", FakeProvider.Remote, FakeProvider.RoleArnOfAbc), (signIn.Session.Client, signIn.Session.AccountId, signIn.Session.RoleArn));
        Assert.Single(provider.Aws.Assumptions);
        Assert.Empty(provider.Entered.Sessions);
    }

    [Fact]
    public async Task A_session_that_would_show_the_console_for_minutes_is_entered_anew()
    {
        using FakeProvider provider = await StartAsync();
        provider.Aws.SessionLife = TimeSpan.FromMinutes(14);

        await new ConsoleSignIns(provider.NewProvider(), TimeProvider.System).EnterAsync(Abc, ConsolePage.Home, provider.Activity, FakeProvider.Cancellation);

        Assert.Equal(2, provider.Aws.Assumptions.Count);
        Assert.Single(provider.Aws.Federation.Asked);
    }

    private static Task<FakeProvider> StartAsync() =>
        FakeProvider.StartAsync(inventory => inventory.WithAccount("Abc", FakeProvider.Remote) with { StartUrl = "https://acme.awsapps.com/start" });

    private static Task<ConsoleSignIn> SignInAsync(FakeProvider provider, RoleSession session, ConsolePage page) =>
        new ConsoleSignIns(provider.NewProvider(), TimeProvider.System).OfAsync(session, page, provider.Activity, FakeProvider.Cancellation);

    private static RoleSession Session(string partition = "aws", string region = "eu-west-1", TimeSpan? left = null) =>
        new("Abc", FakeProvider.Remote, null, "ReadOnly", $"arn:{partition}:iam::222222222222:role/acme-read-only", region, new AwsCredentials("ASIA", "secret", "token", DateTimeOffset.UtcNow + (left ?? TimeSpan.FromHours(1))))
        {
            RoleSessionName = "jane",
        };
}
