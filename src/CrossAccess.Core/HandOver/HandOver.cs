namespace CrossAccess;

/// <summary>All that is said to a client's admin, in whatever format. Everything in it is validated.</summary>
internal sealed record HandOver(CrossAccessConfiguration Configuration, string Client, IReadOnlyList<RemoteAccessRoleBlueprint> Roles)
{
    /// <summary>Stands for a new external id until it is recorded: a role that asked for it would let nobody in.</summary>
    private const string ExternalIdToCome = "generated-when-this-is-run";

    public string Company => Configuration.Company;

    public string HomeAccountId => Configuration.HomeAccountId;

    /// <summary>The client's name for people, fit for one line.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Null: any account but home.</summary>
    public string? AccountId { get; init; }

    /// <summary>The roles' ARNs by tier, where an account is named.</summary>
    public required IReadOnlyDictionary<string, string> RoleArns { get; init; }

    public string? AccountName { get; init; }

    /// <summary>Null: the one that the client's admin works in.</summary>
    public string? Region { get; init; }

    public string? TemplateUrl { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>One stack for all that a client grants a company, so that a later template changes it.</summary>
    public string StackName => $"crossaccess-{Company}-{Client}";

    public string? QuickCreateUrl => TemplateUrl is null ? null : QuickCreateLink.Of(Configuration.Partition, Region ?? Configuration.Region, StackName, TemplateUrl);

    /// <param name="newExternalId">Taken where one is to be generated and none is recorded; null: a word that stands for it.</param>
    public static HandOver Create(RemoteAccessTemplateRequest request, Inventory inventory, CrossAccessConfiguration configuration, string? newExternalId)
    {
        RequireUsable(configuration);
        string client = inventory.KeyOf(request.Terms.Client);
        if (request.AccountId is { } account)
        {
            RemoteAccessRoleDesign.RefuseHome(account, configuration);
            // The same refusals as when it is recorded.
            inventory = inventory.WithAccount(client, account, request.AccountName, request.DisplayName);
        }

        string? externalId = ExternalIdOf(request, inventory, client, newExternalId ?? ExternalIdToCome);
        InventoryClient? recorded = inventory.Clients.GetValueOrDefault(client);
        RemoteAccessRoleBlueprint[] roles = [.. Blueprints(request, externalId, inventory, configuration)];
        return new HandOver(configuration, client, roles)
        {
            RoleArns = roles.Where(_ => request.AccountId is not null).ToDictionary(role => role.Tier.Tier, role => inventory.RoleArnOf(configuration.Company, client, request.AccountId!, role.Tier).ToString()),
            DisplayName = Printable.Of(request.DisplayName ?? recorded?.DisplayName ?? client),
            AccountId = request.AccountId,
            AccountName = recorded?.Accounts.Find(entry => entry.Id == request.AccountId)?.Name,
            Region = request.Region is null ? null : CheckedRegion(request.Region, configuration),
            TemplateUrl = request.TemplateUrl is null ? null : CrossAccess.TemplateUrl.Parse(request.TemplateUrl),
            ExternalId = externalId,
        };
    }

    /// <summary>The inventory with the account and the roles that the client's admin will make, for the commands that follow.</summary>
    public Inventory RecordedIn(Inventory inventory, RemoteAccessTemplateRequest request)
    {
        if (AccountId is null) return inventory;
        inventory = inventory.WithAccount(Client, AccountId, request.AccountName, request.DisplayName);
        return Roles.Aggregate(inventory, (sofar, role) => sofar.WithRole(Client, AccountId, role.Tier.Tier, new InventoryRole(ArnOf(role)) { ExternalId = ExternalId }));
    }

    /// <summary>The role's ARN in the account, or in one whose id is left to the reader.</summary>
    public string ArnOf(RemoteAccessRoleBlueprint role) =>
        RoleArns.TryGetValue(role.Tier.Tier, out string? arn) ? arn : $"arn:{Configuration.Partition}:iam::<account id>:role/{role.RoleName}";

    private static IEnumerable<RemoteAccessRoleBlueprint> Blueprints(RemoteAccessTemplateRequest request, string? externalId, Inventory inventory, CrossAccessConfiguration configuration)
    {
        foreach (string tier in request.Tiers.Select(name => inventory.RequireTier(name).Tier).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var role = RemoteAccessRoleBlueprint.Create(request.Terms with { Tier = tier, ExternalId = externalId }, request.AccountId, inventory, configuration);
            // A suffix comes from the inventory, which people edit.
            _ = RoleArn.Parse(RoleArn.Of(configuration.Partition, configuration.HomeAccountId, role.RoleName).ToString());
            yield return role;
        }
    }

    // One for all of a client's accounts: what is rolled out over an organization is one template.
    private static string? ExternalIdOf(RemoteAccessTemplateRequest request, Inventory inventory, string client, string newExternalId)
    {
        string? given = request.Terms.ExternalId;
        if (given is null && !request.GeneratesExternalId) return null;
        if (given is not null && request.GeneratesExternalId)
            throw new ClientAccessException(ClientAccessError.RequestRejected, "Give either -ExternalId or -GenerateExternalId.");
        if (request.AccountId is null)
        {
            throw new ClientAccessException(ClientAccessError.RequestRejected, "An external id is recorded with the account's roles, or Enter-ClientRole could not give it; no account is named.")
            {
                RecommendedAction = "Name the account: -AccountId <12 digits>",
            };
        }
        return given ?? RecordedExternalId(inventory, client, request.AccountId) ?? newExternalId;
    }

    private static string? RecordedExternalId(Inventory inventory, string client, string accountId) => inventory.Clients[client].Accounts
        .OrderBy(account => account.Id != accountId)
        .SelectMany(account => account.Roles.Values)
        .FirstOrDefault(role => role.ExternalId is not null)?.ExternalId;

    // The inventory is edited by hand and merged by git, and these go into scripts that somebody else's administrator runs.
    private static void RequireUsable(CrossAccessConfiguration configuration)
    {
        RegionName.Parse(configuration.Region);
        if (CompanyName.Parse(configuration.Company).Equals(configuration.Company, StringComparison.OrdinalIgnoreCase) && CrossAccess.AccountId.IsValid(configuration.HomeAccountId)) return;
        throw new ClientAccessException(ClientAccessError.InventoryUnusable, $"The inventory {configuration.InventoryPath} names a company or home account that is none.");
    }

    private static string CheckedRegion(string text, CrossAccessConfiguration configuration)
    {
        string region = RegionName.Parse(text.Trim());
        return Partition.OfRegion(region) == configuration.Partition
            ? region
            : throw new ClientAccessException(ClientAccessError.RegionNotFound, $"Region {region} is of another AWS partition than your home account's Region {configuration.Region}; a role there cannot trust home.");
    }
}
