using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>
/// Finds permission sets by name. Identity Center lists ARNs alone, so a set's name costs a request; the inventory's
/// record of the ARN saves the search, and the search is made once per command.
/// </summary>
internal sealed class PermissionSetIndex(Provider provider)
{
    private const int RequestsAtOnce = 8;

    private readonly SharedTask<ConcurrentDictionary<string, PermissionSetState>> _all = new();

    /// <summary>The ARN that the inventory records for a client and tier; null where there is none, or one of another instance.</summary>
    /// <remarks>An inventory from another instance must not lead us into that one's sets.</remarks>
    public string? FindRecordedArn(string client, string tier) =>
        provider.InventoryFile.Read().Clients.GetValueOrDefault(client)?.PermissionSets.GetValueOrDefault(tier) is { } arn && provider.Configuration.IsOfInstance(arn) ? arn : null;

    /// <summary>The set that the inventory records for a client and tier, if it still stands.</summary>
    /// <param name="name">The name it must have; null: whatever name it was given.</param>
    public async Task<PermissionSetState?> FindRecordedAsync(string client, string tier, string? name, CancellationToken cancellation)
    {
        if (FindRecordedArn(client, tier) is not { } arn) return null;
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        PermissionSetState? state = await center.FindPermissionSetAsync(arn, cancellation).ConfigureAwait(false);
        if (state is null || state.Name == (name ?? client + tier)) return state;
        return name is null && await IsOursAsync(center, state, client, tier, cancellation).ConfigureAwait(false) ? state : null;
    }

    /// <summary>The set of a client and tier: recorded, or found among all by its name.</summary>
    /// <param name="name">The name it must have; null: the recorded one's, else the convention's.</param>
    public async Task<PermissionSetState?> FindAsync(string client, string tier, string? name, CancellationToken cancellation) =>
        await FindRecordedAsync(client, tier, name, cancellation).ConfigureAwait(false)
        // By the convention's name, not a recorded one: a set is never searched for by what a file alone says.
        ?? await FindByNameAsync(name ?? client + tier, cancellation).ConfigureAwait(false);

    public async Task<PermissionSetState?> FindByNameAsync(string name, CancellationToken cancellation) =>
        (await ListAsync(cancellation).ConfigureAwait(false)).GetValueOrDefault(name);

    public async Task<IReadOnlyDictionary<string, PermissionSetState>> ListAsync(CancellationToken cancellation) =>
        await _all.GetAsync(ReadAllAsync, cancellation).ConfigureAwait(false);

    // A record may be wrong or tampered with, and grants follow it: a set of another name must say itself that it is this one.
    private async Task<bool> IsOursAsync(IIdentityCenter center, PermissionSetState state, string client, string tier, CancellationToken cancellation) =>
        Tags.AreOurs(await center.ListTagsAsync(state.Arn, cancellation).ConfigureAwait(false), provider.Configuration.Company, client, tier);

    private async Task<ConcurrentDictionary<string, PermissionSetState>> ReadAllAsync(CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        var byName = new ConcurrentDictionary<string, PermissionSetState>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = RequestsAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(center.ListPermissionSetArnsAsync(cancellation), options, async (arn, token) =>
        {
            if (await center.FindPermissionSetAsync(arn, token).ConfigureAwait(false) is { } state) byName[state.Name] = state;
        }).ConfigureAwait(false);
        return byName;
    }
}
