namespace CrossAccess;

/// <summary>
/// A remote access role as it shall be in whichever account it is made: by us, or by the client from what it is handed.
/// Worked out from terms, the inventory and the conventions; everything in it is validated.
/// </summary>
internal record RemoteAccessRoleBlueprint(RemoteAccessRoleTerms Terms, string Client, AccessTier Tier, string Company, string RoleName, PolicyDocument Trust)
{
    /// <summary>The name of the one inline policy that is ours; others in the role are the client's.</summary>
    public const string InlinePolicyName = "crossaccess";

    private const int InlinePolicyLimit = 10_240;
    private static readonly TimeSpan ShortestSession = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    /// <summary>The permission set of home whose holders may enter.</summary>
    public required string PermissionSetName { get; init; }

    public required IReadOnlyList<string> ManagedPolicyArns { get; init; }

    public PolicyDocument? InlinePolicy { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public string Description => $"Access of {Company} for tier {Tier.Tier}";

    /// <summary>The longest session of the role when it is new.</summary>
    public TimeSpan NewMaxSessionDuration => Terms.MaxSessionDuration ?? ShortestSession;

    /// <param name="accountId">The account in which the role may be recorded under a name of its own; null: any.</param>
    /// <param name="inventory">Where the client is recorded, or may yet be.</param>
    public static RemoteAccessRoleBlueprint Create(RemoteAccessRoleTerms terms, string? accountId, Inventory inventory, CrossAccessConfiguration configuration)
    {
        string client = inventory.KeyOf(terms.Client);
        AccessTier tier = inventory.RequireTier(terms.Tier);
        inventory.RefuseCollision(client, tier.Tier);

        IReadOnlyList<string> managed = terms.ManagedPolicyArns ?? (terms.PolicyDocument is null ? tier.ManagedPolicyArn : []);
        string? inline = terms.PolicyDocument ?? (terms.ManagedPolicyArns is null ? tier.PolicyDocument : null);
        if (managed.Count == 0 && inline is null) throw WithoutPolicy(tier);

        if (terms.PermissionsBoundaryArn is not null) _ = PolicyArn.Parse(terms.PermissionsBoundaryArn);
        string roleName = accountId is null ? NamingConvention.RoleName(configuration.Company, tier) : inventory.RoleArnOf(configuration.Company, client, accountId, tier).Name;
        string setName = inventory.PermissionSetName(client, tier.Tier);
        return new RemoteAccessRoleBlueprint(terms, client, tier, configuration.Company, roleName, CreateTrust(terms, setName, configuration))
        {
            PermissionSetName = setName,
            ManagedPolicyArns = [.. managed.Select(PolicyArn.Parse).Distinct(StringComparer.Ordinal)],
            InlinePolicy = inline is null ? null : CheckedInline(inline),
            Tags = CrossAccess.Tags.Of(configuration.Company, client, tier.Tier, terms.Tags is null ? null : AwsText.Tags(terms.Tags)),
        }.CheckSessions();
    }

    private static PolicyDocument CreateTrust(RemoteAccessRoleTerms terms, string setName, CrossAccessConfiguration configuration)
    {
        foreach (string arn in terms.TrustedRoleArns)
        {
            if (RoleArn.Parse(arn).AccountId == configuration.HomeAccountId) continue;
            throw new ClientAccessException(ClientAccessError.InvalidArn, $"-TrustedRoleArn {Printable.Of(arn)} is not a role of the home account {configuration.HomeAccountId}. Only home's roles may be trusted.");
        }
        return TrustPolicy.Create(new TrustPolicyTerms(configuration.Partition, configuration.HomeAccountId, terms.TrustScope, setName)
        {
            ExternalId = terms.ExternalId is null ? null : AwsText.ExternalId(terms.ExternalId),
            TrustedRoleArns = [.. terms.TrustedRoleArns.Distinct(StringComparer.Ordinal)],
        });
    }

    private RemoteAccessRoleBlueprint CheckSessions() =>
        Terms.MaxSessionDuration is not { } duration || (duration >= ShortestSession && duration <= LongestSession)
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
