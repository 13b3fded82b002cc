namespace CrossAccess;

/// <summary>Defines and changes tiers. They live in the inventory; roles that stand already follow when they are next made.</summary>
internal sealed class AccessTiers(InventoryFile file)
{
    /// <param name="managedPolicyArns">Null: as they are.</param>
    /// <param name="policyDocument">Null: as it is.</param>
    /// <param name="roleNameSuffix">Null: as it is, or made of the tier's name.</param>
    public IChange<AccessTier> Plan(string name, IReadOnlyList<string>? managedPolicyArns, string? policyDocument, string? roleNameSuffix)
    {
        Inventory inventory = file.Read();
        string parsed = TierName.Parse(name);
        AccessTier? existing = inventory.ListTiers().FirstOrDefault(candidate => candidate.Tier.Equals(parsed, StringComparison.OrdinalIgnoreCase));
        AccessTier tier = (existing ?? new AccessTier(parsed, TierName.ToRoleNameSuffix(parsed))) with { Status = null };
        if (roleNameSuffix is not null) tier = tier with { RoleNameSuffix = CheckedSuffix(inventory, tier, roleNameSuffix) };
        if (managedPolicyArns is not null) tier = tier with { ManagedPolicyArn = [.. managedPolicyArns.Select(PolicyArn.Parse).Distinct(StringComparer.Ordinal)] };
        if (policyDocument is not null) tier = tier with { PolicyDocument = PolicyDocument.ParseIdentityPolicy(policyDocument).ToString() };
        if (!tier.HasPolicy)
        {
            throw new ClientAccessException(ClientAccessError.TierWithoutPolicy, $"Tier '{tier.Tier}' would name no policy, so its roles would allow nothing.")
            {
                RecommendedAction = $"Name what it may do: Set-AccessTier {tier.Tier} -ManagedPolicyArn <arn>",
            };
        }

        // The same refusals as when it is written.
        inventory.WithTier(tier);
        ChangeStatus status = existing is null ? ChangeStatus.Created : ChangeStatus.Updated;
        if (existing is not null && IsSame(existing, tier)) return Unchanged(tier);
        return new PlannedChange<AccessTier>(
            $"tier {tier.Tier}",
            existing is null ? "define it in the inventory" : "change it in the inventory",
            tier with { Status = ChangeStatus.Planned },
            async (_, token) =>
            {
                await file.UpdateAsync(current => current.WithTier(tier), token).ConfigureAwait(false);
                return tier with { Status = status };
            });
    }

    private static PlannedChange<AccessTier> Unchanged(AccessTier tier)
    {
        AccessTier unchanged = tier with { Status = ChangeStatus.Unchanged };
        return new PlannedChange<AccessTier>($"tier {tier.Tier}", null, unchanged, (_, _) => Task.FromResult(unchanged));
    }

    // Roles are found by name: renaming the tier's would lose those that stand.
    private static string CheckedSuffix(Inventory inventory, AccessTier tier, string suffix)
    {
        string parsed = TierName.ParseRoleNameSuffix(suffix);
        string[] inUse = [.. inventory.Clients.Where(client => client.Value.Accounts.Exists(account => account.Roles.ContainsKey(tier.Tier))).Select(client => client.Key)];
        if (parsed == tier.RoleNameSuffix || inUse.Length == 0) return parsed;
        throw new ClientAccessException(ClientAccessError.ResourceInUse, $"The roles of tier '{tier.Tier}' stand already, named '…-{tier.RoleNameSuffix}', with {inUse.Length} clients ({string.Join(", ", inUse.Take(3))}…). Roles cannot be renamed: define another tier.");
    }

    private static bool IsSame(AccessTier left, AccessTier right) =>
        left.RoleNameSuffix == right.RoleNameSuffix
        && left.ManagedPolicyArn.ToHashSet(StringComparer.Ordinal).SetEquals(right.ManagedPolicyArn)
        && (left.PolicyDocument, right.PolicyDocument) switch
        {
            (null, null) => true,
            (null, _) or (_, null) => false,
            var (before, after) => PolicyDocument.Parse(before).Equals(PolicyDocument.Parse(after)),
        };
}
