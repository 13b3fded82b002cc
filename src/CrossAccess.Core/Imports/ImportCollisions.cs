namespace CrossAccess;

/// <summary>What the lines of an import may not be at once, with each other and with what the inventory records.</summary>
internal static class ImportCollisions
{
    /// <param name="gone">Recorded permission sets that no longer stand, which are in nobody's way.</param>
    public static ImportProposal[] Refuse(ImportProposal[] proposals, Inventory inventory, IReadOnlySet<string> gone)
    {
        proposals = RefuseWithSet(proposals);
        proposals = RefuseSecondSets(proposals, inventory, gone);
        proposals = RefuseSecondRoles(proposals, inventory);
        proposals = RefuseRolesOfTwoTiers(proposals, inventory);
        return RefuseWithSet(RefuseWhatCannotBeRecorded(RefuseWithSet(proposals), inventory));
    }

    private static ImportProposal[] RefuseWithSet(ImportProposal[] proposals)
    {
        var refused = proposals.Where(proposal => proposal is { IsSetRefused: true, SetArn: not null }).GroupBy(proposal => proposal.SetArn!).ToDictionary(set => set.Key, set => set.First().Refusal!, StringComparer.Ordinal);
        return [.. proposals.Select(proposal => proposal.SetArn is { } arn && refused.TryGetValue(arn, out ClientAccessException? refusal) ? proposal.Refused(refusal, ofSet: true) : proposal)];
    }

    private static ImportProposal[] RefuseSecondSets(ImportProposal[] proposals, Inventory inventory, IReadOnlySet<string> gone)
    {
        var rivals = proposals
            .Where(proposal => proposal is { IsAdoptable: true, SetArn: not null })
            .GroupBy(proposal => (proposal.Client + "/" + proposal.Tier).ToUpperInvariant())
            .ToDictionary(same => same.Key, same => same.DistinctBy(proposal => proposal.SetArn).ToArray(), StringComparer.Ordinal);
        return [.. proposals.Select(proposal => proposal is { IsAdoptable: true, SetArn: not null } ? RefuseSecondSet(proposal, rivals[(proposal.Client + "/" + proposal.Tier).ToUpperInvariant()], inventory, gone) : proposal)];
    }

    private static ImportProposal RefuseSecondSet(ImportProposal proposal, ImportProposal[] rivals, Inventory inventory, IReadOnlySet<string> gone)
    {
        string? recorded = inventory.Clients.GetValueOrDefault(proposal.Client!)?.PermissionSets.GetValueOrDefault(proposal.Tier!);
        if (recorded is not null && recorded != proposal.SetArn && !gone.Contains(recorded))
        {
            string name = inventory.FindPermissionSetName(proposal.Client!, proposal.Tier!) ?? proposal.Client + proposal.Tier;
            return proposal.Refused(ClientAccessError.PermissionSetAmbiguous, $"{proposal.Client} {proposal.Tier} is '{name}' already, by the inventory; '{proposal.SetName}' would be a second.", "Name another tier for it: -Tier <name>", ofSet: true);
        }
        ImportProposal[] outright = [.. rivals.Where(rival => rival.Request.IsOutright)];
        if (recorded == proposal.SetArn || rivals.Length == 1 || (outright.Length == 1 && outright[0].SetArn == proposal.SetArn)) return proposal;
        string others = string.Join(", ", rivals.Where(rival => rival.SetArn != proposal.SetArn).Select(rival => $"'{rival.SetName}'"));
        return proposal.Refused(
            ClientAccessError.PermissionSetAmbiguous,
            $"{proposal.Client} {proposal.Tier} would be '{proposal.SetName}' and also {others}.",
            $"Say which it is: -PermissionSetName {proposal.SetName} -Client {proposal.Client} -Tier {proposal.Tier}, and name another tier for the rest.",
            ofSet: true);
    }

    private static ImportProposal[] RefuseSecondRoles(ImportProposal[] proposals, Inventory inventory)
    {
        ILookup<string, ImportProposal> byPlace = proposals.Where(proposal => proposal is { IsAdoptable: true, IsMeant: true, Line.RoleArn: not null }).ToLookup(PlaceOf, StringComparer.OrdinalIgnoreCase);
        return [.. proposals.Select(proposal => proposal is { IsAdoptable: true, IsMeant: true, Line.RoleArn: not null } ? RefuseSecondRole(proposal, [.. byPlace[PlaceOf(proposal)]], inventory) : proposal)];
    }

