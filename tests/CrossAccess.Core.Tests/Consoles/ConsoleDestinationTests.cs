namespace CrossAccess.Core.Tests;

public sealed class ConsoleDestinationTests
{
    private const string Account = "222222222222";
    private const string Console = "https://eu-west-1.console.aws.amazon.com";

    private static readonly ConsoleHosts Hosts = ConsoleHosts.Of("aws", "eu-west-1", null);
    private static readonly ConsoleHosts Rehearsal = ConsoleHosts.Of("aws", "eu-west-1", new Uri("http://127.0.0.1:4566"));

    [Theory]
    [InlineData(null, "/console/home?region=eu-west-1")]
    [InlineData("s3", "/s3/home?region=eu-west-1")]
    [InlineData(" S3 ", "/s3/home?region=eu-west-1")]
    [InlineData("dynamodb", "/dynamodbv2/home?region=eu-west-1")]
    [InlineData("logs", "/cloudwatch/home?region=eu-west-1#logsV2:log-groups")]
    [InlineData("some-new-service", "/some-new-service/home?region=eu-west-1")]
    public void A_service_leads_to_its_page_in_the_Region(string? service, string expected) =>
        Assert.Equal(Console + expected, Of(new ConsolePage { Service = service }));

    [Fact]
    public void Every_service_that_is_offered_leads_to_a_page_of_the_console()
    {
        foreach (ConsoleService service in ConsoleServices.Known)
        {
            var page = new Uri(Of(new ConsolePage { Service = service.Name }));
            Assert.Equal(("eu-west-1.console.aws.amazon.com", "?region=eu-west-1"), (page.Host, page.Query));
            Assert.True(page.AbsolutePath.Length > 1 && service.Title.Length > 0);
        }
        Assert.Distinct(ConsoleServices.Known.Select(service => service.Name));
    }

    [Theory]
    [InlineData("../../evil")]
    [InlineData("s3/../../evil")]
    [InlineData("s3?region=us-east-1")]
    [InlineData("s3#fragment")]
    [InlineData("@evil.example")]
    [InlineData("//evil.example")]
    [InlineData("s3.evil.example")]
    [InlineData("s3\r\nSet-Cookie: a=b")]
    [InlineData("s 3")]
    [InlineData("-s3")]
    [InlineData("ſ3")]
    public void A_service_that_is_more_than_a_name_is_refused(string service) =>
        Refusal.Of(ClientAccessError.InvalidText, () => Of(new ConsolePage { Service = service }));

