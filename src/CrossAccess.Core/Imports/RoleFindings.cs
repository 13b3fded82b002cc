namespace CrossAccess;

/// <summary>What a role that was read says: whether it lets the set in, what it asks for, whose tags it has, and what it may do.</summary>
internal static class RoleFindings
{
    public static ImportProposal Apply(ImportProposal proposal, CrossAccessConfiguration configuration, Inventory inventory)
    {
        ImportLine line = proposal.Line;
        if (line.Role is null) return Unusable(proposal, $"Account {line.AccountId} has no role {line.RoleArn!.Name}.");
        if (ReadTrust(line.Role, configuration) is not { } trust) return Unusable(proposal, $"The trust policy of {line.RoleArn!.Name} cannot be read.");
        if (!trust.TrustsHome) return Unusable(proposal, $"The trust policy of {line.RoleArn!.Name} does not let home in.");

        HomeTrust? way = line.Set is { } set ? set.HolderRoleArns.Select(trust.For).FirstOrDefault(found => found is not null) : trust.ForAccount;
        if (way is null)
        {
            return Unusable(proposal, line.Set is null
                ? $"The trust policy of {line.RoleArn!.Name} lets single roles of home in, and no permission set."
                : $"The trust policy of {line.RoleArn!.Name} lets others of home in, but not this permission set.");
        }
        if (proposal.Request.ExternalId is null) proposal = proposal with { ExternalId = way.ExternalId };
        proposal = WithTrustNotes(proposal, way);
        return RefuseOthersTags(WithPolicyNote(proposal, line.Role, inventory), line.Role, configuration);
    }

    // What nobody can enter is adopted only by whoever says so: to put it right.
    private static ImportProposal Unusable(ImportProposal proposal, string why)
    {
        string repair = $"To put it right: New-RemoteAccessRole {proposal.Client ?? "<client>"} {proposal.Line.AccountId} -Tier {proposal.Tier ?? "<tier>"} -Adopt, with the account's credentials.";
        return proposal.Request.IsOutright ? proposal.Noting($"{why} {repair}") : proposal.Refused(ClientAccessError.RoleNotFound, why, repair);
    }

    private static RoleTrust? ReadTrust(AccountRole role, CrossAccessConfiguration configuration)
    {
        try
        {
            return RoleTrust.Read(role.Role.TrustPolicy, configuration.Partition, configuration.HomeAccountId);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.InvalidPolicyDocument)
        {
            return null;
        }
    }

    private static ImportProposal WithTrustNotes(ImportProposal proposal, HomeTrust way)
    {
        if (way.Principals.Count > 0) proposal = proposal.Noting("Its trust names the set's own role in home, which goes with the set's last assignment.");
        return way.OtherConditionKeys.Count == 0
            ? proposal
            : proposal.Noting($"Its trust has a condition on {string.Join(", ", way.OtherConditionKeys.Select(Printable.Of))}{(way.OtherConditionKeys.Any(IsMfa) ? ", which sessions of Identity Center do not meet" : "")}.");
    }

    // Identity Center's sessions never say that MFA was used, whatever the sign-in asked for.
    private static bool IsMfa(string key) => key.StartsWith("aws:MultiFactorAuth", StringComparison.OrdinalIgnoreCase);

    private static ImportProposal WithPolicyNote(ImportProposal proposal, AccountRole role, Inventory inventory)
    {
        AccessTier? tier = inventory.ListTiers().FirstOrDefault(known => known.Tier.Equals(proposal.Tier, StringComparison.OrdinalIgnoreCase));
        if (tier is not { ManagedPolicyArn.Count: > 0 } || tier.ManagedPolicyArn.ToHashSet(StringComparer.Ordinal).SetEquals(role.AttachedPolicyArns)) return proposal;
        string carried = role.AttachedPolicyArns.Count == 0 ? "no managed policy" : string.Join(", ", role.AttachedPolicyArns.Select(NameOf));
        return proposal.Noting($"The role carries {carried}; tier {tier.Tier} names {string.Join(", ", tier.ManagedPolicyArn.Select(NameOf))}.");
    }

    private static ImportProposal RefuseOthersTags(ImportProposal proposal, AccountRole role, CrossAccessConfiguration configuration) =>
        role.Role.Tags.TryGetValue(Tags.Company, out string? company) && !Tags.AreOfCompany(role.Role.Tags, configuration.Company)
            ? proposal.Refused(ClientAccessError.RoleExists, $"The role {role.Role.Arn} is tagged as company '{Printable.Of(company)}'s.")
            : proposal;

    private static string NameOf(string policyArn) => policyArn[(policyArn.LastIndexOf('/') + 1)..];
}
