namespace CrossAccess.Core.Tests;

public sealed class NameParsingTests
{
    public static TheoryData<string> HostileNames => ["", " ", "two words", "a\nb", "a\u0000b", "a\u001b[31mb", "Zürich", "ＡＢＣ", "abc１", "٣abc", "a/b", "a*", "a?", "${aws:username}", "../x", "a\u202Eb", new string('!', 1000)];

    [Theory]
    [InlineData("AbcCorp")]
    [InlineData("3M")]
    [InlineData("a")]
    public void A_client_is_named_by_ASCII_letters_and_digits(string name) => Assert.Equal(name, ClientName.Parse(name));

    [Theory]
    [MemberData(nameof(HostileNames))]
    [InlineData("123456")]
    [InlineData("Abc-Corp")]
    public void A_hostile_clients_name_is_refused_in_a_short_printable_message(string name) =>
        Assert.InRange(Refusal.Of(ClientAccessError.InvalidClientName, () => ClientName.Parse(name)).Message.Length, 1, 300);

    [Fact]
    public void White_space_around_a_name_is_no_part_of_it_but_never_enters_it()
    {
        Assert.Equal("AbcCorp", ClientName.Parse(" AbcCorp\r\n"));
        Assert.False(ClientName.IsValid("AbcCorp\n"));
        Refusal.Of(ClientAccessError.InvalidClientName, () => ClientName.Parse("Abc\nCorp"));
    }

    [Theory]
    [InlineData("ReadOnly")]
    [InlineData("S3Audit")]
    public void A_tier_is_named_by_ASCII_letters_and_digits_beginning_with_a_letter(string name) => Assert.Equal(name, TierName.Parse(name));

    [Theory]
    [MemberData(nameof(HostileNames))]
    [InlineData("3Audit")]
    [InlineData("Read-Only")]
    public void A_hostile_tiers_name_is_refused(string name) => Refusal.Of(ClientAccessError.InvalidTierName, () => TierName.Parse(name));

    [Fact]
    public void A_tiers_name_leaves_room_for_a_client_in_a_permission_sets_name()
    {
        Assert.Equal(31, TierName.Parse(new string('T', 31)).Length);
        Refusal.Of(ClientAccessError.InvalidTierName, () => TierName.Parse(new string('T', 32)));
    }

    [Theory]
    [InlineData("Acme", "acme")]
    [InlineData("acme-cloud", "acme-cloud")]
    [InlineData("3m", "3m")]
    public void A_company_begins_role_names_in_lower_case(string name, string expected) => Assert.Equal(expected, CompanyName.Parse(name));

    [Theory]
    [MemberData(nameof(HostileNames))]
    [InlineData("-acme")]
    [InlineData("acme-")]
    [InlineData("ac--me")]
    [InlineData("a23456789012345678901234567890123")]
    public void A_hostile_companys_name_is_refused(string name) => Refusal.Of(ClientAccessError.InvalidCompanyName, () => CompanyName.Parse(name));

    [Theory]
    [InlineData("production")]
    [InlineData("Büro-2.eu_west")]
    public void An_accounts_name_stays_in_the_inventory_so_any_letters_do(string name) => Assert.Equal(name, AccountName.Parse(name));

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a\nb")]
    [InlineData("-x")]
    [InlineData("222222222222")]
    public void An_accounts_name_is_one_word_and_no_account_id(string name) => Refusal.Of(ClientAccessError.InvalidText, () => AccountName.Parse(name));

    [Fact]
    public void An_accounts_name_has_64_characters_at_most()
    {
        Assert.Equal(64, AccountName.Parse(new string('a', 64)).Length);
        Refusal.Of(ClientAccessError.InvalidText, () => AccountName.Parse(new string('a', 65)));
    }

    [Fact]
    public void Names_that_are_absent_are_refused_as_empty_ones_are()
    {
        Refusal.Of(ClientAccessError.InvalidClientName, () => ClientName.Parse(null));
        Refusal.Of(ClientAccessError.InvalidTierName, () => TierName.Parse(null));
        Refusal.Of(ClientAccessError.InvalidCompanyName, () => CompanyName.Parse(null));
        Refusal.Of(ClientAccessError.InvalidText, () => AccountName.Parse(null));
        Refusal.Of(ClientAccessError.InvalidAccountId, () => AccountId.Parse(null));
    }
}
