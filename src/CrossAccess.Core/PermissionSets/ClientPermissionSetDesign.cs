namespace CrossAccess;

/// <summary>A client permission set as it shall be, worked out from a request, the inventory and the conventions. Everything in it is validated.</summary>
internal sealed record ClientPermissionSetDesign(ClientPermissionSetRequest Request, string Client, string Tier, CrossAccessConfiguration Configuration, string Name)
{
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html
    private static readonly TimeSpan ShortestSession = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    /// <summary>The roles that the set is to reach, besides those that it reaches already.</summary>
    public required IReadOnlyList<string> RoleArns { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public string Company => Configuration.Company;

    /// <summary>The role of the set itself in the home account, as patterns.</summary>
    public IReadOnlyList<string> HolderRoles => ReservedRole.ArnPatterns(Configuration.Partition, Configuration.HomeAccountId, Name);

    public TimeSpan NewSessionDuration => Request.SessionDuration ?? ShortestSession;

    public string NewDescription => Request.Description ?? $"{Tier} in the accounts of {Client}";

    public static ClientPermissionSetDesign Create(ClientPermissionSetRequest request, Inventory inventory, CrossAccessConfiguration configuration)
    {
        string client = inventory.KeyOf(request.Client);
        AccessTier tier = inventory.RequireTier(request.Tier);
        if (request.AccountId is not null) inventory.RefuseAccountOfAnother(client, request.AccountId);
        inventory.RefuseCollision(client, tier.Tier);
        if (request.SessionDuration is { } duration && (duration < ShortestSession || duration > LongestSession))
            throw new ClientAccessException(ClientAccessError.InvalidDuration, $"A permission set's session lasts 1 to 12 hours; {duration} is not between. Type -SessionDuration 1:00, for instance.");

        return new ClientPermissionSetDesign(request, client, tier.Tier, configuration, NameOf(request, client, tier, inventory))
        {
            RoleArns = RolesOf(request, client, tier, inventory, configuration),
            Tags = CrossAccess.Tags.Of(configuration.Company, client, tier.Tier, request.Tags is null ? null : AwsText.Tags(request.Tags)),
        }.Checked();
    }

    /// <summary>A policy with what is asked for. Whoever makes the set anew has given up an off-boarding that was begun.</summary>
    public PermissionSetPolicy Applied(PermissionSetPolicy policy)
    {
        PermissionSetPolicy reaching = RoleArns.Aggregate(policy.AllowingEntry(), (sofar, role) => sofar.With(role));
        return Request.ReadableByHolder switch
        {
            null => reaching,
            true => reaching.ReadableBy(HolderRoles),
            false => reaching.ReadableBy([]),
        };
    }

    public ClientPermissionSet ToResult(string? arn, PermissionSetPolicy policy, TimeSpan sessionDuration, ChangeStatus status) => new()
    {
        Client = Client,
        AccountId = Request.AccountId ?? CrossAccess.RoleArn.Parse(RoleArns[0]).AccountId,
        Tier = Tier,
        RoleArn = RoleArns[0],
        AssumableRoleArn = policy.RoleArns,
        PermissionSetName = Name,
        PermissionSetArn = arn,
        SessionDuration = sessionDuration,
        Status = status,
    };

    private ClientPermissionSetDesign Checked()
    {
        if (Request.Description is not null) AwsText.Description(Request.Description);
        return this;
    }

    private static string NameOf(ClientPermissionSetRequest request, string client, AccessTier tier, Inventory inventory) => request.PermissionSetName is null
        ? inventory.PermissionSetName(client, tier.Tier)
        : NamingConvention.ParsePermissionSetName(request.PermissionSetName);

    private static string[] RolesOf(ClientPermissionSetRequest request, string client, AccessTier tier, Inventory inventory, CrossAccessConfiguration configuration)
    {
        if (request.RoleArn is { } given)
        {
            RoleArn arn = CrossAccess.RoleArn.Parse(given);
            if (request.AccountId is { } account && account != arn.AccountId)
                throw new ClientAccessException(ClientAccessError.InvalidArn, $"-RoleArn {arn} lies in account {arn.AccountId}, but -AccountId is {account}.");
            inventory.RefuseAccountOfAnother(client, arn.AccountId);
            if (arn.AccountId == configuration.HomeAccountId)
                throw new ClientAccessException(ClientAccessError.InvalidArn, $"-RoleArn {arn} lies in the home account; a client's role lies in the client's.");
            return [arn.ToString()];
        }

        IEnumerable<string> accounts = request.AccountId is null
            ? inventory.RequireClient(client).Accounts.Select(account => account.Id)
            : [request.AccountId];
        string[] roles = [.. accounts.Select(account => inventory.RoleArnOf(configuration.Company, client, account, tier).ToString())];
        return roles.Length > 0
            ? roles
            : throw new ClientAccessException(ClientAccessError.AccountNotFound, $"Client '{client}' has no account in the inventory. Name one: -AccountId <12 digits>");
    }
}
