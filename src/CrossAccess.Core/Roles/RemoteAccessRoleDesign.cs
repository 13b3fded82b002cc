namespace CrossAccess;

/// <summary>A remote access role as it shall be, worked out from a request, the inventory and the conventions. Everything in it is validated.</summary>
internal sealed record RemoteAccessRoleDesign(RemoteAccessRoleRequest Request, string Client, AccessTier Tier, string Company, string RoleName, PolicyDocument Trust)
{
    /// <summary>The name of the one inline policy that is ours; others in the role are the client's.</summary>
    public const string InlinePolicyName = "crossaccess";

    private const int InlinePolicyLimit = 10_240;
    private static readonly TimeSpan ShortestSession = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    public required string RoleArn { get; init; }

    public string? AccountName { get; init; }

    public required IReadOnlyList<string> ManagedPolicyArns { get; init; }

    public PolicyDocument? InlinePolicy { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public string Description => $"Access of {Company} for tier {Tier.Tier}";

    public static RemoteAccessRoleDesign Create(RemoteAccessRoleRequest request, Inventory inventory, CrossAccessConfiguration configuration)
    {
        string client = inventory.KeyOf(request.Client);
        AccessTier tier = inventory.RequireTier(request.Tier);
        if (request.AccountId == configuration.HomeAccountId)
            throw new ClientAccessException(ClientAccessError.InvalidAccountId, $"Account {request.AccountId} is your home account; a client's role lies in the client's.");
        // The same refusals as when it is recorded, before anything is made.
        Inventory recorded = inventory.WithAccount(client, request.AccountId, request.AccountName, request.DisplayName);
        recorded.RefuseCollision(client, tier.Tier);

        IReadOnlyList<string> managed = request.ManagedPolicyArns ?? (request.PolicyDocument is null ? tier.ManagedPolicyArn : []);
        string? inline = request.PolicyDocument ?? (request.ManagedPolicyArns is null ? tier.PolicyDocument : null);
        if (managed.Count == 0 && inline is null) throw WithoutPolicy(tier);

        if (request.PermissionsBoundaryArn is not null) _ = PolicyArn.Parse(request.PermissionsBoundaryArn);
        string roleName = inventory.RoleArnOf(configuration.Company, client, request.AccountId, tier).Name;
        return new RemoteAccessRoleDesign(request, client, tier, configuration.Company, roleName, CreateTrust(request, inventory.PermissionSetName(client, tier.Tier), configuration))
        {
            RoleArn = CrossAccess.RoleArn.Of(configuration.Partition, request.AccountId, roleName).ToString(),
            AccountName = recorded.RequireClient(client).RequireAccount(client, request.AccountId).Name,
            ManagedPolicyArns = [.. managed.Select(PolicyArn.Parse).Distinct(StringComparer.Ordinal)],
            InlinePolicy = inline is null ? null : CheckedInline(inline),
            Tags = CrossAccess.Tags.Of(configuration.Company, client, tier.Tier, request.Tags is null ? null : AwsText.Tags(request.Tags)),
        }.CheckSessions();
    }

    public RemoteAccessRole ToResult(ChangeStatus status) => new()
    {
        Client = Client,
        AccountId = Request.AccountId,
        AccountName = AccountName,
        Tier = Tier.Tier,
        RoleName = RoleName,
        RoleArn = RoleArn,
        ExternalId = Request.ExternalId,
        ManagedPolicyArn = ManagedPolicyArns,
        MaxSessionDuration = Request.MaxSessionDuration ?? ShortestSession,
        Status = status,
    };

    private static PolicyDocument CreateTrust(RemoteAccessRoleRequest request, string setName, CrossAccessConfiguration configuration)
    {
        foreach (string arn in request.TrustedRoleArns)
        {
            if (CrossAccess.RoleArn.Parse(arn).AccountId == configuration.HomeAccountId) continue;
            throw new ClientAccessException(ClientAccessError.InvalidArn, $"-TrustedRoleArn {Printable.Of(arn)} is not a role of the home account {configuration.HomeAccountId}. Only home's roles may be trusted.");
        }
        return TrustPolicy.Create(new TrustPolicyTerms(configuration.Partition, configuration.HomeAccountId, request.TrustScope, setName)
        {
            ExternalId = request.ExternalId is null ? null : AwsText.ExternalId(request.ExternalId),
            TrustedRoleArns = [.. request.TrustedRoleArns.Distinct(StringComparer.Ordinal)],
        });
    }

    private RemoteAccessRoleDesign CheckSessions() =>
        Request.MaxSessionDuration is not { } duration || (duration >= ShortestSession && duration <= LongestSession)
            ? this
            : throw new ClientAccessException(ClientAccessError.InvalidDuration, $"A role's longest session lasts 1 to 12 hours; {duration} is not between. Type -MaxSessionDuration 4:00, for instance.");

    private static PolicyDocument CheckedInline(string json)
    {
        PolicyDocument policy = PolicyDocument.ParseIdentityPolicy(json);
        return policy.Size <= InlinePolicyLimit
            ? policy
            : throw new ClientAccessException(ClientAccessError.PolicyTooLong, $"The policy has {policy.Size:N0} characters besides white space; IAM allows {InlinePolicyLimit:N0} in a role. Put it into a managed policy and name that: -ManagedPolicyArn.");
    }

    private static ClientAccessException WithoutPolicy(AccessTier tier) => new(
        ClientAccessError.TierWithoutPolicy,
        $"Tier '{tier.Tier}' names no policy, so the role would allow nothing.")
    {
        RecommendedAction = $"Name what it may do: -ManagedPolicyArn <arn> or -PolicyDocument <json>. To settle it for all clients, type: Set-AccessTier {tier.Tier} -ManagedPolicyArn <arn>",
    };
}
