namespace CrossAccess.Core.Tests;

public sealed class NameGuessTests
{
    [Theory]
    // Ours.
    [InlineData("AbcCorpReadOnly", "AbcCorp", null, "ReadOnly")]
    [InlineData("eBayDevOps", "eBay", null, "DevOps")]
    [InlineData("AbcS3Audit", "Abc", null, "S3Audit")]
    // Other habits.
    [InlineData("Abc-ReadOnly", "Abc", null, "ReadOnly")]
    [InlineData("abc_admin", "Abc", null, "Administrator")]
    [InlineData("ABC_Viewers", "ABC", null, "ReadOnly")]
    [InlineData("ReadOnly-AbcCorp", "AbcCorp", null, "ReadOnly")]
    [InlineData("Admin.Abc", "Abc", null, "Administrator")]
    [InlineData("MSP-Client-12-PowerUser", "Client12", "Client-12", "PowerUser")]
    [InlineData("acme-abc-read-only", "Abc", null, "ReadOnly")]
    [InlineData("AcmeAbcReadOnly", "Abc", null, "ReadOnly")]
    [InlineData("AWS-Abc-Corp-ReadOnlyAccess", "AbcCorp", "Abc-Corp", "ReadOnly")]
    [InlineData("Customer_Globex_Administrator_Role", "Globex", null, "Administrator")]
    [InlineData("abcreadonly", "Abc", null, "ReadOnly")]
    [InlineData("adminglobex", "Globex", null, "Administrator")]
    [InlineData("3M-Admin", "3M", null, "Administrator")]
    [InlineData("Abc-DatabaseAdmin", "Abc", null, "DatabaseAdministrator")]
    [InlineData("ClientsReadOnly", "Clients", null, "ReadOnly")]
    // Half a name is told, and no more.
    [InlineData("Metro", "Metro", null, null)]
    [InlineData("ReadOnly", null, null, "ReadOnly")]
    [InlineData("MSP-ReadOnly", null, null, "ReadOnly")]
    [InlineData("AllCustomers-ReadOnly", null, null, "ReadOnly")]
    [InlineData("acme-admins", null, null, "Administrator")]
    [InlineData("12-Admin", null, null, "Administrator")]
    [InlineData("+=,.@-", null, null, null)]
    public void A_name_tells_client_and_tier(string name, string? client, string? original, string? tier)
    {
        Inventory inventory = (Inventory.Empty with { Company = "acme" })
            .WithTier(new AccessTier("S3Audit", "s3-audit") { ManagedPolicyArn = ["arn:aws:iam::aws:policy/SecurityAudit"] })
            .WithAccount("Clients", "999999999999");

        Assert.Equal(new GuessedName(client, original, tier), new NameGuess(new TierVocabulary(inventory), inventory).Of(name));
    }

    [Fact]
    public void A_tier_that_the_admin_defined_outranks_a_habit()
    {
        Inventory inventory = Inventory.Empty.WithTier(new AccessTier("Ops", "ops") { ManagedPolicyArn = ["arn:aws:iam::aws:policy/PowerUserAccess"] });

        Assert.Equal("Ops", new NameGuess(new TierVocabulary(inventory), inventory).Of("Abc-Ops").Tier);
        Assert.Equal("Operations", new NameGuess(new TierVocabulary(Inventory.Empty), Inventory.Empty).Of("Abc-Ops").Tier);
    }

    [Fact]
    public void No_name_that_AWS_accepts_breaks_it()
    {
        var random = new Random(20);
        var guess = new NameGuess(new TierVocabulary(Inventory.Empty), Inventory.Empty with { Company = "acme" });
        const string characters = "ABCxyzReadOnlyAdmin0123456789_+=,.@-";
        for (int run = 0; run < 5000; run++)
        {
            GuessedName found = guess.Of(string.Concat(Enumerable.Range(0, random.Next(1, 33)).Select(_ => characters[random.Next(characters.Length)])));
            Assert.True(found.Client is null || ClientName.IsValid(found.Client));
        }
    }

    [Theory]
    [InlineData("{Client}-{Tier}", "Abc-Corp-ReadOnly", "AbcCorp", "Abc-Corp", "ReadOnly")]
    [InlineData("{tier}.{client}", "ro.Abc.Corp", "AbcCorp", "Abc.Corp", "ReadOnly")]
    [InlineData("*_{Client}_{Tier}", "xx_Abc_Partners", "Abc", null, "Partners")]
    [InlineData("^c(?<client>[0-9a-z]+)-(?<tier>.+)$", "cabc-admin", "Abc", null, "Administrator")]
    [InlineData("^(?<Client>.+)$", "Abc", "Abc", null, null)]
    public void A_pattern_says_how_to_read_a_name(string pattern, string name, string client, string? original, string? tier)
    {
        Assert.Equal(new GuessedName(client, original, tier), NamePattern.Parse(pattern).Match(name, new TierVocabulary(Inventory.Empty)));
    }

    [Fact]
    public void A_name_that_a_pattern_does_not_match_tells_nothing() =>
        Assert.Null(NamePattern.Parse("{Client}-{Tier}").Match("AbcReadOnly", new TierVocabulary(Inventory.Empty)));

    [Theory]
    [InlineData("Client-Tier")]
    [InlineData("^(client")]
    [InlineData("(?<customer>.+)")]
    public void A_pattern_that_names_nothing_is_refused_with_what_to_type(string pattern)
    {
        ClientAccessException refusal = Refusal.Of(ClientAccessError.InvalidText, () => NamePattern.Parse(pattern));

        Assert.Contains("'{Client}-{Tier}'", refusal.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_would_take_for_ever_is_given_up()
    {
        NamePattern endless = NamePattern.Parse("^(?<client>(a+b?)+c)$");

        Refusal.Of(ClientAccessError.InvalidText, () => endless.Match(new string('a', 32), new TierVocabulary(Inventory.Empty)));
    }
}
