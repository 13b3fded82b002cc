namespace CrossAccess.Core.Tests;

public sealed class ConsoleHostsTests
{
    [Theory]
    [InlineData("aws", "us-east-1", "https://signin.aws.amazon.com", "https://signin.aws.amazon.com", "https://us-east-1.console.aws.amazon.com")]
    [InlineData("aws", "eu-west-1", "https://eu-west-1.signin.aws.amazon.com", "https://signin.aws.amazon.com", "https://eu-west-1.console.aws.amazon.com")]
    [InlineData("aws-cn", "cn-north-1", "https://signin.amazonaws.cn", "https://signin.amazonaws.cn", "https://cn-north-1.console.amazonaws.cn")]
    [InlineData("aws-cn", "cn-northwest-1", "https://cn-northwest-1.signin.amazonaws.cn", "https://signin.amazonaws.cn", "https://cn-northwest-1.console.amazonaws.cn")]
    [InlineData("aws-us-gov", "us-gov-west-1", "https://signin.amazonaws-us-gov.com", "https://signin.amazonaws-us-gov.com", "https://us-gov-west-1.console.amazonaws-us-gov.com")]
    [InlineData("aws-us-gov", "us-gov-east-1", "https://us-gov-east-1.signin.amazonaws-us-gov.com", "https://signin.amazonaws-us-gov.com", "https://us-gov-east-1.console.amazonaws-us-gov.com")]
    [InlineData("aws-eusc", "eusc-de-east-1", "https://eusc-de-east-1.signin.amazonaws-eusc.eu", "https://eusc-de-east-1.signin.amazonaws-eusc.eu", "https://eusc-de-east-1.console.amazonaws-eusc.eu")]
    public void Every_partition_has_its_own_hosts(string partition, string region, string signIn, string switchRole, string console)
    {
        ConsoleHosts hosts = ConsoleHosts.Of(partition, region, null);

        Assert.Equal((signIn, switchRole, console), (hosts.SignIn, hosts.SwitchRole, hosts.Console));
    }

    [Theory]
    [InlineData("aws", "cn-north-1")]
    [InlineData("aws", "us-gov-west-1")]
    [InlineData("aws-cn", "eu-west-1")]
    [InlineData("aws-us-gov", "us-east-1")]
    [InlineData("aws-eusc", "eu-central-1")]
    [InlineData("aws", "eu-west-1.evil.example")]
    [InlineData("aws", "evil.example/")]
    [InlineData("aws", "EU-WEST-1")]
    [InlineData("aws", "")]
    public void A_Region_that_is_none_or_of_another_partition_makes_no_host(string partition, string region) =>
        Refusal.Of(ClientAccessError.RegionNotFound, () => ConsoleHosts.Of(partition, region, null));

    [Fact]
    public void A_partition_whose_console_is_not_known_is_refused() =>
        Assert.Contains("aws-iso", Refusal.Of(ClientAccessError.InvalidArn, () => ConsoleHosts.Of("aws-iso", null, null)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_stands_in_for_AWS_stands_in_for_all_of_it()
    {
        ConsoleHosts hosts = ConsoleHosts.Of("aws", "eu-west-1", new Uri("http://127.0.0.1:4566/"));

        Assert.All([hosts.SignIn, hosts.SwitchRole, hosts.Console], host => Assert.Equal("http://127.0.0.1:4566", host));
    }
}
