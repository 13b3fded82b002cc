namespace CrossAccess.Core.Tests;

public sealed class InventoryClientsTests
{
    [Fact]
    public void An_account_recorded_under_another_client_is_refused_whatever_the_case_of_the_key()
    {
        Inventory inventory = Inventory.Empty.WithAccount("Abc", FakeProvider.Remote);
        ClientAccessException refusal = Refusal.Of(ClientAccessError.AccountRecordedElsewhere, () => inventory.WithAccount("Other", FakeProvider.Remote));
        Assert.Contains("'Abc'", refusal.Message, StringComparison.Ordinal);
        Assert.Same(inventory, inventory.WithAccount("ABC", FakeProvider.Remote));
    }

    [Fact]
    public void Two_accounts_of_a_client_may_not_share_a_name()
    {
        Inventory inventory = Inventory.Empty.WithAccount("Abc", FakeProvider.Remote, "production");
        ClientAccessException refusal = Refusal.Of(ClientAccessError.AccountRecordedElsewhere, () => inventory.WithAccount("Abc", FakeProvider.Second, "PRODUCTION"));
        Assert.Contains(FakeProvider.Remote, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["production", "test"], inventory.WithAccount("Abc", FakeProvider.Second, "test").Clients["Abc"].Accounts.Select(account => account.Name));
    }

    [Fact]
    public void Two_clients_may_each_have_an_account_of_one_name()
    {
        Inventory inventory = Inventory.Empty.WithAccount("Abc", FakeProvider.Remote, "production").WithAccount("Other", FakeProvider.Second, "production");
        Assert.Equal(2, inventory.Clients.Count);
    }

    [Fact]
    public void The_key_stays_as_it_was_first_written_and_what_is_not_named_again_stays_known()
    {
        Inventory inventory = Inventory.Empty.WithAccount("AbcCorp", FakeProvider.Remote, "production", "ABC Corporation").WithAccount("ABCCORP", FakeProvider.Second);
        Assert.Equal(["AbcCorp"], inventory.Clients.Keys);
        Assert.Equal("ABC Corporation", inventory.Clients["AbcCorp"].DisplayName);
        Assert.Equal("production", inventory.WithAccount("AbcCorp", FakeProvider.Remote).Clients["AbcCorp"].Accounts[0].Name);
    }

    [Fact]
    public void The_account_that_is_meant_is_the_only_one_or_the_one_named_by_id_or_name()
    {
        InventoryClient one = Inventory.Empty.WithAccount("Abc", FakeProvider.Remote).Clients["Abc"];
        Assert.Equal(FakeProvider.Remote, one.RequireAccount("Abc", null).Id);
        Assert.Equal(FakeProvider.Remote, one.RequireAccount("Abc", " ").Id);

        InventoryClient two = Inventory.Empty.WithAccount("Abc", FakeProvider.Remote, "production").WithAccount("Abc", FakeProvider.Second).Clients["Abc"];
        Assert.Equal(FakeProvider.Second, two.RequireAccount("Abc", FakeProvider.Second).Id);
        Assert.Equal(FakeProvider.Remote, two.RequireAccount("Abc", "Production").Id);
        Assert.Contains("production (222222222222), 333333333333", Refusal.Of(ClientAccessError.AccountAmbiguous, () => two.RequireAccount("Abc", null)).Message, StringComparison.Ordinal);
        Refusal.Of(ClientAccessError.AccountNotFound, () => two.RequireAccount("Abc", "staging"));
        Refusal.Of(ClientAccessError.AccountNotFound, () => new InventoryClient().RequireAccount("Abc", null));
    }

    [Fact]
    public void An_unknown_client_is_answered_with_what_may_have_been_meant()
    {
        Inventory inventory = Inventory.Empty.WithAccount("AbcCorp", FakeProvider.Remote);
        Assert.Contains("Did you mean 'AbcCorp'?", Refusal.Of(ClientAccessError.ClientNotFound, () => inventory.RequireClient("AbcCrop")).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("mean", Refusal.Of(ClientAccessError.ClientNotFound, () => inventory.RequireClient("Zzyzx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grant_is_recorded_once_by_name_and_keeps_its_reason()
    {
        Inventory inventory = Inventory.Empty
            .WithGrant(new InventoryGrant("Abc", "ReadOnly", PrincipalType.Group, "Engineers") { Reason = "on call" })
            .WithGrant(new InventoryGrant("ABC", "readonly", PrincipalType.Group, "engineers"))
            .WithGrant(new InventoryGrant("Abc", "ReadOnly", PrincipalType.User, "Engineers"));
        Assert.Equal([(PrincipalType.Group, "on call"), (PrincipalType.User, null)], inventory.Grants.Select(grant => (grant.Type, grant.Reason)));
        Assert.Equal(PrincipalType.User, Assert.Single(inventory.WithoutGrant("abc", "ReadOnly", PrincipalType.Group, "ENGINEERS").Grants).Type);
    }

    [Fact]
    public void A_clients_list_shows_its_accounts_and_the_tiers_that_it_has()
    {
        Inventory inventory = Inventory.Empty.WithAccount("Abc", FakeProvider.Remote, "production", "ABC Corporation")
            .WithRole("Abc", FakeProvider.Remote, "ReadOnly", new InventoryRole(FakeProvider.RoleArnOfAbc))
            .WithPermissionSet("Abc", "DevOps", "arn:set");
        CrossAccessClient client = Assert.Single(ClientList.Of(inventory));
        Assert.Equal(("Abc", "ABC Corporation"), (client.Client, client.DisplayName));
        Assert.Equal([new ClientAccount(FakeProvider.Remote, "production")], client.Account);
        Assert.Equal(["ReadOnly", "DevOps"], client.Tier);
    }
}
