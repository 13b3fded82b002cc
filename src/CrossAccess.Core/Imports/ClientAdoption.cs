namespace CrossAccess;

/// <summary>Adopts what an import proposes for one client: tags what is not tagged yet, and records all of it. Nothing else is changed.</summary>
internal sealed class ClientAdoption(Provider provider, ClientAccounts accounts, SetHolders holders, string client, IReadOnlyList<ImportProposal> proposals)
{
    private readonly ImportProposal[] _adopted = [.. proposals.Where(proposal => proposal.IsAdoptable)];

    public PlannedChange<IReadOnlyList<ImportedAccess>> Plan(Inventory inventory)
    {
        ImportedAccess[] rows = [.. proposals.Select(proposal => ToResult(proposal, StatusOf(proposal, inventory)))];
        ImportedAccess[] changed = [.. rows.Where(row => row.Status is ChangeStatus.Adopted or ChangeStatus.Updated)];
        string? action = changed.Length == 0 ? null : $"tag and record {Count(changed.Select(row => row.PermissionSetArn), "permission set")} and {Count(changed.Select(row => row.RoleArn), "role")}";
        ImportedAccess[] preview = [.. rows.Select(row => changed.Contains(row) ? row with { Status = ChangeStatus.Planned } : row)];
        return new PlannedChange<IReadOnlyList<ImportedAccess>>(client, action, preview, async (activity, token) =>
        {
            if (_adopted.Length > 0) await AdoptAsync(activity, token).ConfigureAwait(false);
            return rows;
        });
    }

    private async Task AdoptAsync(IActivity activity, CancellationToken cancellation)
    {
        ImportProposal[] untagged = await UntaggedSetsAsync(cancellation).ConfigureAwait(false);
        var steps = new ChangeSteps();
        // First the accounts: an account that another has recorded meanwhile is refused before anything is tagged.
        steps.Add("record the accounts", token => provider.InventoryFile.UpdateAsync(WithAccounts, token));
        foreach (ImportProposal proposal in untagged)
            steps.Add($"tag permission set {proposal.SetName}", token => TagSetAsync(proposal, token));
        foreach (ImportProposal proposal in _adopted.Where(proposal => proposal.Line.Role is not null && !IsRoleTagged(proposal)).DistinctBy(proposal => proposal.Line.RoleArn))
            steps.Add($"tag role {proposal.Line.RoleArn}", token => accounts.TagRoleAsync(client, proposal.Line.RoleArn!, proposal.Line.Credentials!, TagsOf(proposal), token));
        steps.Add("record roles, permission sets and grants", token => provider.InventoryFile.UpdateAsync(Recorded, token));
        await steps.RunAsync(activity, cancellation).ConfigureAwait(false);
    }

    // Tags are read where they are needed, and before anything is done: another's set is left alone, and so is its client.
    private async Task<ImportProposal[]> UntaggedSetsAsync(CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        var untagged = new List<ImportProposal>();
        foreach (ImportProposal proposal in _adopted.Where(proposal => proposal.Line.Set is not null).DistinctBy(proposal => proposal.SetArn))
        {
            IReadOnlyDictionary<string, string> tags = proposal.Line.Set!.Tags ?? await center.ListTagsAsync(proposal.SetArn!, cancellation).ConfigureAwait(false);
            RefuseOthers(proposal, tags);
            if (!Tags.AreOurs(tags, provider.Configuration.Company, client, proposal.Tier!)) untagged.Add(proposal);
        }
        return [.. untagged];
    }

    private async Task TagSetAsync(ImportProposal proposal, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        await ConflictRetry.RunAsync(token => center.TagAsync(proposal.SetArn!, TagsOf(proposal), token), cancellation).ConfigureAwait(false);
    }

    // A guess does not outrank what the set says of itself.
    private void RefuseOthers(ImportProposal proposal, IReadOnlyDictionary<string, string> tags)
    {
        if (!tags.TryGetValue(Tags.Company, out string? company)) return;
        if (!Tags.AreOfCompany(tags, provider.Configuration.Company))
            throw new ClientAccessException(ClientAccessError.PermissionSetExists, $"The permission set '{proposal.SetName}' is tagged as company '{Printable.Of(company)}'s, so it is not adopted.");
        if (proposal.Request.IsOutright || Tags.AreOurs(tags, provider.Configuration.Company, client, proposal.Tier!)) return;
        (string owner, string tier) = (tags.GetValueOrDefault(Tags.Client, ""), tags.GetValueOrDefault(Tags.Tier, ""));
        throw new ClientAccessException(ClientAccessError.PermissionSetExists, $"The permission set '{proposal.SetName}' is tagged as {Printable.Of(owner)} {Printable.Of(tier)}, not as {client} {proposal.Tier}.")
        {
            RecommendedAction = $"Say which it is: Import-CrossAccessClient {Printable.Of(owner)} -Tier {Printable.Of(tier)} -PermissionSetName {proposal.SetName}",
        };
    }

    private ChangeStatus StatusOf(ImportProposal proposal, Inventory inventory)
    {
        if (!proposal.IsAdoptable) return ChangeStatus.Skipped;
        bool isKnown = IsSetRecorded(proposal, inventory) || IsRoleRecorded(proposal, inventory);
        bool isTagged = (proposal.Line.Set is null || IsSetTagged(proposal)) && (proposal.Line.Role is null || IsRoleTagged(proposal));
        bool isRecorded = ReferenceEquals(WithEntry(WithAccount(inventory, proposal), proposal), inventory);
        return isTagged && isRecorded ? ChangeStatus.Unchanged : isKnown ? ChangeStatus.Updated : ChangeStatus.Adopted;
    }

