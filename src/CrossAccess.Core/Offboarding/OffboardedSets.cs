using System.Text.Json.Nodes;

namespace CrossAccess;

/// <summary>Home's side of an off-boarding: the client's permission sets and who holds them.</summary>
internal sealed class OffboardedSets(Provider provider, PermissionSetIndex index, Principals principals, AccountAssignments assignments, PermissionSetPolicies policies, ClientPermissionSets sets)
{
    /// <summary>The client's sets: those that are recorded, and those that bear a name of the convention.</summary>
    public async Task<IReadOnlyList<OffboardedSet>> ReadAsync(string client, Inventory inventory, CancellationToken cancellation)
    {
        InventoryClient recorded = inventory.RequireClient(client);
        IEnumerable<string> tiers = inventory.ListTiers().Select(tier => tier.Tier)
            .Concat(recorded.PermissionSets.Keys)
            .Concat(inventory.Grants.Where(grant => grant.Client.Equals(client, StringComparison.OrdinalIgnoreCase)).Select(grant => grant.Tier))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        IReadOnlyList<OffboardedSet>[] read = await Task.WhenAll(tiers.Select(tier => ReadAsync(client, tier, inventory, cancellation))).ConfigureAwait(false);
        return [.. read.SelectMany(sets => sets)];
    }

    /// <summary>Puts the deny of every entry into a set's policy and provisions it.</summary>
    /// <returns>Whether it is in force. Where it cannot be, what follows ends the access all the same.</returns>
    public async Task<bool> DenyAsync(OffboardedSet set, CallerIdentity? home, IActivity activity, CancellationToken cancellation)
    {
        try
        {
            using EnforcedPolicy _ = await policies.EnforceAsync(set.State!, policy => policy.DenyingEntry(set.OperatorIn(home)), cancellation).ConfigureAwait(false);
            return true;
        }
        catch (ClientAccessException e) when (e.Error is ClientAccessError.PolicyTooLong or ClientAccessError.PermissionSetExists or ClientAccessError.InvalidPolicyDocument or ClientAccessError.ProvisioningFailed)
        {
            activity.Warn($"Entries by permission set {set.Name} could not be denied at the outset, so they end only when it is taken away: {e.Message}");
            return false;
        }
    }

    public async Task<IReadOnlyList<ClientRemoval>> UnassignAsync(OffboardedSet set, IActivity activity, CancellationToken cancellation) =>
        await Task.WhenAll(set.Grants.Select(async grant => RowOf(grant, await assignments.DeleteAsync(grant, wait: true, activity, cancellation).ConfigureAwait(false)))).ConfigureAwait(false);

    public async Task<ClientRemoval> DeleteAsync(OffboardedSet set, CancellationToken cancellation)
    {
        await sets.DeleteAsync(set.Client, set.Tier, set.State!.Arn, cancellation).ConfigureAwait(false);
        return RowOf(set, ChangeStatus.Removed);
    }

    public static ClientRemoval RowOf(Grant grant, ChangeStatus status) => new()
    {
        Client = grant.Client,
        Kind = ClientRemovalKind.ClientAccess,
        AccountId = grant.HomeAccountId,
        Tier = grant.Tier,
        Name = grant.Who,
        Status = status,
    };

    /// <param name="status">Of a set that is removed; one that has gone or is left alone says so.</param>
    public static ClientRemoval RowOf(OffboardedSet set, ChangeStatus status) => new()
    {
        Client = set.Client,
        Kind = ClientRemovalKind.ClientPermissionSet,
        Tier = set.Tier,
        Name = set.Name,
        Status = set.Refusal is not null ? ChangeStatus.Skipped : set.State is null ? ChangeStatus.Unchanged : status,
        Reason = set.Refusal?.Message ?? (set.State is null ? "It has gone already." : null),
        NextStep = set.Refusal?.RecommendedAction,
    };

