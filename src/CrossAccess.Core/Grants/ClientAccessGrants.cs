using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CrossAccess;

/// <summary>Gives, reads and ends access: account assignments of client permission sets on the home account.</summary>
internal sealed class ClientAccessGrants(Provider provider, PermissionSetIndex index, Principals principals, IdentityCenterRequests requests)
{
    private readonly SettledChanges _changes = new();
    private readonly ConcurrentDictionary<string, SharedTask<IReadOnlyList<AccountAssignment>>> _assignments = new(StringComparer.Ordinal);

    /// <summary>Reads what is there and works out what is to be done. Changes nothing.</summary>
    public Task<IChange<ClientAccess>> PlanAsync(ClientAccessRequest request, IActivity activity, CancellationToken cancellation) =>
        _changes.PlanAsync(KeyOf(request), token => PlanGrantAsync(request, token), cancellation);

    public Task<IChange<ClientAccess>> PlanRevocationAsync(ClientAccessRequest request, IActivity activity, CancellationToken cancellation) =>
        _changes.PlanAsync(KeyOf(request), token => PlanRevokeAsync(request, token), cancellation);

    /// <summary>Who has a client's set of a tier, as Identity Center says now.</summary>
    public async IAsyncEnumerable<ClientAccess> ListAsync(string client, string tierName, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Inventory inventory = provider.InventoryFile.Read();
        AccessTier tier = inventory.RequireTier(tierName);
        string key = inventory.KeyOf(client);
        if (await index.FindAsync(key, tier.Tier, name: null, cancellation).ConfigureAwait(false) is not { } set) yield break;

        foreach (AccountAssignment assignment in await ListAssignmentsAsync(set.Arn, cancellation).ConfigureAwait(false))
        {
            Principal? principal = await principals.FindByIdAsync(assignment.PrincipalType, assignment.PrincipalId, cancellation).ConfigureAwait(false);
            yield return new ClientAccess
            {
                Client = key,
                Tier = tier.Tier,
                PermissionSetName = set.Name,
                PrincipalType = assignment.PrincipalType,
                PrincipalName = principal?.Name ?? $"(gone: {assignment.PrincipalId})",
                PrincipalId = assignment.PrincipalId,
            };
        }
    }

    private async Task<IChange<ClientAccess>> PlanGrantAsync(ClientAccessRequest request, CancellationToken cancellation)
    {
        Scope scope = await ScopeOfAsync(request, cancellation).ConfigureAwait(false);
        Principal principal = await principals.RequireAsync(request.PrincipalType, request.PrincipalName, cancellation).ConfigureAwait(false);
        ClientAccess result = ToResult(request, scope, principal, ChangeStatus.Unchanged);
        string target = $"{scope.Client}, permission set {scope.SetName} on home account {provider.Configuration.HomeAccountId}";
        string action = $"grant it to {Describe(principal)}";
        if (scope.SetArn is null)
            return new PlannedChange<ClientAccess>(target, action, result with { Status = ChangeStatus.Planned }, (_, _) => throw NoSuchSet(request, scope));

        AccountAssignment assignment = AssignmentOf(scope.SetArn, principal);
        if ((await ListAssignmentsAsync(scope.SetArn, cancellation).ConfigureAwait(false)).Contains(assignment))
        {
            return new PlannedChange<ClientAccess>(target, null, result, async (_, token) =>
            {
                await RecordAsync(request, scope, principal, token).ConfigureAwait(false);
                return result;
            });
        }
        return new PlannedChange<ClientAccess>(target, action, result with { Status = ChangeStatus.Planned }, async (activity, token) =>
        {
            ChangeStatus status = await AssignAsync(request, scope, assignment, Describe(principal), activity, token).ConfigureAwait(false);
            await RecordAsync(request, scope, principal, token).ConfigureAwait(false);
            return result with { Status = status };
        });
    }

    private async Task<IChange<ClientAccess>> PlanRevokeAsync(ClientAccessRequest request, CancellationToken cancellation)
    {
        Scope scope = await ScopeOfAsync(request, cancellation).ConfigureAwait(false);
        if (scope.SetArn is null) throw NoSuchSet(request, scope);
        Principal principal = await principals.RequireAsync(request.PrincipalType, request.PrincipalName, cancellation).ConfigureAwait(false);
        AccountAssignment assignment = AssignmentOf(scope.SetArn, principal);
        ClientAccess result = ToResult(request, scope, principal, ChangeStatus.Unchanged);
        string target = $"{scope.Client}, permission set {scope.SetName} on home account {provider.Configuration.HomeAccountId}";

        if (!(await ListAssignmentsAsync(scope.SetArn, cancellation).ConfigureAwait(false)).Contains(assignment))
        {
            return new PlannedChange<ClientAccess>(target, null, result, async (_, token) =>
            {
                await ForgetAsync(scope, principal, token).ConfigureAwait(false);
                return result;
            });
        }
        return new PlannedChange<ClientAccess>(target, $"revoke it from {Describe(principal)}", result with { Status = ChangeStatus.Planned }, async (activity, token) =>
        {
            ChangeStatus status = await UnassignAsync(request, scope, assignment, Describe(principal), activity, token).ConfigureAwait(false);
            await ForgetAsync(scope, principal, token).ConfigureAwait(false);
            return result with { Status = status };
        });
    }

