namespace CrossAccess;

/// <summary>
/// Reads which permission sets of home may assume roles elsewhere, with the fewest requests. Identity Center tells a set's name
/// and its policy in a request each, of which it allows 20 a second; home's own IAM tells the policies of all sets at once, as
/// they are in force there. Where home cannot be read, Identity Center is asked for each policy.
/// </summary>
internal sealed class PermissionSetCatalogue(Provider provider, Inventory inventory)
{
    private const int RequestsAtOnce = 8;

    private readonly string _home = provider.Configuration.HomeAccountId;

    /// <param name="requests">What is asked for.</param>
    public async Task<IReadOnlyList<FoundPermissionSet>> ReadAsync(IReadOnlyList<ImportRequest> requests, IActivity activity, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        HomePolicies? home = await TryReadHomeAsync(activity, cancellation).ConfigureAwait(false);
        var reading = new CatalogueReading(center, provider.Configuration, home, requests, activity);
        if (NamedArns(requests) is { } named)
        {
            await ForEachAsync(named, reading.ReadAsync, cancellation).ConfigureAwait(false);
        }
        else
        {
            IReadOnlyList<string> arns = await center.ListProvisionedPermissionSetsAsync(_home, cancellation).ConfigureAwait(false);
            // What home's IAM says of these is not what Identity Center means by now.
            IReadOnlyList<string> outdated = home is null ? [] : await center.ListOutdatedPermissionSetsAsync(_home, cancellation).ConfigureAwait(false);
            reading.Expect(arns.Count);
            await ForEachAsync(outdated, reading.ReadAnewAsync, cancellation).ConfigureAwait(false);
            await ForEachAsync(arns.Except(outdated), reading.ReadAsync, cancellation).ConfigureAwait(false);
        }

        activity.Verbose($"{reading.Found.Count} permission sets of home may assume roles in other accounts.");
        FoundPermissionSet[] found = [.. reading.Found.OrderBy(set => set.State.Name, StringComparer.OrdinalIgnoreCase)];
        return [.. await WithTagsAsync(center, found, cancellation).ConfigureAwait(false), .. reading.Context()];
    }

    private async Task<HomePolicies?> TryReadHomeAsync(IActivity activity, CancellationToken cancellation)
    {
        try
        {
            IAwsSession session = await provider.ConnectHomeAsync(cancellation).ConfigureAwait(false);
            return HomePolicies.Of(await session.Roles.ReadAllAsync(cancellation).ConfigureAwait(false));
        }
        catch (ClientAccessException e)
        {
            activity.Verbose($"Home's IAM cannot be read, so Identity Center is asked for each permission set's policy; customer managed policies stay unread. {e.Message}");
            return null;
        }
    }

    // Rows of an earlier import name the sets by their ARNs, and names that the inventory records lead to them.
    private List<string>? NamedArns(IReadOnlyList<ImportRequest> requests)
    {
        string?[] arns = [.. requests.Select(request => request.PermissionSetArn ?? RecordedArn(request.PermissionSetName))];
        return Array.Exists(arns, arn => arn is null) ? null : [.. arns.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private string? RecordedArn(string? name) => name is null ? null : (
        from client in inventory.Clients
        from set in client.Value.PermissionSets
        where name.Equals(inventory.FindPermissionSetName(client.Key, set.Key) ?? client.Key + set.Key, StringComparison.OrdinalIgnoreCase)
        select set.Value).FirstOrDefault();

    // Tags are asked for only where the module may have been before: it made the set, or recorded it.
    private async Task<IReadOnlyList<FoundPermissionSet>> WithTagsAsync(IIdentityCenter center, FoundPermissionSet[] found, CancellationToken cancellation)
    {
        var recorded = inventory.Clients.Values.SelectMany(client => client.PermissionSets.Values).ToHashSet(StringComparer.Ordinal);
        await ForEachAsync(Enumerable.Range(0, found.Length).Where(index => found[index].IsMadeByUs || recorded.Contains(found[index].State.Arn)), ReadTagsAsync, cancellation).ConfigureAwait(false);
        return found;

        async Task ReadTagsAsync(int index, CancellationToken token) =>
            found[index] = found[index] with { Tags = await center.ListTagsAsync(found[index].State.Arn, token).ConfigureAwait(false) };
    }

    private static Task ForEachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> work, CancellationToken cancellation) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = RequestsAtOnce, CancellationToken = cancellation }, async (item, token) => await work(item, token).ConfigureAwait(false));
}
