using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>
/// Grants that end by themselves: the set's policy denies the user everything after the end, and is in force before the user
/// is assigned. An end that is in use is never made earlier.
/// </summary>
internal sealed class EndingGrants(Provider provider, AccountAssignments assignments, PermissionSetPolicies policies, Provisioning provisioning, Principals principals)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private readonly ConcurrentDictionary<TimeSpan, DateTimeOffset> _ends = new();

    /// <exception cref="ClientAccessException">RequestRejected for a group, InvalidDuration.</exception>
    public static void Check(ClientAccessRequest request)
    {
        if (request.Duration is not { } duration) return;
        if (request.PrincipalType == PrincipalType.Group)
        {
            throw new ClientAccessException(ClientAccessError.RequestRejected, $"Access that ends by itself is given to users, and '{Printable.Of(request.PrincipalName)}' is a group: a policy can tell a session's user, but not the groups of that user.")
            {
                RecommendedAction = "Name the users themselves: -User ana, ben",
            };
        }
        if (duration < Shortest || duration > Longest)
            throw new ClientAccessException(ClientAccessError.InvalidDuration, $"Access that ends by itself lasts 15 minutes to 365 days; {duration} is not between. Type -Duration 4:00, for instance.");
    }

    /// <summary>When access for that long, given now, ends. One time for all that a command grants, so that one statement ends it all.</summary>
    public DateTimeOffset EndAfter(TimeSpan duration) =>
        _ends.GetOrAdd(duration, span => AccessEnd.WholeSeconds(provider.Clock.GetUtcNow() + span));

    public async Task<IChange<ClientAccess>> PlanAsync(Grant grant, ClientAccessRequest request, CancellationToken cancellation)
    {
        PermissionSetPolicy policy = await policies.ReadAsync(grant.Set.Arn, cancellation).ConfigureAwait(false);
        IReadOnlyList<AccountAssignment> assigned = await assignments.ListEverywhereAsync(grant.Set.Arn, cancellation).ConfigureAwait(false);
        bool isAssigned = assigned.Contains(grant.Assignment);
        bool overlaps = policy.EndOf(grant.Principal.Id) is not null && (isAssigned || IsRecorded(grant));
        if (!overlaps) await RequireNoOtherWayAsync(grant, assigned, cancellation).ConfigureAwait(false);

        AccessEnd wanted = AccessEnd.Of(grant.Principal, EndAfter(request.Duration!.Value));
        PermissionSetPolicy WithEnd(PermissionSetPolicy before) =>
            overlaps && before.EndOf(wanted.UserId) is { } there && there.Time >= wanted.Time ? before : before.With(wanted);
        PermissionSetPolicy ended = WithEnd(policy);
        _ = ended.ToDocument();
        DateTimeOffset end = ended.EndOf(wanted.UserId)!.Time;
        if (isAssigned && ReferenceEquals(ended, policy) && !await provisioning.IsOutdatedAsync(grant.Set, cancellation).ConfigureAwait(false))
        {
            ClientAccess unchanged = grant.ToResult(ChangeStatus.Unchanged, end);
            return new PlannedChange<ClientAccess>(grant.Target, null, unchanged, async (_, token) =>
            {
                await RecordAsync(grant, request, end, token).ConfigureAwait(false);
                return unchanged;
            });
        }
        string action = isAssigned ? $"let {grant.Who} keep it until {end:u}" : $"grant it to {grant.Who} until {end:u}";
        return new PlannedChange<ClientAccess>(grant.Target, action, grant.ToResult(ChangeStatus.Planned, end), (activity, token) => ApplyAsync(grant, request, WithEnd, isAssigned, activity, token));
    }

    /// <summary>
    /// The end that must go before a user can have the set for good: that of access which is over or was revoked. Null: there is none.
    /// </summary>
    /// <exception cref="ClientAccessException">AccessHasEnd while the user has access that ends.</exception>
    public async Task<AccessEnd?> FindLeftOverAsync(Grant grant, bool isAssigned, CancellationToken cancellation)
    {
        PermissionSetPolicy policy = await policies.ReadAsync(grant.Set.Arn, cancellation).ConfigureAwait(false);
        if (policy.EndOf(grant.Principal.Id) is not { } end) return null;
        if (end.Time <= provider.Clock.GetUtcNow() || !(isAssigned || IsRecorded(grant))) return end;

        string which = $"{grant.Client} -Tier {grant.Tier} -User {grant.Principal.Name}";
        throw new ClientAccessException(ClientAccessError.AccessHasEnd, $"The access of {grant.Who} by permission set {grant.Set.Name} ends at {end.Time:u}. A command without -Duration does not make it lasting, for it may only have been forgotten.")
        {
            RecommendedAction = $"To make it longer, type: Grant-ClientAccess {which} -Duration 8:00. To make it lasting, end it first: Revoke-ClientAccess {which}",
        };
    }

    /// <summary>A policy without a user's end, unless the user has got another one since.</summary>
    public static PermissionSetPolicy WithoutEnd(PermissionSetPolicy policy, AccessEnd end)
    {
        if (policy.EndOf(end.UserId)?.Time != end.Time) return policy;
        PermissionSetPolicy without = policy.WithoutEnd(end.UserId);
        // A policy must say something; where nothing else is left, the end does no harm.
        return without.IsEmpty ? policy : without;
    }

    private async Task<ClientAccess> ApplyAsync(
        Grant grant, ClientAccessRequest request, Func<PermissionSetPolicy, PermissionSetPolicy> withEnd, bool isAssigned, IActivity activity, CancellationToken cancellation)
    {
        EnforcedPolicy? enforced = null;
        ChangeStatus status = ChangeStatus.Updated;
        var steps = new ChangeSteps();
        steps.Add($"put the end of {grant.Who} into the set's policy and provision it", async token => enforced = await policies.EnforceAsync(grant.Set, withEnd, token).ConfigureAwait(false));
        if (!isAssigned) steps.Add($"grant it to {grant.Who}", async token => status = await AssignAsync(grant, request, enforced!, activity, token).ConfigureAwait(false));
        try
        {
            activity.Progress($"Granting {grant.Set.Name}", $"Identity Center is putting the end into force ({grant.Principal.Name})");
            await steps.RunAsync(activity, cancellation).ConfigureAwait(false);
            DateTimeOffset end = enforced!.Policy.EndOf(grant.Principal.Id)!.Time;
            await RecordAsync(grant, request, end, cancellation).ConfigureAwait(false);
            return grant.ToResult(status, end);
        }
        finally
        {
            enforced?.Dispose();
        }
    }

    // The first assignment of a set provisions it. If another's came in between, that may have brought an older policy.
    private async Task<ChangeStatus> AssignAsync(Grant grant, ClientAccessRequest request, EnforcedPolicy enforced, IActivity activity, CancellationToken cancellation)
    {
        ChangeStatus status = await assignments.CreateAsync(grant, request.Wait || enforced.StoodNowhere, activity, cancellation).ConfigureAwait(false);
        if (enforced.StoodNowhere) await provisioning.FinishAsync(grant.Set, cancellation).ConfigureAwait(false);
        return status;
    }

    // The end is the user's in every session of the set, whichever way the session was come by.
    private async Task RequireNoOtherWayAsync(Grant grant, IReadOnlyList<AccountAssignment> assigned, CancellationToken cancellation)
    {
        if (assigned.FirstOrDefault(assignment => assignment.PrincipalId == grant.Principal.Id) is { } own)
        {
            throw HasNoEnd(
                grant,
                own.AccountId == grant.HomeAccountId ? "directly" : $"in account {own.AccountId}",
                $"To give it an end, take it away and grant it anew: Revoke-ClientAccess {grant.Client} -Tier {grant.Tier} -User {grant.Principal.Name}");
        }
        HashSet<string> groups = [.. assigned.Where(assignment => assignment.PrincipalType == PrincipalType.Group).Select(assignment => assignment.PrincipalId)];
        if (groups.Count == 0) return;

        IReadOnlyList<string> joined = await principals.ListGroupIdsAsync(grant.Principal.Id, cancellation).ConfigureAwait(false);
        if (joined.FirstOrDefault(groups.Contains) is not { } shared) return;

        Principal? group = await principals.FindByIdAsync(PrincipalType.Group, shared, cancellation).ConfigureAwait(false);
        throw HasNoEnd(grant, $"as a member of group {Printable.Of(group?.Name ?? shared)}", "Nothing needs to be granted.");
    }

    private static ClientAccessException HasNoEnd(Grant grant, string way, string action) =>
        new(ClientAccessError.AccessHasNoEnd, $"{grant.Who} has permission set {grant.Set.Name} {way} already, without an end: the end would cut that off, too. Nothing was granted.")
        {
            RecommendedAction = action,
        };

    // What was granted with -NoWait is not listed at once.
    private bool IsRecorded(Grant grant) =>
        provider.InventoryFile.Read().Grants.Exists(recorded => recorded.Expires is not null && recorded.IsFor(grant.Client, grant.Tier, grant.Principal.Type, grant.Principal.Name));

    private Task RecordAsync(Grant grant, ClientAccessRequest request, DateTimeOffset end, CancellationToken cancellation) =>
        provider.InventoryFile.UpdateAsync(inventory => inventory.WithGrant(grant.ToRecord(request.Reason, end)), cancellation);
}
