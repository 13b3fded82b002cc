namespace CrossAccess;

/// <summary>Judges the links at home: from the directory to the permission set's policy.</summary>
internal sealed class HomeLinks(AccessChain chain, Remedies remedies, ChainFindings findings)
{
    private static readonly string[] ManagedThatAllow = ["AdministratorAccess", "PowerUserAccess"];

    /// <summary>Judges what was read.</summary>
    public void Judge(HomeFacts facts)
    {
        JudgePrincipal(facts.Principal);
        if (!facts.Set.IsKnown(out Obstacle? obstacle))
        {
            foreach (AccessLink link in new[] { AccessLink.PermissionSet, AccessLink.Assignment, AccessLink.Provisioning, AccessLink.PermissionSetPolicy, AccessLink.Deny }) findings.Unknown(link, obstacle);
            return;
        }
        if (facts.Set.Value is not { } set)
        {
            findings.Fail(AccessLink.PermissionSet, $"Identity Center has no permission set {chain.SetName}.", chain.PrincipalName is null ? remedies.PermissionSet : remedies.PermissionSetAndGrant);
            findings.UnknownBecause(AccessLink.PermissionSet, AccessLink.Assignment, AccessLink.Provisioning, AccessLink.PermissionSetPolicy, AccessLink.Deny);
            return;
        }
        if (set.IsOurs) findings.Pass(AccessLink.PermissionSet, $"Permission set {set.Name} stands.");
        else findings.Pass(AccessLink.PermissionSet, $"Permission set {set.Name} stands; it was not made for {chain.Target.Client} by this module.", $"{remedies.PermissionSet} -Adopt");
        JudgeAssignment(facts);
        JudgeProvisioning(facts);
        JudgePolicies(facts, set.IsOurs);
    }

    private void JudgePrincipal(Reading<DirectoryEntry> principal)
    {
        if (!principal.IsKnown(out Obstacle? obstacle)) findings.Unknown(AccessLink.Principal, obstacle);
        else if (principal.Value!.Principal is { IsDisabled: true } disabled)
            findings.Fail(AccessLink.Principal, $"The directory has {Describe(disabled)}, disabled: nobody may sign in as it.", $"Have {chain.Who} enabled where the directory's users come from (in Identity Center's own directory: Users, Enable user access).");
        else if (principal.Value.Principal is { } found) findings.Pass(AccessLink.Principal, $"The directory has {Describe(found)}.");
        else
        {
            ClientAccessException missing = principal.Value.Missing!;
            findings.Fail(AccessLink.Principal, missing.Message, missing.RecommendedAction ?? $"Have {chain.Who} made where the directory's users and groups come from, and wait until it has synchronised.");
        }
    }

    private void JudgeAssignment(HomeFacts facts)
    {
        if (facts.Principal.Value?.Principal is null) findings.UnknownBecause(AccessLink.Principal, AccessLink.Assignment);
        else if (!facts.Assignment.IsKnown(out Obstacle? obstacle)) findings.Unknown(AccessLink.Assignment, obstacle);
        else if (facts.Assignment.Value is { IsAssigned: true } assigned)
            findings.Pass(AccessLink.Assignment, assigned.Group is { } group ? $"{chain.Who} has it by group {Printable.Of(group)}." : $"{chain.Who} has it directly.");
        else
            findings.Fail(AccessLink.Assignment, $"{chain.SetName} is assigned to {Others(facts.Assignment.Value!.Assigned)} on the home account, and {chain.Who} is not among them.", remedies.Grant);
    }

    private void JudgeProvisioning(HomeFacts facts)
    {
        if (!facts.IsOutdated.IsKnown(out Obstacle? obstacle)) findings.Unknown(AccessLink.Provisioning, obstacle);
        else if (facts.IsOutdated.Value)
            findings.Fail(AccessLink.Provisioning, $"The home account has an older version of {chain.SetName}: it was changed and not provisioned since.", remedies.PermissionSet);
        else if (facts.Assignment is { Obstacle: null, Value.Assigned: 0 })
            findings.Unknown(AccessLink.Provisioning, "Nobody has the set on the home account, so it is not provisioned there. The first grant provisions it.");
        else findings.Pass(AccessLink.Provisioning, "The home account has its latest version.");
    }

    private void JudgePolicies(HomeFacts facts, bool isOurs)
    {
        Reading<SetPolicies> policies = facts.Policies;
        if (!policies.IsKnown(out Obstacle? obstacle))
        {
            findings.Unknown(AccessLink.PermissionSetPolicy, obstacle);
            findings.Unknown(AccessLink.Deny, obstacle);
            return;
        }
        if (!PolicyStatement.TryReadAll(policies.Value!.Inline, out IReadOnlyList<PolicyStatement> statements))
        {
            findings.Unknown(AccessLink.PermissionSetPolicy, $"The inline policy of {chain.SetName} cannot be read as a policy.");
            findings.Unknown(AccessLink.Deny, $"The inline policy of {chain.SetName} cannot be read as a policy.");
            return;
        }
        var reading = SetPolicyReading.Of(statements, AwsActions.AssumeRole, chain.Target.Role.Arn, chain.Keys(sourceIdentity: null));
        JudgeCoverage(reading, policies.Value.Managed, statements, isOurs);
        JudgeDenial(reading, facts.IsStopped);
    }

