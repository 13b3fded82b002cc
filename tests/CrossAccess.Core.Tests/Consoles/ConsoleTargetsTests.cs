namespace CrossAccess.Core.Tests;

public sealed class ConsoleTargetsTests
{
    private const string Third = "444444444444";

    private static readonly Inventory Inventory = new Inventory { Company = "acme", Region = "eu-west-1" }
        .WithAccount("Abc", FakeProvider.Remote, "production")
        .WithAccount("Abc", FakeProvider.Second, "staging")
        .WithAccount("Abc", Third)
        .WithRole("Abc", FakeProvider.Remote, "ReadOnly", new InventoryRole(FakeProvider.RoleArnOfAbc))
        .WithRole("Abc", FakeProvider.Remote, "Administrator", new InventoryRole("arn:aws:iam::222222222222:role/acme-administrator"))
        .WithRole("Abc", FakeProvider.Second, "ReadOnly", new InventoryRole("arn:aws:iam::333333333333:role/acme-read-only"));

    [Fact]
    public void What_is_combined_leaves_out_what_is_known_not_to_be_there()
    {
        var targets = ConsoleTargets.Of(Inventory, "abc", ["Administrator", "ReadOnly"], [FakeProvider.Remote, "staging", Third]);

        // Of the third account the inventory records no role at all, so only AWS knows.
        Assert.Equal(
            ["222222222222 Administrator", "222222222222 ReadOnly", "333333333333 ReadOnly", "444444444444 Administrator", "444444444444 ReadOnly"],
            targets.Targets.Select(target => $"{target.AccountId} {target.Tier}"));
        Assert.Equal(["333333333333 Administrator"], targets.WithoutRole.Select(target => $"{target.AccountId} {target.Tier}"));
    }

    [Fact]
    public void What_is_named_alone_is_taken_at_its_word()
    {
        var targets = ConsoleTargets.Of(Inventory, "Abc", ["Administrator"], ["staging"]);

        Assert.Equal("arn:aws:iam::333333333333:role/acme-administrator", Assert.Single(targets.Targets).Role.Arn);
        Assert.Empty(targets.WithoutRole);
    }

    [Fact]
    public void Nobody_guesses_among_several_accounts()
    {
        Refusal.Of(ClientAccessError.AccountAmbiguous, () => ConsoleTargets.Of(Inventory, "Abc", ["ReadOnly"], null));
        Refusal.Of(ClientAccessError.AccountNotFound, () => ConsoleTargets.Of(Inventory, "Abc", ["ReadOnly"], ["qa"]));
        Refusal.Of(ClientAccessError.ClientNotFound, () => ConsoleTargets.Of(Inventory, "Nobody", ["ReadOnly"], null));
        Refusal.Of(ClientAccessError.TierNotFound, () => ConsoleTargets.Of(Inventory, "Abc", ["Nothing"], ["staging"]));
        Refusal.Of(ClientAccessError.NotInitialized, () => ConsoleTargets.Of(Inventory with { Company = null }, "Abc", ["DevOps"], ["staging"]));
    }
}
