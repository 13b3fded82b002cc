using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Accounts;

/// <summary>One AWS account with its IAM.</summary>
internal sealed class AwsAccount(string id, string name, string partition, Organization? organization)
{
    public string Id { get; } = id;
    public string Name { get; } = name;
    public string Email { get; } = $"aws+{id}@example.com";
    public string Partition { get; } = partition;
    public Organization? Organization { get; } = organization;

    /// <summary>Names are unique whatever their case.</summary>
    public SortedDictionary<string, IamRole> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);
    public Dictionary<string, IamUser> Users { get; } = new(StringComparer.OrdinalIgnoreCase);
    public SortedDictionary<string, CustomerManagedPolicy> ManagedPolicies { get; } = new(StringComparer.Ordinal);

    public PolicyDocument? FindPolicy(string arn)
        => ManagedPolicies.TryGetValue(arn, out CustomerManagedPolicy? own) ? own.Document : AwsManagedPolicies.Find(Partition, arn);

    public IamRole? FindRoleByArn(string arn)
        => Roles.TryGetValue(arn[(arn.LastIndexOf('/') + 1)..], out IamRole? role) && role.Arn == arn ? role : null;

    /// <summary>The identity policies of a role: inline and attached.</summary>
    public IEnumerable<PolicyDocument> PoliciesOf(IamRole role)
        => role.InlinePolicies.Values.Concat(role.AttachedPolicies.Select(FindPolicy).OfType<PolicyDocument>());

    /// <summary>The roles to which a managed policy is attached.</summary>
    public IEnumerable<IamRole> RolesWith(string policyArn) => Roles.Values.Where(role => role.AttachedPolicies.Contains(policyArn));

    public IEnumerable<IamRole> RolesBoundedBy(string policyArn) => Roles.Values.Where(role => role.BoundaryArn == policyArn);

    public IEnumerable<IamUser> UsersWith(string policyArn) => Users.Values.Where(user => user.AttachedPolicies.Contains(policyArn));

    public IEnumerable<PolicyDocument> PoliciesOf(IamUser user) => user.AttachedPolicies.Select(FindPolicy).OfType<PolicyDocument>();
}
