namespace CrossAccess;

/// <summary>A level of access that clients are given: which policies the remote role carries and how it is named.</summary>
/// <param name="Tier">The tier's name, part of permission sets' names.</param>
/// <param name="RoleNameSuffix">What follows <c>&lt;company&gt;-</c> in the remote role's name.</param>
public sealed record AccessTier(string Tier, string RoleNameSuffix)
{
    /// <summary>The AWS managed or customer managed policies that the role carries.</summary>
    public IReadOnlyList<string> ManagedPolicyArn { get; init; } = [];

    /// <summary>The JSON of the role's own inline policy; null when it has none.</summary>
    public string? PolicyDocument { get; init; }

    /// <summary>True for Administrator, ReadOnly and DevOps, which every inventory has.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>Planned, Created, Updated or Unchanged from Set-AccessTier; null from Get-AccessTier.</summary>
    public ChangeStatus? Status { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Tier;

    /// <summary>Whether it may do everything, as far as its name and AWS's own policies tell.</summary>
    internal bool IsAdministrator => Tier == BuiltInTiers.Administrator || ManagedPolicyArn.Any(arn => arn.EndsWith(":iam::aws:policy/AdministratorAccess", StringComparison.Ordinal));

    internal bool HasPolicy => ManagedPolicyArn.Count > 0 || PolicyDocument is not null;
}
