namespace CrossAccess.Core.Tests;

public sealed class NameCollisionTests
{
    private static readonly AccessTier Only = new("Only", "only") { ManagedPolicyArn = ["arn:aws:iam::aws:policy/ReadOnlyAccess"] };

    [Fact]
    public void Client_AbcRead_is_refused_beside_client_Abc_where_tier_Only_exists()
    {
        Inventory inventory = Inventory.Empty.WithTier(Only).WithAccount("Abc", FakeProvider.Remote);
        ClientAccessException refusal = Refusal.Of(ClientAccessError.NameCollision, () => inventory.WithAccount("AbcRead", FakeProvider.Second));
        Assert.Contains("'AbcReadOnly'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Client_Abc_is_refused_beside_client_AbcRead_where_tier_Only_exists()
    {
        Inventory inventory = Inventory.Empty.WithTier(Only).WithAccount("AbcRead", FakeProvider.Remote);
        Refusal.Of(ClientAccessError.NameCollision, () => inventory.WithAccount("Abc", FakeProvider.Second));
    }

    [Fact]
    public void Tier_Only_is_refused_where_both_clients_are_there_already()
    {
        Inventory inventory = Inventory.Empty.WithAccount("Abc", FakeProvider.Remote).WithAccount("AbcRead", FakeProvider.Second);
        Refusal.Of(ClientAccessError.NameCollision, () => inventory.WithTier(Only));
    }

    [Fact]
    public void Case_does_not_tell_two_permission_sets_apart()
    {
        Inventory inventory = Inventory.Empty.WithTier(Only).WithAccount("abc", FakeProvider.Remote);
        Refusal.Of(ClientAccessError.NameCollision, () => inventory.WithAccount("ABCread", FakeProvider.Second));
    }

    [Fact]
    public void Clients_that_share_a_beginning_and_no_set_live_side_by_side()
    {
        Inventory inventory = Inventory.Empty.WithAccount("Abc", FakeProvider.Remote).WithAccount("AbcRead", FakeProvider.Second);
        Assert.Equal(["Abc", "AbcRead"], inventory.Clients.Keys);
    }

    [Fact]
    public void A_tier_may_not_name_its_roles_as_another_tier_does() =>
        Refusal.Of(ClientAccessError.NameCollision, () => Inventory.Empty.WithTier(new AccessTier("Junior", "administrator") { ManagedPolicyArn = Only.ManagedPolicyArn }));

    [Fact]
    public void Whatever_clients_and_tiers_are_admitted_no_two_share_a_permission_set_and_no_two_tiers_a_role()
    {
        var random = new Random(7_251);
        int refused = 0;
        for (int round = 0; round < 600; round++)
        {
            Inventory inventory = Inventory.Empty;
            for (int step = 0; step < 14; step++)
            {
                try
                {
                    inventory = random.Next(3) == 0
                        ? inventory.WithTier(NewTier(RandomNames.Tier(random)))
                        : inventory.WithAccount(RandomNames.Client(random), random.NextInt64(1, 999_999_999_999).ToString("D12"));
                }
                catch (ClientAccessException e) when (e.Error is ClientAccessError.NameCollision)
                {
                    refused++;
                }
            }
            string[] sets = [.. inventory.Clients.Keys.SelectMany(client => inventory.ListTiers().Select(tier => client + tier.Tier))];
            Assert.Equal(sets.Length, sets.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            string[] roles = [.. inventory.ListTiers().Select(tier => tier.RoleNameSuffix)];
            Assert.Equal(roles.Length, roles.Distinct(StringComparer.Ordinal).Count());
        }
        Assert.InRange(refused, 10, 1_000);
    }

    private static AccessTier NewTier(string name) => new(name, TierName.ToRoleNameSuffix(name)) { ManagedPolicyArn = Only.ManagedPolicyArn };
}
