using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>One run over the permission sets of home; see <see cref="PermissionSetCatalogue"/>.</summary>
internal sealed class CatalogueReading
{
    private readonly IIdentityCenter _center;
    private readonly CrossAccessConfiguration _configuration;
    private readonly HomePolicies? _home;
    private readonly IReadOnlyList<ImportRequest> _requests;
    private readonly IActivity _activity;
    private readonly ConcurrentDictionary<string, byte> _missing;
    private int _expected;
    private int _read;

    public CatalogueReading(IIdentityCenter center, CrossAccessConfiguration configuration, HomePolicies? home, IReadOnlyList<ImportRequest> requests, IActivity activity)
    {
        (_center, _configuration, _home, _requests, _activity) = (center, configuration, home, requests, activity);
        IEnumerable<string> candidates = (home?.Names ?? []).Where(name => IsWanted(name) && AssumableIn(name, home!.Find(name)!.Value.Policies).Count > 0);
        _missing = new ConcurrentDictionary<string, byte>(candidates.Select(name => KeyValuePair.Create(name, (byte)0)), StringComparer.Ordinal);
    }

    public ConcurrentBag<FoundPermissionSet> Found { get; } = [];

    /// <summary>How many sets there are, for the progress that is shown.</summary>
    public void Expect(int count) => _expected = count;

    /// <summary>Reads a set by what home's IAM says of it; once all that home names are found, the others are not asked for.</summary>
    public async Task ReadAsync(string permissionSetArn, CancellationToken cancellation)
    {
        if (_home is null)
        {
            await ReadAnewAsync(permissionSetArn, cancellation).ConfigureAwait(false);
            return;
        }
        ShowProgress();
        if (_expected > 0 && _missing.IsEmpty) return;
        if (await _center.FindPermissionSetAsync(permissionSetArn, cancellation).ConfigureAwait(false) is not { } state) return;

        _missing.TryRemove(state.Name, out _);
        if (_home.Find(state.Name) is { } held) Add(state, held.Policies, [held.RoleArn]);
        else await ReadPolicyAsync(state, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads a set by what Identity Center says of it: its policy first, since most that are no client's end there.</summary>
    public async Task ReadAnewAsync(string permissionSetArn, CancellationToken cancellation)
    {
        ShowProgress();
        string? policy = await _center.FindInlinePolicyAsync(permissionSetArn, cancellation).ConfigureAwait(false);
        if (policy is null || AssumableIn(permissionSetArn, [(null, policy)]).Count == 0) return;
        if (await _center.FindPermissionSetAsync(permissionSetArn, cancellation).ConfigureAwait(false) is not { } state) return;

        _missing.TryRemove(state.Name, out _);
        Add(state, [(null, policy)], HolderRolesOf(state.Name));
    }

    /// <summary>The sets that were not asked for, as far as home's IAM tells of them at no further cost.</summary>
    public IEnumerable<FoundPermissionSet> Context()
    {
        var found = Found.Select(set => set.State.Name).ToHashSet(StringComparer.Ordinal);
        return from name in _home?.Names ?? []
               where !found.Contains(name)
               let roles = AssumableIn(name, _home!.Find(name)!.Value.Policies)
               where roles.Count > 0
               select new FoundPermissionSet(new PermissionSetState($"({name})", name, null, default, null), roles, []) { IsContext = true };
    }

    private async Task ReadPolicyAsync(PermissionSetState state, CancellationToken cancellation)
    {
        if (await _center.FindInlinePolicyAsync(state.Arn, cancellation).ConfigureAwait(false) is { } policy) Add(state, [(null, policy)], HolderRolesOf(state.Name));
    }

    private void Add(PermissionSetState state, IReadOnlyList<(string? ManagedBy, string Json)> policies, IReadOnlyList<string> holderRoles)
    {
        IReadOnlyList<AssumableRole> roles = AssumableIn(state.Name, policies);
        if (roles.Count == 0 || !IsWanted(state.Name)) return;
        Found.Add(new FoundPermissionSet(state, roles, holderRoles)
        {
            IsMadeByUs = policies.Any(policy => policy.ManagedBy is null && PermissionSetPolicy.IsOurs(policy.Json)),
            ByPolicies = [.. policies.Where(policy => policy.ManagedBy is not null && AssumableIn(state.Name, [policy]).Count > 0).Select(policy => policy.ManagedBy!)],
        });
    }

    // Home's own roles are no client's.
    private IReadOnlyList<AssumableRole> AssumableIn(string set, IReadOnlyList<(string? ManagedBy, string Json)> policies)
    {
        try
        {
            return [.. AssumableRoles.In(policies.Select(policy => policy.Json)).Where(role => role.AccountId != _configuration.HomeAccountId)];
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.InvalidPolicyDocument)
        {
            _activity.Warn($"What permission set '{Printable.Of(set)}' may assume cannot be read, so it is left out. {e.Message}");
            return [];
        }
    }

    private bool IsWanted(string name) =>
        _requests.Any(request => request.PermissionSetName is null || PolicyPattern.IsMatch(request.PermissionSetName, name, ignoreCase: true));

    // As the role would be called, where it was not read: the patterns that match it, with something in the place of what varies.
    private string[] HolderRolesOf(string name) =>
        [.. ReservedRole.ArnPatterns(_configuration.Partition, _configuration.HomeAccountId, name).Select(pattern => pattern.Replace('?', '0').Replace("*", _configuration.Region, StringComparison.Ordinal))];

    private void ShowProgress()
    {
        int read = Interlocked.Increment(ref _read);
        if (_expected > 0) _activity.Progress("Reading permission sets", $"{read} of {_expected}", read * 100 / _expected);
    }
}