    [Fact]
    public void A_mistyped_service_is_recognised_where_it_cannot_be_one() =>
        Assert.Contains("Did you mean 'lambda'", Refusal.Of(ClientAccessError.InvalidText, () => Of(new ConsolePage { Service = "lambda!" })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("/s3/buckets/b", "/s3/buckets/b?region=eu-west-1")]
    [InlineData("/s3/buckets/b?tab=objects", "/s3/buckets/b?tab=objects&region=eu-west-1")]
    [InlineData("/ec2/home?region=us-east-2#Instances:", "/ec2/home?region=us-east-2#Instances:")]
    [InlineData("/ec2/home#Instances:v=3;region=x", "/ec2/home?region=eu-west-1#Instances:v=3;region=x")]
    public void A_path_is_a_page_of_the_Regions_console(string given, string expected) =>
        Assert.Equal(Console + expected, Of(new ConsolePage { Destination = given }));

    [Theory]
    [InlineData("https://console.aws.amazon.com/s3/home", "https://console.aws.amazon.com/s3/home?region=eu-west-1")]
    [InlineData("https://us-east-1.console.aws.amazon.com/iam/home#/roles", "https://us-east-1.console.aws.amazon.com/iam/home?region=eu-west-1#/roles")]
    // As the address bar shows it while several sessions are open.
    [InlineData("https://222222222222-ab12cd34.eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1", "https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1")]
    public void An_address_of_the_console_stays_as_it_is_but_for_the_session_that_it_was_seen_in(string given, string expected) =>
        Assert.Equal(expected, Of(new ConsolePage { Destination = given }));

    [Fact]
    public void An_address_of_another_accounts_session_is_refused() =>
        Assert.Contains("333333333333", Refusal.Of(ClientAccessError.AccountMismatch, () => Of(new ConsolePage { Destination = "https://333333333333-ab12cd34.eu-west-1.console.aws.amazon.com/s3/home" })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://evilconsole.aws.amazon.com/")]
    [InlineData("https://console.aws.amazon.com.evil.example/")]
    [InlineData("https://console.aws.amazon.com@evil.example/")]
    [InlineData("https://evil.example/console.aws.amazon.com/")]
    [InlineData("https://console.aws.amazon.com:8443/s3")]
    [InlineData("http://console.aws.amazon.com/s3")]
    [InlineData("https://console.amazonaws.cn/s3")]
    [InlineData("https://signin.aws.amazon.com/federation")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.example/")]
    [InlineData(@"/\evil.example/")]
    [InlineData(@"\\evil.example\share")]
    [InlineData("/s3 home")]
    [InlineData("/s3\r\nX: y")]
    [InlineData("/s3\u0000")]
    [InlineData("s3/home")]
    [InlineData("file:///etc/passwd")]
    public void Whatever_is_not_a_page_of_the_partitions_console_is_refused(string given)
    {
        Refusal.Of(ClientAccessError.InvalidText, () => Of(new ConsolePage { Destination = given }));
        Refusal.Of(ClientAccessError.InvalidText, () => ConsoleDestination.Of(new ConsolePage { Destination = given }, Rehearsal, "eu-west-1", Account));
    }

    [Fact]
    public void A_page_is_at_most_2000_characters()
    {
        string longest = "/" + new string('a', 1999);
        Assert.StartsWith(Console + longest, Of(new ConsolePage { Destination = longest }), StringComparison.Ordinal);
        Refusal.Of(ClientAccessError.InvalidText, () => Of(new ConsolePage { Destination = longest + "a" }));
    }

    [Fact]
    public void The_Region_is_said_once()
    {
        Assert.Equal("https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-central-1", Of(new ConsolePage { Service = "s3", Region = "eu-central-1" }));
        Assert.Equal("https://eu-west-1.console.aws.amazon.com/s3?region=eu-central-1", Of(new ConsolePage { Destination = "/s3", Region = "eu-central-1" }));
        Assert.Equal("https://eu-west-1.console.aws.amazon.com/s3?region=eu-central-1", Of(new ConsolePage { Destination = "/s3?region=eu-central-1", Region = "eu-central-1" }));
        Refusal.Of(ClientAccessError.RequestRejected, () => Of(new ConsolePage { Destination = "/s3?region=us-east-1", Region = "eu-central-1" }));
        Refusal.Of(ClientAccessError.RegionNotFound, () => Of(new ConsolePage { Service = "s3", Region = "eu-west-1&x=y" }));
    }

    [Fact]
    public void The_page_is_named_in_one_way() =>
        Refusal.Of(ClientAccessError.RequestRejected, () => Of(new ConsolePage { Service = "s3", Destination = "/ec2/home" }));

    [Theory]
    [InlineData("/s3/home", "http://127.0.0.1:4566/s3/home?region=eu-west-1")]
    [InlineData("https://us-east-1.console.aws.amazon.com/s3/home?region=us-east-1#x", "http://127.0.0.1:4566/s3/home?region=us-east-1#x")]
    [InlineData("http://127.0.0.1:4566/s3/home", "http://127.0.0.1:4566/s3/home?region=eu-west-1")]
    public void A_rehearsal_stays_in_the_rehearsal(string given, string expected) =>
        Assert.Equal(expected, ConsoleDestination.Of(new ConsolePage { Destination = given }, Rehearsal, "eu-west-1", Account));

    private static string Of(ConsolePage page) => ConsoleDestination.Of(page, Hosts, "eu-west-1", Account);
}