    private async Task<IReadOnlyList<OffboardedSet>> ReadAsync(string client, string tier, Inventory inventory, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        string? recordedArn = index.FindRecordedArn(client, tier);
        PermissionSetState? recorded = recordedArn is null ? null : await center.FindPermissionSetAsync(recordedArn, cancellation).ConfigureAwait(false);
        // By the convention's name, not a recorded one: a set is never searched for by what a file alone says.
        PermissionSetState? named = recorded?.Name == client + tier ? null : await index.FindByNameAsync(client + tier, cancellation).ConfigureAwait(false);
        PermissionSetState[] found = [.. new[] { recorded, named }.OfType<PermissionSetState>()];
        if (found.Length > 0) return await Task.WhenAll(found.Select(state => ReadAsync(center, new OffboardedSet(client, tier, state.Name, state), inventory, cancellation))).ConfigureAwait(false);
        return recordedArn is null ? [] : [new OffboardedSet(client, tier, inventory.FindPermissionSetName(client, tier) ?? client + tier, null)];
    }

    private async Task<OffboardedSet> ReadAsync(IIdentityCenter center, OffboardedSet set, Inventory inventory, CancellationToken cancellation)
    {
        PermissionSetState state = set.State!;
        if (!Tags.AreOfClient(await center.ListTagsAsync(state.Arn, cancellation).ConfigureAwait(false), provider.Configuration.Company, set.Client))
            return set with { Refusal = NotOurs(set) };
        string? document = await center.FindInlinePolicyAsync(state.Arn, cancellation).ConfigureAwait(false);
        if (ReachRefusal(set, document, inventory) is { } refusal) return set with { Refusal = refusal };
        return set with
        {
            Denial = document is null ? null : PermissionSetPolicy.Read(document).Denial,
            Grants = await ListGrantsAsync(set, cancellation).ConfigureAwait(false),
        };
    }

    private async Task<IReadOnlyList<Grant>> ListGrantsAsync(OffboardedSet set, CancellationToken cancellation)
    {
        IReadOnlyList<AccountAssignment> assigned = await assignments.ListEverywhereAsync(set.State!.Arn, cancellation).ConfigureAwait(false);
        Grant[] grants = await Task.WhenAll(assigned.Select(async assignment =>
        {
            Principal? principal = await principals.FindByIdAsync(assignment.PrincipalType, assignment.PrincipalId, cancellation).ConfigureAwait(false);
            return new Grant(set.Client, set.Tier, set.State, assignment.AccountId, principal ?? Principal.Gone(assignment.PrincipalType, assignment.PrincipalId));
        })).ConfigureAwait(false);
        return [.. grants.OrderBy(grant => grant.Who, StringComparer.Ordinal)];
    }

    // Whoever made a set reach further meant others by it than this client.
    private static ClientAccessException? ReachRefusal(OffboardedSet set, string? document, Inventory inventory)
    {
        if (document is null) return null;
        try
        {
            foreach (AssumableRole role in AssumableRoles.In(WithoutDenial(document)))
            {
                if (role.AccountId is not { } account)
                    return LeftAlone(ClientAccessError.PermissionSetUnclear, $"It may reach other clients' accounts too, by {Printable.Of(role.Resource)}.");
                if (inventory.Clients.FirstOrDefault(other => !other.Key.Equals(set.Client, StringComparison.OrdinalIgnoreCase) && other.Value.Accounts.Exists(entry => entry.Id == account)) is { Key: { } owner })
                    return LeftAlone(ClientAccessError.PermissionSetShared, $"It reaches account {account} of client {owner}, too.");
            }
            return null;
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.InvalidPolicyDocument)
        {
            return LeftAlone(ClientAccessError.PermissionSetUnclear, $"Whom it reaches cannot be read: {e.Message}");
        }
    }

    private static IEnumerable<string> WithoutDenial(string document)
    {
        JsonNode[] statements = [.. PolicyDocument.Parse(document).Statements.Where(statement => !EntryDenialStatement.IsOurs(statement)).Select(statement => statement.DeepClone())];
        return statements.Length == 0 ? [] : [new JsonObject { ["Statement"] = new JsonArray(statements) }.ToJsonString()];
    }

    private ClientAccessException NotOurs(OffboardedSet set) => LeftAlone(
        ClientAccessError.PermissionSetExists,
        $"It was not made for {set.Client} by {provider.Configuration.Company}: it has no tags {Tags.Company}={provider.Configuration.Company} and {Tags.Client}={set.Client}.");

    private static ClientAccessException LeftAlone(ClientAccessError error, string why) => new(error, why)
    {
        RecommendedAction = "Look at it in the console of Identity Center, and remove or narrow it there.",
    };
}
