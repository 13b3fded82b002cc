namespace CrossAccess.Core.Tests.Diagnosis;

/// <summary>What can be said of a text of which some characters are not known.</summary>
public sealed class UncertainTextTests
{
    private static readonly string Role = "AWSReservedSSO_Ops_" + new string(UncertainText.HexDigit, 16);

    [Theory]
    [InlineData("AWSReservedSSO_Ops_????????????????", true)]
    [InlineData("AWSReservedSSO_Ops_*", true)]
    [InlineData("AWSReservedSSO_*", true)]
    [InlineData("AWSReservedSSO_Ops_0123456789abcdef", null)]
    [InlineData("AWSReservedSSO_Ops_0*", null)]
    [InlineData("*f", null)]
    [InlineData("AWSReservedSSO_Ops_Admin_????????????????", false)]
    [InlineData("AWSReservedSSO_Ops_Admin_*", false)]
    [InlineData("AWSReservedSSO_Ops_0123456789ABCDEF", false)]
    [InlineData("AWSReservedSSO_Ops_????????????????_", false)]
    [InlineData("AWSReservedSSO_Op_*", false)]
    public void A_pattern_fits_every_suffix_some_or_none(string pattern, bool? expected) =>
        Assert.Equal(expected, UncertainText.Matches(PolicyPattern.Prepare(pattern), Role));

    [Theory]
    [InlineData("AROA0123456789ABCDEFG:ana", null)]
    [InlineData("AROA0123456789ABCDEFG:ben", false)]
    [InlineData("AROA0123456789abcdefg:ana", false)]
    [InlineData("AROA:ana", false)]
    public void An_id_that_is_not_known_may_be_any_and_the_name_behind_it_is_not(string expected, bool? answer) =>
        Assert.Equal(answer, UncertainText.AreEqual(expected, "AROA" + new string(UncertainText.IdCharacter, 17) + ":ana"));

    [Fact]
    public void Whatever_a_name_is_it_is_its_own()
    {
        string unknown = "AROA:" + UncertainText.AnyText;

        Assert.True(UncertainText.Matches(PolicyPattern.Prepare("*:") + UncertainText.AnyText, unknown));
        Assert.Null(UncertainText.Matches(PolicyPattern.Prepare("*:ana"), unknown));
        Assert.Null(UncertainText.AreEqual("AROA:ana", unknown));
        Assert.False(UncertainText.IsKnown(unknown));
    }

    [Theory]
    [InlineData("arn:aws:iam::*:role/x", "arn:aws:iam::111111111111:role/x", true)]
    [InlineData("arn:aws:*:role/x", "arn:aws:iam::111111111111:role/x", false)]
    [InlineData("arn:aws:iam::111111111111:role/*", "arn:aws:iam::111111111111:role/a/b:c", true)]
    [InlineData("*", "arn:aws:iam::111111111111:role/x", false)]
    public void An_ARN_is_compared_part_by_part(string pattern, string arn, bool expected) =>
        Assert.Equal(expected, PolicyPattern.MatchesArn(PolicyPattern.Prepare(pattern), arn));
}