    private static bool IsSetRecorded(ImportProposal proposal, Inventory inventory) =>
        proposal.SetArn is { } arn && inventory.Clients.GetValueOrDefault(proposal.Client!)?.PermissionSets.GetValueOrDefault(proposal.Tier!) == arn;

    private static bool IsRoleRecorded(ImportProposal proposal, Inventory inventory) =>
        proposal.Line.RoleArn is { } arn && inventory.FindRole(proposal.Client!, arn.AccountId, proposal.Tier!)?.Arn == arn.ToString();

    private bool IsSetTagged(ImportProposal proposal) => proposal.Line.Set!.Tags is { } tags && Tags.AreOurs(tags, provider.Configuration.Company, client, proposal.Tier!);

    private bool IsRoleTagged(ImportProposal proposal) => Tags.AreOurs(proposal.Line.Role!.Role.Tags, provider.Configuration.Company, client, proposal.Tier!);

    private IReadOnlyDictionary<string, string> TagsOf(ImportProposal proposal) => Tags.Of(provider.Configuration.Company, client, proposal.Tier!, others: null);

    private Inventory WithAccounts(Inventory inventory) => _adopted.Aggregate(inventory, WithAccount);

    private Inventory Recorded(Inventory inventory) => _adopted.Aggregate(inventory, WithEntry);

    private static Inventory WithAccount(Inventory inventory, ImportProposal proposal)
    {
        if (proposal.Line.AccountId is not { } account) return inventory;
        string? name = proposal.Request.AccountName is { } given ? AccountName.Parse(given) : null;
        Inventory with = inventory.WithAccount(proposal.Client!, account, name, proposal.DisplayName);
        with.RefuseCollision(proposal.Client!, proposal.Tier!);
        return with;
    }

    private Inventory WithEntry(Inventory inventory, ImportProposal proposal)
    {
        (string key, string tier) = (proposal.Client!, proposal.Tier!);
        if (proposal.Line.RoleArn is { } role) inventory = inventory.WithRole(key, role.AccountId, tier, new InventoryRole(role.ToString()) { ExternalId = proposal.ExternalId });
        if (proposal.Line.Set is null) return inventory;
        inventory = inventory.WithPermissionSet(key, tier, proposal.SetArn, proposal.SetName);
        return holders.Of(proposal.SetArn).Aggregate(inventory, (sofar, holder) => sofar.WithGrant(new InventoryGrant(key, tier, holder.Type, holder.Name)));
    }

    private ImportedAccess ToResult(ImportProposal proposal, ChangeStatus status) => ToResult(proposal, status, holders, provider.InventoryFile.Read());

    public static ImportedAccess ToResult(ImportProposal proposal, ChangeStatus status, SetHolders holders, Inventory inventory) => new()
    {
        Client = proposal.Client,
        DisplayName = proposal.DisplayName,
        AccountId = proposal.Line.AccountId,
        AccountName = proposal.Request.AccountName ?? inventory.Clients.GetValueOrDefault(proposal.Client ?? "")?.Accounts.Find(account => account.Id == proposal.Line.AccountId)?.Name,
        Tier = proposal.Tier,
        RoleArn = proposal.Line.RoleArn?.ToString() ?? proposal.Line.Assumable?.Resource,
        ExternalId = proposal.ExternalId,
        PermissionSetName = proposal.Line.Set?.State.Name,
        PermissionSetArn = proposal.SetArn,
        Group = Names(holders.Of(proposal.SetArn), PrincipalType.Group),
        User = Names(holders.Of(proposal.SetArn), PrincipalType.User),
        RoleRead = proposal.Line.Role is not null,
        Status = status,
        Reason = ReasonOf(proposal, holders.GoneOf(proposal.SetArn)),
    };

    private static string? ReasonOf(ImportProposal proposal, int gone)
    {
        if (proposal.Refusal is { } refusal) return $"{refusal.Message} {refusal.RecommendedAction}".TrimEnd();
        string[] notes =
        [
            .. proposal.Notes,
            .. proposal.Line is { Set: null, RoleArn: { } role } ? [$"No permission set of home names it. To make one: New-ClientPermissionSet {proposal.Client} -Tier {proposal.Tier} -RoleArn {role}"] : Array.Empty<string>(),
            .. proposal.Line.Set is { ByPolicies: { Count: > 0 } policies } ? [$"It may assume the role by the customer managed policy {string.Join(", ", policies)}."] : Array.Empty<string>(),
            .. gone > 0 ? [$"{gone} more that held it {(gone == 1 ? "is" : "are")} gone from the directory."] : Array.Empty<string>(),
        ];
        return notes.Length == 0 ? null : string.Join(' ', notes);
    }

    private static string? Names(IReadOnlyList<Principal> principals, PrincipalType type)
    {
        string[] names = [.. principals.Where(principal => principal.Type == type).Select(principal => principal.Name)];
        return names.Length == 0 ? null : string.Join("; ", names);
    }

    private static string Count(IEnumerable<string?> things, string what)
    {
        int count = things.Where(thing => thing is not null).Distinct(StringComparer.Ordinal).Count();
        return count == 1 ? $"1 {what}" : $"{count} {what}s";
    }
}
