namespace CrossAccess.Core.Tests;

public sealed class PermissionSetPolicyTests
{
    private const string First = "arn:aws:iam::222222222222:role/acme-read-only";
    private const string Second = "arn:aws:iam::333333333333:role/acme-read-only";
    private const string Foreign = """{"Sid":"Theirs","Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""";

    [Fact]
    public void One_role_gives_the_plain_statement_and_the_pinned_one() =>
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"CrossAccessAssumeRole","Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222222222222:role/acme-read-only"},{"Sid":"CrossAccessSetSourceIdentity","Effect":"Allow","Action":"sts:SetSourceIdentity","Resource":"arn:aws:iam::222222222222:role/acme-read-only","Condition":{"StringLike":{"aws:userid":"*:${sts:SourceIdentity}"}}}]}""",
            PermissionSetPolicy.Empty.With(First).ToDocument().ToString());

    [Fact]
    public void Several_accounts_are_joined_into_one_list_in_a_settled_order()
    {
        PolicyDocument policy = PermissionSetPolicy.Empty.With(Second).With(First).ToDocument();
        Assert.All(policy.Statements, statement => Assert.Equal($"""["{First}","{Second}"]""", statement["Resource"]!.ToJsonString()));
        Assert.Equal(policy.ToString(), PermissionSetPolicy.Empty.With(First).With(Second).ToDocument().ToString());
    }

    [Fact]
    public void Reading_what_was_written_and_writing_it_again_changes_nothing()
    {
        string written = PermissionSetPolicy.Empty.With(Second).With(First).ToDocument().ToString();
        PermissionSetPolicy read = PermissionSetPolicy.Read(written);
        Assert.Equal(written, read.ToDocument().ToString());
        Assert.Equal(written, read.With(First).ToDocument().ToString());
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222222222222:role/acme-read-only"}}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["STS:assumerole"],"Resource":["arn:aws:iam::222222222222:role/acme-read-only"]}]}""")]
    public void A_plain_statement_made_by_hand_is_understood_as_text_and_as_list(string document)
    {
        PermissionSetPolicy policy = PermissionSetPolicy.Read(document);
        Assert.Equal([First], policy.RoleArns);
        Assert.Equal(PermissionSetPolicy.Empty.With(First).ToDocument(), policy.ToDocument());
    }

    [Fact]
    public void Statements_of_others_are_kept_as_they_are()
    {
        PermissionSetPolicy policy = PermissionSetPolicy.Read($$"""{"Version":"2012-10-17","Statement":[{{Foreign}}]}""").With(First);
        Assert.Equal(3, policy.ToDocument().Statements.Count);
        Assert.Equal(Foreign, policy.ToDocument().Statements[0].ToJsonString());
        Assert.Equal(Foreign, PermissionSetPolicy.Read(policy.ToDocument().ToString()).Without(First).With(Second).ToDocument().Statements[0].ToJsonString());
    }

    [Theory]
    [InlineData("""{"Sid":"X","Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222222222222:role/acme-read-only","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}""")]
    [InlineData("""{"Sid":"X","Effect":"Deny","Action":"sts:AssumeRole","Resource":"arn:aws:iam::222222222222:role/acme-read-only"}""")]
    [InlineData("""{"Sid":"X","Effect":"Allow","Action":["sts:AssumeRole","sts:TagSession"],"Resource":"arn:aws:iam::222222222222:role/acme-read-only"}""")]
    [InlineData("""{"Sid":"X","Effect":"Allow","Action":"sts:AssumeRole","NotResource":"arn:aws:iam::222222222222:role/acme-read-only"}""")]
    public void A_statement_that_says_more_than_assume_role_is_another_s(string statement)
    {
        PermissionSetPolicy policy = PermissionSetPolicy.Read($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""");
        Assert.Empty(policy.RoleArns);
        Assert.Equal(statement, policy.With(Second).ToDocument().Statements[0].ToJsonString());
    }

    [Fact]
    public void A_policy_of_10240_characters_is_accepted_and_one_role_more_is_refused()
    {
        PermissionSetPolicy policy = PermissionSetPolicy.Empty;
        int accepted = 0;
        ClientAccessException? refusal = null;
        while (refusal is null)
        {
            policy = policy.With($"arn:aws:iam::{accepted:D12}:role/acme-read-only");
            try
            {
                Assert.InRange(policy.ToDocument().Size, 1, 10_240);
                accepted++;
            }
            catch (ClientAccessException e)
            {
                refusal = e;
            }
        }
        Assert.Equal(ClientAccessError.PolicyTooLong, refusal.Error);
        // Each role stands twice, in about 48 characters.
        Assert.InRange(accepted, 95, 110);
    }
}
