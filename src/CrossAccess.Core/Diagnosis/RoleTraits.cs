namespace CrossAccess;

/// <summary>
/// What a role was made with besides the convention, read back from it: a command that makes it anew must say it again, or
/// it would be undone.
/// </summary>
internal sealed record RoleTraits
{
    private const string HomeSid = "CrossAccessHome";
    private const string TrustedRolesSid = "CrossAccessTrustedRoles";
    private const string PrincipalArnKey = "aws:PrincipalArn";

    private RoleTraits(string parameters) => Parameters = parameters;

    /// <summary>The parameters of New-RemoteAccessRole, each after a blank.</summary>
    public string Parameters { get; }

    /// <summary>Null where New-RemoteAccessRole would undo more than it mends: a role that is not ours, or with policies of its own.</summary>
    public static RoleTraits? Of(RemoteFacts facts, IReadOnlyList<PolicyStatement> trust, AccessTier? tier, string company)
    {
        if (tier is null || !Tags.AreOfCompany(facts.Role!.Tags, company)) return null;
        if (!facts.AttachedPolicyArns.IsKnown(out _) || !facts.InlinePolicyNames.IsKnown(out _)) return null;
        IReadOnlyList<string> attached = facts.AttachedPolicyArns.Value ?? [];
        bool hasOwnPolicy = facts.InlinePolicyNames.Value?.Contains(RemoteAccessRoleBlueprint.InlinePolicyName) == true;
        if (hasOwnPolicy && tier.PolicyDocument is null) return null;

        string scope = trust.Any(statement => statement.Sid == HomeSid && !statement.Conditions.Any(condition => condition.IsOn(PrincipalArnKey))) ? " -TrustScope Account" : "";
        string[] roles = [.. trust.Where(statement => statement.Sid == TrustedRolesSid).SelectMany(statement => statement.Conditions).Where(condition => condition.IsOn(PrincipalArnKey)).SelectMany(condition => condition.Values)];
        bool isAsTheTier = attached.Count == 0 || attached.Order(StringComparer.Ordinal).SequenceEqual(tier.ManagedPolicyArn.Order(StringComparer.Ordinal));
        if (!isAsTheTier && hasOwnPolicy) return null;
        return new RoleTraits(
            scope
            + (roles.Length == 0 ? "" : $" -TrustedRoleArn {PowerShellText.Arguments(roles)}")
            + (isAsTheTier ? "" : $" -ManagedPolicyArn {PowerShellText.Arguments(attached)}"));
    }
}
