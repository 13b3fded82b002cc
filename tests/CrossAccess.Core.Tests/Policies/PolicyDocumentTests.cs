namespace CrossAccess.Core.Tests;

public sealed class PolicyDocumentTests
{
    private const string Plain = """{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"*"}]}""";

    [Theory]
    [InlineData("""{"Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"*"}],"Version":"2012-10-17"}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"*"}}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Resource":["*"],"Action":["S3:listbucket","s3:GetObject","s3:getobject"],"Sid":"A","Effect":"Allow"}]}""")]
    [InlineData("""
        {
            "Version": "2012-10-17",
            "Statement": [ { "Sid": "A", "Effect": "Allow", "Action": [ "s3:ListBucket", "s3:GetObject" ], "Resource": "*" } ]
        }
        """)]
    public void Documents_that_AWS_reads_alike_are_equal(string other)
    {
        Assert.Equal(PolicyDocument.Parse(Plain), PolicyDocument.Parse(other));
        Assert.Equal(PolicyDocument.Parse(Plain).GetHashCode(), PolicyDocument.Parse(other).GetHashCode());
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Deny","Action":["s3:GetObject","s3:ListBucket"],"Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject"],"Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","NotAction":["s3:GetObject","s3:ListBucket"],"Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"arn:aws:s3:::b"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}]}""")]
    public void Documents_that_allow_something_else_differ(string other) => Assert.NotEqual(PolicyDocument.Parse(Plain), PolicyDocument.Parse(other));

    [Fact]
    public void Conditions_and_principals_are_equal_whatever_the_order_but_not_whatever_the_case_of_a_value()
    {
        static PolicyDocument With(string condition) =>
            PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Principal":{"AWS":["b","a"]},"Action":"sts:AssumeRole","Condition":""" + condition + "}}");

        Assert.Equal(With("""{"ArnLike":{"aws:PrincipalArn":["x","y"]},"Bool":{"k":true}}"""), With("""{"Bool":{"k":"true"},"ArnLike":{"aws:PrincipalArn":["y","x"]}}"""));
        Assert.NotEqual(With("""{"ArnLike":{"aws:PrincipalArn":["x","y"]}}"""), With("""{"ArnLike":{"aws:PrincipalArn":["X","y"]}}"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"Version":"2012-10-17"}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":"x"}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[1]}""")]
    [InlineData("""{"Version":"2020-01-01","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"effect":"Allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","NotAction":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}],}""")]
    public void What_is_no_policy_is_refused(string json) => Refusal.Of(ClientAccessError.InvalidPolicyDocument, () => PolicyDocument.Parse(json));

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"k":"true"},"Bool":{"k":"false"}}}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"k":"true","k":"false"}}}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"a","AWS":"b"},"Action":"*"}]}""")]
    public void A_key_that_stands_twice_is_refused_at_every_depth(string json) =>
        Assert.Contains("twice", Refusal.Of(ClientAccessError.InvalidPolicyDocument, () => PolicyDocument.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","NotPrincipal":{"AWS":"x"},"Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","NotResource":"*"}]}""")]
    public void An_identitys_policy_names_resources_and_no_principal(string json) =>
        Refusal.Of(ClientAccessError.InvalidPolicyDocument, () => PolicyDocument.ParseIdentityPolicy(json));

    [Fact]
    public void A_document_of_a_hundred_thousand_levels_is_refused_and_not_followed()
    {
        string bomb = string.Concat(Enumerable.Repeat("""{"Statement":""", 100_000)) + "1" + new string('}', 100_000);
        Refusal.Of(ClientAccessError.InvalidPolicyDocument, () => PolicyDocument.Parse(bomb));
    }

    [Fact]
    public void The_place_of_a_syntax_error_is_named() =>
        Assert.Contains("line 2, column 3", Refusal.Of(ClientAccessError.InvalidPolicyDocument, () => PolicyDocument.Parse("{\n  x")).Message, StringComparison.Ordinal);

    [Fact]
    public void White_space_does_not_count_to_the_size() => Assert.Equal(PolicyDocument.Parse(Plain).Size, PolicyDocument.Parse(Plain.Replace(",", " ,\n\t", StringComparison.Ordinal)).Size);

    [Fact]
    public void What_is_sent_is_readable_and_the_same_policy()
    {
        PolicyDocument policy = PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::b/${aws:username}/'ü'<&>+"}}""");
        Assert.Contains("${aws:username}/'ü'<&>+", policy.ToString(), StringComparison.Ordinal);
        Assert.Equal(policy, PolicyDocument.Parse(policy.ToString()));
    }
}
