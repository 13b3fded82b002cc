namespace CrossAccess.Core.Tests;

public sealed class AccessTiersTests : IDisposable
{
    private const string Audit = "arn:aws:iam::aws:policy/SecurityAudit";

    private readonly TemporaryInventory _inventory = new();

    public void Dispose() => _inventory.Dispose();

    [Fact]
    public async Task A_tier_is_planned_then_Created_then_Unchanged_then_Updated()
    {
        IChange<AccessTier> change = Plan("S3Audit", [Audit]);
        Assert.Equal((ChangeStatus.Planned, "s3-audit"), (change.Preview.Status, change.Preview.RoleNameSuffix));
        Assert.False(File.Exists(_inventory.Path));
        Assert.Equal(ChangeStatus.Created, (await ApplyAsync(change)).Status);
        change = Plan("s3audit", [Audit, Audit]);
        Assert.Null(change.Action);
        Assert.Equal((ChangeStatus.Unchanged, "S3Audit"), ((await ApplyAsync(change)).Status, change.Preview.Tier));
        Assert.Equal(ChangeStatus.Updated, (await ApplyAsync(Plan("S3Audit", [Audit, "arn:aws:iam::aws:policy/ReadOnlyAccess"]))).Status);
    }

    [Fact]
    public async Task DevOps_gets_its_policies_and_keeps_its_name()
    {
        AccessTier tier = await ApplyAsync(Plan("devops", null, """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecs:*","Resource":"*"}]}"""));
        Assert.Equal(("DevOps", "devops", true), (tier.Tier, tier.RoleNameSuffix, tier.IsBuiltIn));
        Assert.Contains("ecs:*", _inventory.File.Read().RequireTier("DevOps").PolicyDocument, StringComparison.Ordinal);
        Assert.Null(Plan("DevOps", null, """{"Statement":{"Resource":"*","Action":["ECS:*"],"Effect":"Allow"},"Version":"2012-10-17"}""").Action);
    }

    [Fact]
    public async Task What_cannot_be_a_tier_is_refused()
    {
        Refusal.Of(ClientAccessError.TierWithoutPolicy, () => Plan("Empty"));
        Refusal.Of(ClientAccessError.TierWithoutPolicy, () => Plan("DevOps"));
        Refusal.Of(ClientAccessError.TierWithoutPolicy, () => Plan("ReadOnly", []));
        Refusal.Of(ClientAccessError.InvalidTierName, () => Plan("two words", [Audit]));
        Refusal.Of(ClientAccessError.InvalidArn, () => Plan("Audit", ["SecurityAudit"]));
        Refusal.Of(ClientAccessError.InvalidPolicyDocument, () => Plan("Audit", null, """{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}"""));
        Refusal.Of(ClientAccessError.InvalidText, () => Plan("Audit", [Audit], null, "two words"));
        Refusal.Of(ClientAccessError.NameCollision, () => Plan("Audit", [Audit], null, "administrator"));
        await _inventory.File.UpdateAsync(inventory => inventory.WithAccount("Abc", FakeProvider.Remote).WithAccount("AbcRead", FakeProvider.Second), FakeProvider.Cancellation);
        Refusal.Of(ClientAccessError.NameCollision, () => Plan("Only", [Audit]));
    }

    [Fact]
    public async Task A_tiers_suffix_can_be_changed_until_a_role_is_named_by_it()
    {
        await ApplyAsync(Plan("Audit", [Audit], null, "Auditing"));
        Assert.Equal("auditing", _inventory.File.Read().RequireTier("Audit").RoleNameSuffix);
        await ApplyAsync(Plan("Audit", null, null, "inspect"));
        await _inventory.File.UpdateAsync(
            inventory => inventory.WithAccount("Abc", FakeProvider.Remote).WithRole("Abc", FakeProvider.Remote, "Audit", new InventoryRole("arn:aws:iam::222222222222:role/acme-inspect")), FakeProvider.Cancellation);
        Assert.Contains("Abc", Refusal.Of(ClientAccessError.ResourceInUse, () => Plan("Audit", null, null, "auditing")).Message, StringComparison.Ordinal);
        Assert.Null(Plan("Audit", null, null, "inspect").Action);
    }

    [Theory]
    [InlineData("cn-north-1", "arn:aws-cn:iam::aws:policy/ReadOnlyAccess")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess")]
    [InlineData(null, "arn:aws:iam::aws:policy/ReadOnlyAccess")]
    public void Built_in_policies_are_of_the_partition(string? region, string expected) =>
        Assert.Equal([expected], (Inventory.Empty with { Region = region }).RequireTier("ReadOnly").ManagedPolicyArn);

    [Fact]
    public void An_unknown_tier_is_answered_with_those_there_are() =>
        Assert.Contains("Administrator, ReadOnly, DevOps. Did you mean 'ReadOnly'?", Refusal.Of(ClientAccessError.TierNotFound, () => Inventory.Empty.RequireTier("ReadOny")).Message, StringComparison.Ordinal);

    private IChange<AccessTier> Plan(string name, IReadOnlyList<string>? managed = null, string? policy = null, string? suffix = null) =>
        new AccessTiers(_inventory.File).Plan(name, managed, policy, suffix);

    private static Task<AccessTier> ApplyAsync(IChange<AccessTier> change) => change.ApplyAsync(new RecordedActivity(), FakeProvider.Cancellation);
}
