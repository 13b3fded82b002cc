namespace CrossAccess.Core.Tests;

public sealed class AccountIdTests
{
    [Theory]
    [InlineData("222222222222")]
    [InlineData("000000000001")]
    [InlineData(" 222222222222 ")]
    public void Twelve_digits_are_an_account_id(string text) => Assert.Equal(text.Trim(), AccountId.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("2222-2222-2222")]
    [InlineData("22222222222２")]
    [InlineData("٢٢٢٢٢٢٢٢٢٢٢٢")]
    [InlineData("2222222222222")]
    [InlineData("22222222222x")]
    [InlineData("2.22222E+11")]
    [InlineData("arn:aws:iam::222222222222:root")]
    public void Anything_else_is_not(string text) =>
        Assert.Contains("12 digits", Refusal.Of(ClientAccessError.InvalidAccountId, () => AccountId.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Leading_zeros_that_a_spreadsheet_dropped_are_guessed_at_but_not_assumed() =>
        Assert.Contains("is it '001234567890'?", Refusal.Of(ClientAccessError.InvalidAccountId, () => AccountId.Parse("1234567890")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_with_a_line_break_or_a_thousand_characters_is_refused_in_one_short_line()
    {
        Refusal.Of(ClientAccessError.InvalidAccountId, () => AccountId.Parse("222222\n222222"));
        Assert.InRange(Refusal.Of(ClientAccessError.InvalidAccountId, () => AccountId.Parse(new string('9', 1000))).Message.Length, 1, 300);
        Assert.False(AccountId.IsValid("222222222222\n"));
    }

    [Theory]
    [InlineData("arn:aws:iam::222222222222:role/acme-read-only", "aws", "/", "acme-read-only")]
    [InlineData("arn:aws-us-gov:iam::222222222222:role/partner/ops/Deep", "aws-us-gov", "/partner/ops/", "Deep")]
    [InlineData("arn:aws-cn:iam::222222222222:role/x", "aws-cn", "/", "x")]
    [InlineData("arn:aws-eusc:iam::222222222222:role/x", "aws-eusc", "/", "x")]
    public void A_roles_ARN_is_taken_apart_and_put_together_again(string text, string partition, string path, string name)
    {
        RoleArn arn = RoleArn.Parse(text);
        Assert.Equal(new RoleArn(partition, "222222222222", path, name), arn);
        Assert.Equal(text, arn.ToString());
    }

    [Theory]
    [InlineData("arn:aws:iam::222222222222:role/*")]
    [InlineData("arn:aws:iam::222222222222:role/acme-?")]
    [InlineData("arn:aws:iam::*:role/acme")]
    [InlineData("arn:aws:iam::22222222222:role/acme")]
    [InlineData("arn:aws:iam::222222222222:user/acme")]
    [InlineData("arn:aws:sts::222222222222:assumed-role/acme/jane")]
    [InlineData("arn:aws:iam::222222222222:role/acme\n")]
    [InlineData("arn:aws:iam::222222222222:role/")]
    [InlineData("acme")]
    [InlineData(null)]
    public void What_is_not_one_roles_ARN_is_refused(string? text) => Refusal.Of(ClientAccessError.InvalidArn, () => RoleArn.Parse(text));

    [Theory]
    [InlineData("eu-west-1", "aws")]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("us-west-2", "aws")]
    [InlineData("eusc-de-east-1", "aws-eusc")]
    public void The_partition_follows_the_Region(string region, string partition) => Assert.Equal(partition, Partition.OfRegion(region));
}
