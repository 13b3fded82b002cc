using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Tests.Policies;

public sealed class PolicyGrammarTests
{
    [Theory]
    [InlineData("not json", "This policy contains invalid Json")]
    [InlineData("""{"Version":"2013-01-01","Statement":[]}""", "valid version string")]
    [InlineData("""{"Version":"2012-10-17"}""", "Syntax errors")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Maybe","Action":"*","Resource":"*"}]}""", "Invalid effect")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*"}]}""", "Missing required field Action")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*"}]}""", "must contain resources")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"AssumeRole","Resource":"*"}]}""", "prefaced by a vendor")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"bucket"}]}""", "must be in ARN format")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"}]}""", "should not specify a principal")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringIs":{"aws:x":"y"}}}]}""", "Invalid Condition type")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NullIfExists":{"aws:x":"y"}}}]}""", "Invalid Condition type")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Comment":"x"}]}""", "Syntax errors")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"a","Effect":"Deny","Action":"*","Resource":"*"}]}""", "must be unique")]
    public void A_malformed_identity_policy_is_refused_with_the_reason(string text, string reason)
        => Assert.Contains(reason, Assert.Throws<MalformedPolicy>(() => PolicyDocument.Parse(text, PolicyKind.Identity)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}""", "Missing required field Principal")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*"}]}""", "Has prohibited field Resource")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"iam:GetRole"}]}""", "may only specify STS AssumeRole actions")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Person":"x"},"Action":"sts:AssumeRole"}]}""", "Invalid principal")]
    public void A_malformed_trust_policy_is_refused_with_the_reason(string text, string reason)
        => Assert.Contains(reason, Assert.Throws<MalformedPolicy>(() => PolicyDocument.Parse(text, PolicyKind.Trust)).Message, StringComparison.Ordinal);
}
