namespace CrossAccess.Core.Tests;

public sealed class RoleTrustTests
{
    private const string Holder = "arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Abc-ReadOnly_0123456789abcdef";

    [Theory]
    [InlineData("""{"AWS":"arn:aws:iam::111111111111:root"}""")]
    [InlineData("""{"AWS":["arn:aws:iam::999999999999:root","111111111111"]}""")]
    [InlineData("""{"AWS":"*"}""")]
    [InlineData("\"*\"")]
    public void A_trust_in_the_account_lets_every_set_in(string principal)
    {
        RoleTrust trust = Read($$"""{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"}""");

        Assert.True(trust.TrustsHome);
        Assert.Equal(new HomeTrust([], [], null, []).ExternalId, trust.For(Holder)!.ExternalId);
        Assert.NotNull(trust.ForAccount);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::999999999999:root"},"Action":"sts:AssumeRole"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}""")]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:TagSession"}""")]
    public void Anything_else_does_not_let_home_in(string statement) => Assert.False(Read(statement).TrustsHome);

    [Fact]
    public void A_condition_on_the_caller_lets_in_whom_it_matches()
    {
        RoleTrust trust = Read("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole","Condition":{"ArnLike":{"aws:PrincipalArn":["arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Abc-ReadOnly_*"]},"StringEquals":{"sts:externalid":"abc-42"},"Bool":{"aws:MultiFactorAuthPresent":"true"}}}""");

        HomeTrust way = trust.For(Holder)!;
        Assert.Equal("abc-42", way.ExternalId);
        Assert.Equal(["aws:MultiFactorAuthPresent"], way.OtherConditionKeys);
        Assert.Null(trust.For(Holder.Replace("Abc-ReadOnly", "Abc-Admin", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_role_that_is_named_is_the_only_one_let_in()
    {
        RoleTrust trust = Read($$"""{"Effect":"Allow","Principal":{"AWS":"{{Holder}}"},"Action":"sts:AssumeRole"}""");

        Assert.Equal([Holder], trust.For(Holder)!.Principals);
        Assert.Null(trust.ForAccount);
        Assert.Null(trust.For("arn:aws:iam::111111111111:role/backup"));
    }

    [Fact]
    public void Of_several_ways_in_the_one_that_asks_least_counts()
    {
        RoleTrust trust = Read(
            """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}""",
            """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"abc-42"}}}""");

        Assert.Equal(("abc-42", 0), (trust.For(Holder)!.ExternalId, trust.For(Holder)!.OtherConditionKeys.Count));
    }

    private static RoleTrust Read(params string[] statements) =>
        RoleTrust.Read($$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""", "aws", "111111111111");
}
