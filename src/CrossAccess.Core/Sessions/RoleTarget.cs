namespace CrossAccess;

/// <summary>The role that somebody wants to enter: whose, of which tier, and where it lies.</summary>
internal sealed record RoleTarget(string Client, string Tier, string AccountId, string? AccountName, InventoryRole Role)
{
    /// <summary>The permission set by which the role is entered.</summary>
    public string PermissionSetName { get; init; } = Client + Tier;

    /// <summary>When whose access by the permission set ends, as far as that is known: by the marks of the users' names.</summary>
    public ILookup<string, DateTimeOffset> Ends { get; init; } = Array.Empty<(string Mark, DateTimeOffset Time)>().ToLookup(end => end.Mark, end => end.Time);

    /// <summary>When that user's access ends; null: no end is known.</summary>
    public DateTimeOffset? EndOf(string userName) => Ends[AccessEnd.MarkOf(userName)].Select(time => (DateTimeOffset?)time).Max();

    /// <summary>By the inventory; null where it does not record the client.</summary>
    /// <exception cref="ClientAccessException">TierNotFound, AccountNotFound, AccountAmbiguous, …</exception>
    public static RoleTarget? Find(Inventory inventory, RoleEntryRequest request)
    {
        string client = inventory.KeyOf(request.Client);
        if (!inventory.Clients.ContainsKey(client)) return null;

        AccessTier tier = inventory.RequireTier(request.Tier);
        InventoryAccount account = inventory.RequireClient(client).RequireAccount(client, request.Account);
        // A role that nothing records is named by the convention, and that begins with the company's name.
        InventoryRole? role = inventory.FindRole(client, account.Id, tier.Tier)
            ?? (inventory.Company is { } company ? new InventoryRole(inventory.RoleArnOf(company, client, account.Id, tier).ToString()) : null);
        return role is null
            ? null
            : new RoleTarget(client, tier.Tier, account.Id, account.Name, role)
            {
                PermissionSetName = inventory.FindPermissionSetName(client, tier.Tier) ?? client + tier.Tier,
                Ends = inventory.ListEnds(client, tier.Tier).ToLookup(grant => AccessEnd.MarkOf(grant.Name), grant => grant.Expires!.Value),
            };
    }

    /// <summary>By what a permission set's own policy lets its holder assume.</summary>
    /// <exception cref="ClientAccessException">AccountNotFound, AccountAmbiguous.</exception>
    public static RoleTarget InPolicy(string client, string tier, string? account, string policy)
    {
        PermissionSetPolicy read = PermissionSetPolicy.Read(policy);
        RoleArn[] roles = [.. read.RoleArns.Select(arn => RoleArn.TryParse(arn, out RoleArn? role) ? role : null).OfType<RoleArn>()];
        RoleArn[] meant = [.. roles.Where(role => account is null || role.AccountId == account.Trim())];
        string listed = string.Join(", ", roles.Select(role => role.AccountId));
        return meant switch
        {
            [var only] => new RoleTarget(client, tier, only.AccountId, null, new InventoryRole(only.ToString())) { Ends = read.Ends.ToLookup(end => end.NameMark, end => end.Time) },
            [] when roles.Length == 0 => throw new ClientAccessException(ClientAccessError.AccountNotFound, $"Permission set {client}{tier} names no role that it may assume."),
            [] => throw new ClientAccessException(ClientAccessError.AccountNotFound, $"Permission set {client}{tier} reaches no account '{Printable.Of(account!)}'. It reaches {listed}.")
            {
                RecommendedAction = "Name the account by its id: without an inventory its name is not known.",
            },
            _ => throw new ClientAccessException(ClientAccessError.AccountAmbiguous, $"Permission set {client}{tier} reaches {meant.Length} accounts: {listed}.")
            {
                RecommendedAction = $"Name one: -Account {meant[0].AccountId}",
            },
        };
    }
}