    private async Task<ChangeStatus> AssignAsync(ClientAccessRequest request, Scope scope, AccountAssignment assignment, string principal, IActivity activity, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        IdentityCenterRequest ended = await RunAsync(center, center.CreateAssignmentAsync, request, assignment, $"Granting {scope.SetName}", activity, cancellation).ConfigureAwait(false);
        _assignments.TryRemove(assignment.PermissionSetArn, out _);
        return ended.Status switch
        {
            IdentityCenterRequestStatus.Succeeded => ChangeStatus.Created,
            IdentityCenterRequestStatus.InProgress => ChangeStatus.Requested,
            _ => throw new ClientAccessException(ClientAccessError.AssignmentFailed, $"Identity Center did not assign '{scope.SetName}' to {principal}: {ended.FailureReason ?? "it gives no reason"}. Nothing was granted."),
        };
    }

    private async Task<ChangeStatus> UnassignAsync(ClientAccessRequest request, Scope scope, AccountAssignment assignment, string principal, IActivity activity, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        IdentityCenterRequest ended;
        try
        {
            ended = await RunAsync(center, center.DeleteAssignmentAsync, request, assignment, $"Revoking {scope.SetName}", activity, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ResourceNotFound)
        {
            return ChangeStatus.Unchanged;
        }
        finally
        {
            _assignments.TryRemove(assignment.PermissionSetArn, out _);
        }
        return ended.Status switch
        {
            IdentityCenterRequestStatus.Succeeded => ChangeStatus.Removed,
            IdentityCenterRequestStatus.InProgress => ChangeStatus.Requested,
            _ => throw new ClientAccessException(ClientAccessError.AssignmentFailed, $"Identity Center did not take '{scope.SetName}' from {principal}: {ended.FailureReason ?? "it gives no reason"}. The access still stands."),
        };
    }

    private Task<IdentityCenterRequest> RunAsync(
        IIdentityCenter center,
        Func<AccountAssignment, CancellationToken, Task<IdentityCenterRequest>> start,
        ClientAccessRequest request,
        AccountAssignment assignment,
        string doing,
        IActivity activity,
        CancellationToken cancellation) =>
        AssignmentGate.RunAsync(
            provider.Configuration.InstanceArn,
            async () =>
            {
                IdentityCenterRequest started = await ConflictRetry.RunAsync(token => start(assignment, token), cancellation).ConfigureAwait(false);
                if (!request.Wait) return started;
                activity.Progress(doing, $"Identity Center is working on it ({request.PrincipalName})");
                return await requests.WaitAsync(center, started, cancellation).ConfigureAwait(false);
            },
            cancellation);

    private async Task<Scope> ScopeOfAsync(ClientAccessRequest request, CancellationToken cancellation)
    {
        Inventory inventory = provider.InventoryFile.Read();
        AccessTier tier = inventory.RequireTier(request.Tier);
        string client = inventory.KeyOf(request.Client);
        string? named = request.PermissionSetName is null ? null : NamingConvention.ParsePermissionSetName(request.PermissionSetName);
        PermissionSetState? set = await index.FindAsync(client, tier.Tier, named, cancellation).ConfigureAwait(false);
        var scope = new Scope(client, tier.Tier, set?.Name ?? named ?? inventory.PermissionSetName(client, tier.Tier), set?.Arn);
        return set is not null || request.SetMayBePlanned ? scope : throw NoSuchSet(request, scope);
    }

    private async Task<IReadOnlyList<AccountAssignment>> ListAssignmentsAsync(string permissionSetArn, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        return await _assignments.GetOrAdd(permissionSetArn, static _ => new SharedTask<IReadOnlyList<AccountAssignment>>())
            .GetAsync(token => center.ListAssignmentsAsync(provider.Configuration.HomeAccountId, permissionSetArn, token), cancellation).ConfigureAwait(false);
    }

    private AccountAssignment AssignmentOf(string permissionSetArn, Principal principal) =>
        new(provider.Configuration.HomeAccountId, permissionSetArn, principal.Type, principal.Id);

    private Task RecordAsync(ClientAccessRequest request, Scope scope, Principal principal, CancellationToken cancellation) =>
        provider.InventoryFile.UpdateAsync(inventory => inventory.WithGrant(new InventoryGrant(scope.Client, scope.Tier, principal.Type, principal.Name) { Reason = request.Reason }), cancellation);

    private Task ForgetAsync(Scope scope, Principal principal, CancellationToken cancellation) =>
        provider.InventoryFile.UpdateAsync(inventory => inventory.WithoutGrant(scope.Client, scope.Tier, principal.Type, principal.Name), cancellation);

    private static ClientAccess ToResult(ClientAccessRequest request, Scope scope, Principal principal, ChangeStatus status) => new()
    {
        Client = scope.Client,
        AccountId = request.AccountId,
        Tier = scope.Tier,
        PermissionSetName = scope.SetName,
        PrincipalType = principal.Type,
        PrincipalName = principal.Name,
        PrincipalId = principal.Id,
        Status = status,
    };

    private static string KeyOf(ClientAccessRequest request) =>
        $"{request.PermissionSetName ?? request.Client + request.Tier}/{request.PrincipalType}/{request.PrincipalName}";

    private static string Describe(Principal principal) =>
        $"{(principal.Type == PrincipalType.Group ? "group" : "user")} {Printable.Of(principal.Name)}";

    private static ClientAccessException NoSuchSet(ClientAccessRequest request, Scope scope) =>
        new(ClientAccessError.PermissionSetNotFound, $"Identity Center has no permission set '{scope.SetName}'.")
        {
            RecommendedAction = $"To make it, type: New-ClientPermissionSet {request.Client} -Tier {request.Tier}",
        };

    private sealed record Scope(string Client, string Tier, string SetName, string? SetArn);
}
