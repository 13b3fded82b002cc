namespace CrossAccess.Core.Tests.Policies;

public sealed class OlderSessionsPolicyTests
{
    private static readonly DateTimeOffset Time = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void What_is_written_is_read_and_is_the_consoles_shape()
    {
        string json = OlderSessionsPolicy.Before(Time).ToString();
        Assert.Equal("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-03-04T05:06:07Z"}}}]}""", json);
        Assert.Equal(Time, OlderSessionsPolicy.TimeOf(json));
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":["2026-03-04T05:06:07.000Z"]}}}}""")]
    [InlineData("""{"Statement":[{"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-03-04T07:06:07+02:00"}},"Resource":["*"],"Action":["*"],"Effect":"Deny"}],"Version":"2012-10-17"}""")]
    public void However_AWS_lets_it_be_written_it_says_the_same(string json) => Assert.Equal(Time, OlderSessionsPolicy.TimeOf(json));

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-03-04T05:06:07Z"}}}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["s3:*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-03-04T05:06:07Z"}}}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["arn:aws:s3:::x"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-03-04T05:06:07Z"}}}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateGreaterThan":{"aws:TokenIssueTime":"2026-03-04T05:06:07Z"}}}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-03-04T05:06:07Z"},"Bool":{"aws:SecureTransport":"true"}}}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":["2026-03-04T05:06:07Z","2027-03-04T05:06:07Z"]}}}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"soon"}}}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":"DateLessThan"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"},{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-03-04T05:06:07Z"}}}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[]}""")]
    [InlineData("not JSON")]
    public void What_says_anything_else_or_besides_has_no_time(string json) => Assert.Null(OlderSessionsPolicy.TimeOf(json));
}
