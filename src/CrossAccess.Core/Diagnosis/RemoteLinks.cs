namespace CrossAccess;

/// <summary>Judges the links in the client's account: the role, whom it trusts and how, and what it carries.</summary>
internal sealed class RemoteLinks(AccessChain chain, Remedies remedies, ChainFindings findings)
{
    private static readonly AccessLink[] AfterRole = [AccessLink.Trust, AccessLink.ExternalId, AccessLink.TrustConditions, AccessLink.SourceIdentity, AccessLink.RolePolicies];

    private RoleTarget Target => chain.Target;

    public void JudgeUnread(Obstacle obstacle)
    {
        findings.Unknown(AccessLink.Role, obstacle);
        foreach (AccessLink link in AfterRole) findings.Unknown(link, "Not known, because the role was not read.");
        findings.Pass(AccessLink.Chaining, "A session from Identity Center lasts an hour at most, whatever the role allows.");
    }

    /// <param name="setStatements">Of the permission set's policy; null where it was not read.</param>
    /// <param name="company">Whose tag marks what is ours; null where there is no inventory.</param>
    public void Judge(RemoteFacts facts, IReadOnlyList<PolicyStatement>? setStatements, string? company)
    {
        if (facts.Role is not { } role)
        {
            findings.Fail(AccessLink.Role, $"Account {Target.AccountId} has no role {RoleArn.Parse(Target.Role.Arn).Name}.", remedies.Role);
            findings.UnknownBecause(AccessLink.Role, AccessLink.Trust, AccessLink.ExternalId, AccessLink.TrustConditions, AccessLink.SourceIdentity, AccessLink.Chaining, AccessLink.RolePolicies);
            return;
        }
        JudgeRole(role);
        findings.Pass(AccessLink.Chaining, $"A session from Identity Center lasts an hour at most. The role's own limit is {role.MaxSessionDuration.TotalHours:0.##} h.");
        if (!PolicyStatement.TryReadAll(role.TrustPolicy, out IReadOnlyList<PolicyStatement> trust))
        {
            foreach (AccessLink link in new[] { AccessLink.Trust, AccessLink.ExternalId, AccessLink.TrustConditions, AccessLink.SourceIdentity }) findings.Unknown(link, "The role's trust policy cannot be read as a policy.");
            JudgePolicies(facts, company);
            return;
        }
        RoleTraits? traits = TraitsOf(facts, trust, company);
        new TrustLinks(chain, remedies, findings, trust, role, traits).Judge(setStatements);
        JudgePolicies(facts, traits);
    }

    /// <summary>Judges what the role carries alone.</summary>
    public void JudgePolicies(RemoteFacts facts, string? company)
    {
        if (facts.Role is null) findings.Unknown(AccessLink.RolePolicies, "The role was not found when it was read.");
        else JudgePolicies(facts, PolicyStatement.TryReadAll(facts.Role.TrustPolicy, out IReadOnlyList<PolicyStatement> trust) ? TraitsOf(facts, trust, company) : null);
    }

    private RoleTraits? TraitsOf(RemoteFacts facts, IReadOnlyList<PolicyStatement> trust, string? company) =>
        company is null ? null : RoleTraits.Of(facts, trust, chain.Tier, company);

    // The set's policy and whoever enters go by the ARN, and a path is part of it.
    private void JudgeRole(IamRole role)
    {
        if (role.Arn == Target.Role.Arn) findings.Pass(AccessLink.Role, $"The role {role.Arn} stands.");
        else findings.Fail(AccessLink.Role, $"The role stands as {role.Arn}; it is entered as {Target.Role.Arn}.", $"{remedies.Role} -Adopt | New-ClientPermissionSet");
    }

    private void JudgePolicies(RemoteFacts facts, RoleTraits? traits)
    {
        if (!facts.AttachedPolicyArns.IsKnown(out Obstacle? obstacle) || !facts.InlinePolicyNames.IsKnown(out obstacle))
        {
            findings.Unknown(AccessLink.RolePolicies, obstacle);
            return;
        }
        string[] carried = [.. facts.AttachedPolicyArns.Value!.Select(arn => arn[(arn.LastIndexOf('/') + 1)..]), .. facts.InlinePolicyNames.Value!];
        string boundary = facts.Role!.PermissionsBoundaryArn is { } arn ? $" Its permissions boundary {arn} caps what they allow." : "";
        if (carried.Length > 0) findings.Pass(AccessLink.RolePolicies, $"The role carries {string.Join(", ", carried.Select(Printable.Of))}.{Missing(facts.AttachedPolicyArns.Value!)}{boundary}");
        else findings.Fail(AccessLink.RolePolicies, $"The role carries no policy: whoever enters may do nothing.{boundary}", traits is null ? AttachByCli(facts.Role) : remedies.RoleAsMade(traits, Target.Role.ExternalId));
    }

    private string Missing(IReadOnlyList<string> attached)
    {
        string[] missing = [.. chain.Tier?.ManagedPolicyArn.Except(attached).Select(arn => arn[(arn.LastIndexOf('/') + 1)..]) ?? []];
        return missing.Length == 0 ? "" : $" Of the tier's it lacks {string.Join(", ", missing)}.";
    }

    private string AttachByCli(IamRole role) => chain.Tier?.ManagedPolicyArn is [var policy, ..]
        ? $"aws iam attach-role-policy --role-name {role.Name} --policy-arn {policy}"
        : $"The client's admin attaches to {role.Name} the policies that it is to have.";
}
