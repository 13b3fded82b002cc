namespace CrossAccess;

/// <summary>
/// What a user can still do whom home denies everything. Sessions in clients' accounts know nothing of home's policies and run to
/// their end: an hour at most, since each was entered from a session of Identity Center.
/// </summary>
internal sealed class RemainingReach(Provider provider, HomeDenyPolicy homePolicy, Principals principals)
{
    private readonly HeldPermissionSets _held = new(provider);

    /// <returns>The user as denied, without a status.</returns>
    public async Task<DeniedUser> ReadAsync(Principal user, CancellationToken cancellation)
    {
        IReadOnlyList<HeldPermissionSet> held = await _held.ListAsync(user, cancellation).ConfigureAwait(false);
        IReadOnlySet<string> covered = await homePolicy.ListPermissionSetNamesAsync(cancellation).ConfigureAwait(false);
        // The last moment at which a session can have been entered.
        DateTimeOffset until = AccessEnd.WholeSeconds(provider.Clock.GetUtcNow() + OpenSessions.LongestChained);
        var remaining = new List<RemainingAccess>();
        foreach (HeldPermissionSet set in held)
        {
            if (covered.Contains(set.Set.Name) && !set.IsOfClient) continue;
            remaining.Add(covered.Contains(set.Set.Name) ? OpenSession(set, until) : set.IsOfClient ? Uncovered(set) : await OtherAsync(set, user, cancellation).ConfigureAwait(false));
        }
        return new DeniedUser
        {
            User = user.Name,
            UserId = user.Id,
            PermissionSetName = [.. held.Select(set => set.Set.Name).Where(covered.Contains)],
            Remaining = remaining,
        };
    }

    private static RemainingAccess OpenSession(HeldPermissionSet set, DateTimeOffset until) => Of(
        set,
        $"{set.Client} {set.Tier}: sessions open there",
        until,
        $"Revoke-ClientSession {set.Client} -Tier {set.Tier}");

    private RemainingAccess Uncovered(HeldPermissionSet set)
    {
        string bringIn = $"New-ClientPermissionSet {set.Client} -Tier {set.Tier}";
        return Of(
            set,
            $"{set.Client} {set.Tier}: everything, as {set.Set.Name} does not carry {DenyPolicy.Name}",
            until: null,
            provider.Configuration.HasDenyPolicy ? bringIn : $"Initialize-CrossAccess {provider.Configuration.Company} -DenyPolicy; {bringIn}");
    }

    private async Task<RemainingAccess> OtherAsync(HeldPermissionSet set, Principal user, CancellationToken cancellation)
    {
        string how = set.Ways.Any(way => way.PrincipalId == user.Id)
            ? "take it away in Identity Center"
            : $"take the user out of group {await GroupNameAsync(set.Ways[0].PrincipalId, cancellation).ConfigureAwait(false)}";
        return Of(set, $"permission set {Printable.Of(set.Set.Name)} in home, which is no client's", until: null, how);
    }

    private async Task<string> GroupNameAsync(string groupId, CancellationToken cancellation) =>
        Printable.Of((await principals.FindByIdAsync(PrincipalType.Group, groupId, cancellation).ConfigureAwait(false))?.Name ?? groupId);

    private static RemainingAccess Of(HeldPermissionSet set, string what, DateTimeOffset? until, string nextStep) =>
        new() { Client = set.Client, Tier = set.Tier, PermissionSetName = set.Set.Name, What = what, Until = until, NextStep = nextStep };
}
