namespace CrossAccess;

/// <summary>Finds what a principal has on the home account: one request, and one more for each permission set.</summary>
internal sealed class HeldPermissionSets(Provider provider)
{
    private const int RequestsAtOnce = 8;

    public async Task<IReadOnlyList<HeldPermissionSet>> ListAsync(Principal principal, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        IReadOnlyList<AccountAssignment> assignments = await center.ListAssignmentsOfPrincipalAsync(principal.Type, principal.Id, provider.Configuration.HomeAccountId, cancellation).ConfigureAwait(false);
        IGrouping<string, AccountAssignment>[] bySet = [.. assignments.GroupBy(assignment => assignment.PermissionSetArn, StringComparer.Ordinal)];
        var held = new HeldPermissionSet?[bySet.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = RequestsAtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, bySet.Length, options, async (at, token) => held[at] = await FindAsync(center, bySet[at].Key, [.. bySet[at]], token).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. held.OfType<HeldPermissionSet>().OrderBy(set => set.Set.Name, StringComparer.Ordinal)];
    }

    private async Task<HeldPermissionSet?> FindAsync(IIdentityCenter center, string arn, IReadOnlyList<AccountAssignment> ways, CancellationToken cancellation)
    {
        if (await center.FindPermissionSetAsync(arn, cancellation).ConfigureAwait(false) is not { } set) return null;
        if (provider.InventoryFile.Read().FindOwnerOfSet(arn) is var (client, tier)) return new HeldPermissionSet(set, client, tier, ways);

        // What the inventory has lost, the set's own tags still say.
        IReadOnlyDictionary<string, string> tags = await center.ListTagsAsync(arn, cancellation).ConfigureAwait(false);
        return Tags.AreOfCompany(tags, provider.Configuration.Company) && tags.TryGetValue(Tags.Client, out string? ofClient) && tags.TryGetValue(Tags.Tier, out string? ofTier)
            ? new HeldPermissionSet(set, ofClient, ofTier, ways)
            : new HeldPermissionSet(set, null, null, ways);
    }
}
