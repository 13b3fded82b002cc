namespace CrossAccess.Core.Tests;

public sealed class DenyPolicyTests
{
    private const string Ana = "906711111c-5a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";
    private const string Ben = "906711111c-11111111-2222-4333-8444-555555555555";
    private const string Foreign = """{"Sid":"Theirs","Effect":"Deny","Action":"s3:*","Resource":"*"}""";

    [Fact]
    public void It_denies_everything_to_whom_it_lists() =>
        Assert.Equal(
            $$$$$"""{"Version":"2012-10-17","Statement":[{"Sid":"CrossAccessDeny","Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"identitystore:UserId":["{{{{{Ana}}}}}","{{{{{Ben}}}}}"]}}}]}""",
            DenyPolicy.Empty.With(Ana).With(Ben).ToDocument().ToString());

    [Fact]
    public void Nobody_is_denied_by_a_new_one_and_AWS_accepts_it()
    {
        string document = DenyPolicy.Empty.ToDocument().ToString();
        Assert.Contains("""["nobody"]""", document, StringComparison.Ordinal);
        Assert.Empty(DenyPolicy.Read(document).UserIds);
    }

    [Fact]
    public void Denying_and_lifting_leave_the_others_as_they_are()
    {
        DenyPolicy both = DenyPolicy.Read(DenyPolicy.Empty.With(Ana).With(Ben).ToDocument().ToString());
        Assert.Equal([Ana, Ben], both.With(Ana).UserIds);
        Assert.Equal([Ben], DenyPolicy.Read(both.Without(Ana).ToDocument().ToString()).UserIds);
        Assert.True(both.Denies(Ben));
        Assert.False(both.Without(Ben).Denies(Ben));
    }

    [Fact]
    public void What_IAM_writes_otherwise_is_read_alike() =>
        Assert.Equal([Ana], DenyPolicy.Read($$$$$"""{"Version":"2012-10-17","Statement":{"Sid":"CrossAccessDeny","Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"StringEquals":{"identitystore:UserId":"{{{{{Ana}}}}}"}}}}""").UserIds);

    [Fact]
    public void Statements_of_others_are_kept()
    {
        DenyPolicy policy = DenyPolicy.Read($$"""{"Version":"2012-10-17","Statement":[{{Foreign}}]}""").With(Ana);
        Assert.Equal(Foreign, DenyPolicy.Read(policy.ToDocument().ToString()).Without(Ana).ToDocument().Statements[0].ToJsonString());
        Assert.False(policy.Allows);
        Assert.True(DenyPolicy.Read("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""").Allows);
    }

    [Theory]
    [InlineData("""{"Sid":"CrossAccessDeny","Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"identitystore:UserId":["x"]}}}""")]
    [InlineData("""{"Sid":"CrossAccessDeny","Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"identitystore:UserId":["x"]}}}""")]
    [InlineData("""{"Sid":"CrossAccessDeny","Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"identitystore:UserId":["x"]},"Bool":{"aws:SecureTransport":"true"}}}""")]
    [InlineData("""{"Sid":"CrossAccessDeny","Effect":"Deny","Action":"*","Resource":"*"}""")]
    public void Our_statement_changed_by_hand_is_not_touched(string statement)
    {
        var refusal = Assert.Throws<ClientAccessException>(() => DenyPolicy.Read($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}"""));
        Assert.Equal(ClientAccessError.ResourceExists, refusal.Error);
    }

    [Fact]
    public void More_than_a_hundred_fit_and_no_more_than_IAM_allows()
    {
        string[] ids = [.. Enumerable.Range(0, 200).Select(number => $"906711111c-{number:x8}-2222-4333-8444-555555555555")];
        DenyPolicy hundred = ids.Take(110).Aggregate(DenyPolicy.Empty, (policy, id) => policy.With(id));
        Assert.InRange(hundred.ToDocument().Size, 1, 6144);
        var refusal = Assert.Throws<ClientAccessException>(() => ids.Aggregate(DenyPolicy.Empty, (policy, id) => policy.With(id)).ToDocument());
        Assert.Equal(ClientAccessError.PolicyTooLong, refusal.Error);
        Assert.Contains("-Lift", refusal.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWSReservedSSO_AbcCorpReadOnly_0123456789abcdef", "AbcCorpReadOnly")]
    [InlineData("AWSReservedSSO_Abc_Admin_0123456789abcdef", "Abc_Admin")]
    [InlineData("AWSReservedSSO_AbcCorp", null)]
    [InlineData("AWSReservedSSO__0123456789abcdef", null)]
    [InlineData("acme-read-only", null)]
    public void A_role_of_home_tells_its_permission_set(string role, string? set) => Assert.Equal(set, ReservedRole.PermissionSetNameOf(role));
}
