using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>Who holds permission sets on the home account, by the names people know.</summary>
internal sealed class SetHolders(Provider provider, Principals principals)
{
    private const int RequestsAtOnce = 8;

    private static readonly IReadOnlyList<Principal> Nobody = [];

    private readonly ConcurrentDictionary<string, (IReadOnlyList<Principal> Principals, int Gone)> _bySet = new(StringComparer.Ordinal);

    public async Task ReadAsync(IReadOnlyCollection<string> permissionSetArns, IActivity activity, CancellationToken cancellation)
    {
        if (permissionSetArns.Count == 0) return;
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        int done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = RequestsAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(permissionSetArns, options, async (arn, token) =>
        {
            activity.Progress("Reading who holds them", $"{done} of {permissionSetArns.Count}", done * 100 / permissionSetArns.Count);
            _bySet[arn] = await ReadAsync(center, arn, token).ConfigureAwait(false);
            Interlocked.Increment(ref done);
        }).ConfigureAwait(false);
    }

    /// <summary>The groups and users that hold a set, by name.</summary>
    public IReadOnlyList<Principal> Of(string? permissionSetArn) => permissionSetArn is not null && _bySet.TryGetValue(permissionSetArn, out var holders) ? holders.Principals : Nobody;

    /// <summary>How many hold a set that the directory no longer has.</summary>
    public int GoneOf(string? permissionSetArn) => permissionSetArn is not null && _bySet.TryGetValue(permissionSetArn, out var holders) ? holders.Gone : 0;

    private async Task<(IReadOnlyList<Principal>, int)> ReadAsync(IIdentityCenter center, string permissionSetArn, CancellationToken cancellation)
    {
        IReadOnlyList<AccountAssignment> assignments = await center.ListAssignmentsAsync(provider.Configuration.HomeAccountId, permissionSetArn, cancellation).ConfigureAwait(false);
        var found = new List<Principal>();
        foreach (AccountAssignment assignment in assignments)
        {
            if (await principals.FindByIdAsync(assignment.PrincipalType, assignment.PrincipalId, cancellation).ConfigureAwait(false) is { } principal) found.Add(principal);
        }
        return ([.. found.OrderBy(principal => principal.Name, StringComparer.OrdinalIgnoreCase)], assignments.Count - found.Count);
    }
}