    private static ImportProposal RefuseSecondRole(ImportProposal proposal, ImportProposal[] atPlace, Inventory inventory)
    {
        string arn = proposal.Line.RoleArn!.ToString();
        string? recorded = inventory.FindRole(proposal.Client!, proposal.Line.AccountId!, proposal.Tier!)?.Arn;
        string[] roles = [.. atPlace.Select(other => other.Line.RoleArn!.ToString()).Distinct(StringComparer.Ordinal)];
        bool isNamed = proposal.Request is { IsOutright: true, RoleArn: not null };
        if (recorded is not null && recorded != arn && !isNamed)
            return proposal.Refused(ClientAccessError.RoleExists, $"The role of {proposal.Client} {proposal.Tier} in account {proposal.Line.AccountId} is {recorded}, by the inventory.", Outright(proposal));
        string[] named = [.. atPlace.Where(other => other.Request is { IsOutright: true, RoleArn: not null }).Select(other => other.Line.RoleArn!.ToString()).Distinct(StringComparer.Ordinal)];
        if (recorded == arn || roles.Length == 1 || (isNamed && named.Length == 1)) return proposal;
        return proposal.Refused(ClientAccessError.RoleExists, $"{proposal.Client} {proposal.Tier} would have {roles.Length} roles in account {proposal.Line.AccountId}: {string.Join(", ", roles)}. A tier has one in an account.", Outright(proposal));
    }

    private static ImportProposal[] RefuseRolesOfTwoTiers(ImportProposal[] proposals, Inventory inventory)
    {
        var tiers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (InventoryAccount account in inventory.Clients.Values.SelectMany(client => client.Accounts))
            foreach ((string tier, InventoryRole role) in account.Roles) tiers[role.Arn] = tier;
        // What was named outright goes before what was guessed.
        return [.. proposals.OrderByDescending(proposal => proposal.Request.IsOutright).Select(Refuse)];

        ImportProposal Refuse(ImportProposal proposal)
        {
            if (proposal is not { IsAdoptable: true, IsMeant: true, Line.RoleArn: { } arn }) return proposal;
            if (tiers.TryAdd(arn.ToString(), proposal.Tier!)) return proposal;
            string tier = tiers[arn.ToString()];
            return tier.Equals(proposal.Tier, StringComparison.OrdinalIgnoreCase)
                ? proposal
                : proposal.Refused(ClientAccessError.RoleExists, $"The role {arn} is tier {tier}'s already, and cannot be tier {proposal.Tier}'s too: its holders could do the same.", $"Make a role of its own: New-RemoteAccessRole {proposal.Client} {arn.AccountId} -Tier {proposal.Tier}");
        }
    }

    // The inventory's own rules, applied as if each line that passes were recorded.
    private static ImportProposal[] RefuseWhatCannotBeRecorded(ImportProposal[] proposals, Inventory inventory)
    {
        Inventory recorded = inventory;
        return [.. proposals.Select(Record)];

        ImportProposal Record(ImportProposal proposal)
        {
            if (proposal is not { IsAdoptable: true, IsMeant: true, Line.AccountId: { } account }) return proposal;
            try
            {
                string? name = proposal.Request.AccountName is { } given ? AccountName.Parse(given) : null;
                Inventory with = recorded.WithAccount(proposal.Client!, account, name, proposal.DisplayName);
                with.RefuseCollision(proposal.Client!, proposal.Tier!);
                recorded = with;
                return proposal;
            }
            catch (ClientAccessException e)
            {
                return proposal.Refused(e, ofSet: true);
            }
        }
    }

    private static string PlaceOf(ImportProposal proposal) => $"{proposal.Client}/{proposal.Line.AccountId}/{proposal.Tier}";

    private static string Outright(ImportProposal proposal) => $"Say which: -PermissionSetName {proposal.SetName} -RoleArn {proposal.Line.RoleArn} -Client {proposal.Client} -Tier {proposal.Tier}";
}