    private void JudgeCoverage(SetPolicyReading reading, IReadOnlyList<string> managed, IReadOnlyList<PolicyStatement> statements, bool isOurs)
    {
        string role = chain.Target.Role.Arn;
        string narrowed = string.Join("; ", reading.NarrowedBy.Select(pair => $"{pair.Statement.Name} asks for {pair.Condition}"));
        string? sufficient = managed.Select(NameOf).FirstOrDefault(ManagedThatAllow.Contains);
        if (reading.Allows == true) findings.Pass(AccessLink.PermissionSetPolicy, $"Its policy lets it assume {role}.");
        else if (sufficient is not null) findings.Pass(AccessLink.PermissionSetPolicy, $"Its managed policy {sufficient} lets it assume any role.");
        else if (reading.Allows is null) findings.Unknown(AccessLink.PermissionSetPolicy, narrowed.Length > 0 ? $"Whether its policy lets it assume {role} depends: {narrowed}." : $"Whether its policy lets it assume {role} cannot be told.");
        else if (managed.Count > 0) findings.Unknown(AccessLink.PermissionSetPolicy, $"Its inline policy does not let it assume {role}; what its managed policies ({string.Join(", ", managed.Select(NameOf))}) allow was not read.", SetFix(statements, isOurs));
        else findings.Fail(AccessLink.PermissionSetPolicy, narrowed.Length > 0 ? $"Its policy does not let it assume {role} now: {narrowed}." : $"Its policy does not let it assume {role}.", SetFix(statements, isOurs));
    }

    private void JudgeDenial(SetPolicyReading reading, Reading<bool> isStopped)
    {
        if (!findings.Holds(AccessLink.Principal) && reading.Denies is null) findings.UnknownBecause(AccessLink.Principal, AccessLink.Deny);
        else if (reading.Denies == true)
        {
            PolicyStatement denying = reading.Denying[0];
            DateTimeOffset? ended = SetPolicyReading.EndedAt(denying);
            findings.Fail(
                AccessLink.Deny,
                ended is { } at ? $"The access of {chain.Who} ended at {at.ToLocalTime():g}: {denying.Name} of the set's policy denies it since." : $"{Sentence.Beginning(denying.Name)} of the set's policy denies it to {chain.Who}.",
                denying.EndsAccess ? remedies.GrantAgain : $"Take {denying.Name} out of the inline policy of {chain.SetName} in Identity Center, then: {remedies.PermissionSet}");
        }
        else if (isStopped.Value)
            findings.Fail(AccessLink.Deny, $"{Sentence.Beginning(chain.Who)} was stopped: home's policy {DenyPolicy.Name} denies everything.", remedies.Lift);
        else if (!isStopped.IsKnown(out Obstacle? obstacle))
            findings.Unknown(AccessLink.Deny, $"Whether home's policy {DenyPolicy.Name} stops {chain.Who} is not known. {obstacle.Reason}", obstacle.Fix);
        else if (reading.Denies is null)
            findings.Unknown(AccessLink.Deny, $"{Sentence.Beginning(reading.MayDeny[0].Name)} of the set's policy denies it to some: {string.Join(" and ", reading.MayDeny[0].Conditions)}. Whether {chain.Who} is one of them is not known from here.", remedies.AskAdmin);
        else findings.Pass(AccessLink.Deny, reading.EndsAt is { } end ? $"The set's policy lets {chain.Who} in until {end.ToLocalTime():g}." : $"Nothing in the set's policy denies it to {chain.Who}.");
    }

    // New-ClientPermissionSet leaves a statement of its own alone once somebody has put a condition there.
    private string SetFix(IReadOnlyList<PolicyStatement> statements, bool isOurs)
    {
        string command = isOurs ? remedies.PermissionSet : $"{remedies.PermissionSet} -Adopt";
        return statements.FirstOrDefault(statement => statement.Sid == PermissionSetPolicy.AssumeSid && statement.Conditions.Count > 0) is { } changed
            ? $"Delete {changed.Name} from the inline policy of {chain.SetName} in Identity Center, if its condition is not meant, then: {command}"
            : command;
    }

    private static string NameOf(string policyArn) => policyArn[(policyArn.LastIndexOf('/') + 1)..];

    private static string Others(int count) => count == 1 ? "one user or group" : count == 0 ? "nobody" : $"{count} users and groups";

    private static string Describe(Principal principal) => $"{(principal.Type == PrincipalType.Group ? "group" : "user")} {Printable.Of(principal.Name)}";
}
