namespace CrossAccess;

/// <summary>
/// What a client's permission sets and roles are called: by the record, where they were adopted or named by hand, else by the
/// convention. Whatever is made or entered follows these names, so that nothing is made a second time under another.
/// </summary>
internal static class RecordedNames
{
    /// <exception cref="ClientAccessException">NameTooLong, where the convention's name is longer than AWS allows.</exception>
    public static string PermissionSetName(this Inventory inventory, string client, string tier) =>
        inventory.FindPermissionSetName(client, tier) ?? NamingConvention.PermissionSetName(client, tier);

    /// <summary>The recorded name of a set; null where nothing but the convention names it.</summary>
    public static string? FindPermissionSetName(this Inventory inventory, string client, string tier) =>
        inventory.Clients.GetValueOrDefault(client)?.PermissionSetNames?.GetValueOrDefault(tier);

    public static InventoryRole? FindRole(this Inventory inventory, string client, string accountId, string tier) =>
        inventory.Clients.GetValueOrDefault(client)?.Accounts.Find(account => account.Id == accountId)?.Roles.GetValueOrDefault(tier);

    /// <summary>The ARN of a client's role of a tier in an account.</summary>
    public static RoleArn RoleArnOf(this Inventory inventory, string company, string client, string accountId, AccessTier tier) =>
        inventory.FindRole(client, accountId, tier.Tier) is { } recorded
            ? RoleArn.Parse(recorded.Arn)
            : RoleArn.Of(inventory.Partition(), accountId, NamingConvention.RoleName(company, tier));
}
