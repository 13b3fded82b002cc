namespace CrossAccess;

/// <summary>What people call tiers in the names of permission sets and roles: the inventory's own tiers, the habits for the built-in ones, and AWS's job functions.</summary>
internal sealed class TierVocabulary
{
    private static readonly (string Tier, string[] Phrases)[] Habits =
    [
        ("Administrator", ["administrators", "admin", "admins", "fulladmin", "fullaccess", "superuser"]),
        ("ReadOnly", ["read", "reader", "readers", "ro", "view", "viewer", "viewers"]),
        ("DevOps", []),
        ("PowerUser", ["power", "powerusers"]),
        ("ViewOnly", []),
        ("SecurityAudit", []),
        ("Audit", ["auditor", "auditors"]),
        ("Billing", ["finance"]),
        ("Support", ["supporter", "supporters", "helpdesk"]),
        ("SupportUser", []),
        ("Operations", ["ops", "operator", "operators"]),
        ("Developer", ["developers"]),
        ("Engineer", ["engineers"]),
        ("Deployment", ["deploy", "deployer"]),
        ("Backup", []),
        ("Security", ["secops"]),
        ("DatabaseAdministrator", ["databaseadmin", "dba"]),
        ("NetworkAdministrator", ["networkadmin"]),
        ("SystemAdministrator", ["systemadmin", "sysadmin"]),
        ("DataScientist", []),
    ];

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html
    private static readonly Dictionary<string, string> JobFunctions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PowerUser"] = "PowerUserAccess",
        ["SecurityAudit"] = "SecurityAudit",
        ["Audit"] = "SecurityAudit",
        ["ViewOnly"] = "job-function/ViewOnlyAccess",
        ["Billing"] = "job-function/Billing",
        ["SupportUser"] = "job-function/SupportUser",
        ["DatabaseAdministrator"] = "job-function/DatabaseAdministrator",
        ["NetworkAdministrator"] = "job-function/NetworkAdministrator",
        ["SystemAdministrator"] = "job-function/SystemAdministrator",
        ["DataScientist"] = "job-function/DataScientist",
    };

    private readonly Dictionary<string, string> _tiers = new(StringComparer.Ordinal);
    private readonly string _partition;

    public TierVocabulary(Inventory inventory)
    {
        _partition = inventory.Partition();
        // The inventory's own tiers come last: what the admin has defined outranks a habit.
        foreach ((string tier, string[] phrases) in Habits)
            foreach (string phrase in phrases.Prepend(NameWords.Plain(tier))) _tiers[phrase] = tier;
        Known = [.. inventory.ListTiers()];
        foreach (AccessTier tier in Known)
        {
            _tiers[NameWords.Plain(tier.RoleNameSuffix)] = tier.Tier;
            _tiers[NameWords.Plain(tier.Tier)] = tier.Tier;
        }
    }

    /// <summary>The tiers that the inventory has.</summary>
    public IReadOnlyList<AccessTier> Known { get; }

    /// <summary>The phrases, in small letters without separators.</summary>
    public IEnumerable<string> Phrases => _tiers.Keys;

    /// <summary>The tier that a phrase means, whether the inventory has it or not; null where it means none.</summary>
    public string? Find(string phrase)
    {
        string plain = NameWords.Plain(phrase);
        if (_tiers.TryGetValue(plain, out string? tier)) return tier;
        return plain.EndsWith("access", StringComparison.Ordinal) ? _tiers.GetValueOrDefault(plain[..^"access".Length]) : null;
    }

    /// <summary>The tier whose policies these are; null where they are no tier's.</summary>
    public string? FindByPolicies(IReadOnlyCollection<string> policyArns) =>
        policyArns.Count == 0 ? null : Known.FirstOrDefault(tier => tier.ManagedPolicyArn.Count > 0 && tier.PolicyDocument is null && tier.ManagedPolicyArn.ToHashSet(StringComparer.Ordinal).SetEquals(policyArns))?.Tier;

    /// <summary>The command that defines a tier which the inventory has not.</summary>
    /// <param name="policyArns">What a role of the tier carries, where one was read.</param>
    public string Definition(string tier, IReadOnlyCollection<string> policyArns)
    {
        string policies = policyArns.Count > 0 ? string.Join(", ", policyArns)
            : JobFunctions.TryGetValue(tier, out string? function) ? $"arn:{_partition}:iam::aws:policy/{function}"
            : "<arn>";
        return $"Set-AccessTier {tier} -ManagedPolicyArn {policies}";
    }
}
