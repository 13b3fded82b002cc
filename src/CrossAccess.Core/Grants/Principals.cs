using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>Finds users and groups by the names people know, exactly; each name is looked up once per command.</summary>
internal sealed class Principals(Provider provider)
{
    private readonly ConcurrentDictionary<(PrincipalType Type, string Name), SharedTask<Principal>> _byName = new();
    private readonly ConcurrentDictionary<(PrincipalType Type, string Id), SharedTask<Principal?>> _byId = new();
    private readonly ConcurrentDictionary<string, SharedTask<IReadOnlyList<string>>> _groups = new(StringComparer.Ordinal);

    /// <exception cref="ClientAccessException">GroupNotFound, GroupAmbiguous, UserNotFound, UserAmbiguous.</exception>
    public Task<Principal> RequireAsync(PrincipalType type, string name, CancellationToken cancellation) =>
        _byName.GetOrAdd((type, name.Trim()), static _ => new SharedTask<Principal>()).GetAsync(token => FindAsync(type, name.Trim(), token), cancellation);

    /// <summary>The principal of an id; null when the directory no longer has it.</summary>
    public Task<Principal?> FindByIdAsync(PrincipalType type, string id, CancellationToken cancellation) =>
        _byId.GetOrAdd((type, id), static _ => new SharedTask<Principal?>()).GetAsync(
            async token =>
            {
                IIdentityStore store = await provider.ConnectIdentityStoreAsync(token).ConfigureAwait(false);
                return await store.FindByIdAsync(type, id, token).ConfigureAwait(false);
            },
            cancellation);

    /// <summary>The ids of the groups that a user is a member of; none for one whom the directory no longer has.</summary>
    public Task<IReadOnlyList<string>> ListGroupIdsAsync(string userId, CancellationToken cancellation) =>
        _groups.GetOrAdd(userId, static _ => new SharedTask<IReadOnlyList<string>>()).GetAsync(
            async token =>
            {
                IIdentityStore store = await provider.ConnectIdentityStoreAsync(token).ConfigureAwait(false);
                try
                {
                    return await store.ListGroupIdsOfUserAsync(userId, token).ConfigureAwait(false);
                }
                catch (ClientAccessException e) when (e.Error == ClientAccessError.ResourceNotFound)
                {
                    return [];
                }
            },
            cancellation);

    private async Task<Principal> FindAsync(PrincipalType type, string name, CancellationToken cancellation)
    {
        IIdentityStore store = await provider.ConnectIdentityStoreAsync(cancellation).ConfigureAwait(false);
        IReadOnlyList<Principal> found = type == PrincipalType.Group
            ? await store.FindGroupsAsync(name, cancellation).ConfigureAwait(false)
            : await FindUsersAsync(store, name, cancellation).ConfigureAwait(false);
        return found switch
        {
            [var only] => only,
            [] => throw await NotFoundAsync(store, type, name, cancellation).ConfigureAwait(false),
            _ => throw Ambiguous(type, name, found),
        };
    }

    // Directories that sync from elsewhere often use the e-mail address as the user name, so that is asked first.
    private static async Task<IReadOnlyList<Principal>> FindUsersAsync(IIdentityStore store, string name, CancellationToken cancellation)
    {
        IReadOnlyList<Principal> byName = await store.FindUsersAsync(name, cancellation).ConfigureAwait(false);
        if (byName.Count > 0 || !name.Contains('@', StringComparison.Ordinal)) return byName;
        return await store.FindUserByEmailAsync(name, cancellation).ConfigureAwait(false) is { } byEmail ? [byEmail] : [];
    }

    private static async Task<ClientAccessException> NotFoundAsync(IIdentityStore store, PrincipalType type, string name, CancellationToken cancellation)
    {
        var names = new List<string>();
        IAsyncEnumerable<Principal> all = type == PrincipalType.Group ? store.ListGroupsAsync(cancellation) : store.ListUsersAsync(cancellation);
        await foreach (Principal principal in all.ConfigureAwait(false)) names.Add(principal.Name);
        string? action = NearMatches.Of(name, names) is [var nearest, ..] ? $"Name the one that is meant: -{type} {PowerShellText.Argument(nearest)}" : null;
        return type == PrincipalType.Group
            ? new ClientAccessException(ClientAccessError.GroupNotFound, $"The identity store has no group '{Printable.Of(name)}'.{NearMatches.Sentence(name, names)} Type its display name exactly.") { RecommendedAction = action }
            : new ClientAccessException(ClientAccessError.UserNotFound, $"The identity store has no user '{Printable.Of(name)}'.{NearMatches.Sentence(name, names)} Type the user name or the e-mail address exactly.") { RecommendedAction = action };
    }

    private static ClientAccessException Ambiguous(PrincipalType type, string name, IReadOnlyList<Principal> found)
    {
        string ids = string.Join(", ", found.Select(principal => principal.Id));
        return type == PrincipalType.Group
            ? new ClientAccessException(ClientAccessError.GroupAmbiguous, $"The identity store has {found.Count} groups named '{Printable.Of(name)}' ({ids}). Rename one of them: access by a name that means two groups is refused.")
            : new ClientAccessException(ClientAccessError.UserAmbiguous, $"The identity store has {found.Count} users named '{Printable.Of(name)}' ({ids}). Rename one of them: access by a name that means two users is refused.");
    }
}
