namespace CrossAccess.Core.Tests;

public sealed class EntryDenialTests
{
    private const string Role = "arn:aws:iam::222222222222:role/acme-read-only";
    private const string Operator = "AROAEXAMPLE:ana@acme.example";

    private static PermissionSetPolicy Policy => PermissionSetPolicy.Empty.With(Role);

    [Fact]
    public void It_denies_everybody_every_entry() =>
        Assert.Equal(
            """{"Sid":"CrossAccessOffboarding","Effect":"Deny","Action":"sts:AssumeRole","Resource":"*"}""",
            Policy.DenyingEntry(null).ToDocument().Statements[^1].ToJsonString());

    [Fact]
    public void Or_everybody_but_one_session_of_one_role() =>
        Assert.Equal(
            """{"Sid":"CrossAccessOffboarding","Effect":"Deny","Action":"sts:AssumeRole","Resource":"*","Condition":{"StringNotEquals":{"aws:userid":"AROAEXAMPLE:ana@acme.example"}}}""",
            Policy.DenyingEntry(Operator).ToDocument().Statements[^1].ToJsonString());

    [Theory]
    [InlineData(null)]
    [InlineData(Operator)]
    public void It_is_read_as_it_was_written_and_taken_out_without_a_trace(string? exceptUserId)
    {
        string written = Policy.DenyingEntry(exceptUserId).ToDocument().ToString();

        PermissionSetPolicy read = PermissionSetPolicy.Read(written);

        Assert.Equal(new EntryDenial(exceptUserId), read.Denial);
        Assert.Equal(written, read.ToDocument().ToString());
        Assert.Equal(Policy.ToDocument(), read.AllowingEntry().ToDocument());
        Assert.Equal([Role], read.RoleArns);
    }

    [Fact]
    public void One_for_another_takes_the_place_of_the_first() =>
        Assert.Equal(Policy.DenyingEntry(null).ToDocument(), Policy.DenyingEntry(Operator).DenyingEntry(null).ToDocument());

    [Theory]
    [InlineData("""{"Sid":"CrossAccessOffboarding","Effect":"Deny","Action":"sts:*","Resource":"*"}""")]
    [InlineData("""{"Sid":"CrossAccessOffboarding","Effect":"Deny","Action":"sts:AssumeRole","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}""")]
    [InlineData("""{"Sid":"CrossAccessOffboarding","Effect":"Allow","Action":"sts:AssumeRole","Resource":"*","Condition":{"StringNotEquals":{"aws:userid":"a"}}}""")]
    public void One_that_was_changed_by_hand_is_not_touched(string statement)
    {
        PermissionSetPolicy read = PermissionSetPolicy.Read($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""");

        Assert.Null(read.Denial);
        Refusal.Of(ClientAccessError.PermissionSetExists, () => read.DenyingEntry(null).ToDocument());
    }

    [Fact]
    public void Alone_it_is_a_policy_all_the_same() => Assert.False(PermissionSetPolicy.Empty.DenyingEntry(null).IsEmpty);
}
