using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>Who is assigned permission sets on accounts; assigns and unassigns. What was read is kept for the command until the command changes it.</summary>
internal sealed class AccountAssignments(Provider provider, IdentityCenterRequests requests)
{
    private readonly ConcurrentDictionary<(string AccountId, string PermissionSetArn), SharedTask<IReadOnlyList<AccountAssignment>>> _read = new();
    private readonly ConcurrentDictionary<string, SharedTask<IReadOnlyList<string>>> _accounts = new(StringComparer.Ordinal);

    /// <summary>The assignments of a set on the home account.</summary>
    public Task<IReadOnlyList<AccountAssignment>> ListAsync(string permissionSetArn, CancellationToken cancellation) =>
        ListAsync(provider.Configuration.HomeAccountId, permissionSetArn, cancellation);

    /// <summary>The assignments of a set on every account in which it stands.</summary>
    public async Task<IReadOnlyList<AccountAssignment>> ListEverywhereAsync(string permissionSetArn, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        var all = new List<AccountAssignment>();
        IReadOnlyList<string> accounts = await _accounts.GetOrAdd(permissionSetArn, static _ => new SharedTask<IReadOnlyList<string>>())
            .GetAsync(token => center.ListProvisionedAccountsAsync(permissionSetArn, token), cancellation).ConfigureAwait(false);
        foreach (string account in accounts)
            all.AddRange(await ListAsync(account, permissionSetArn, cancellation).ConfigureAwait(false));
        return all;
    }

    /// <returns>Created; Requested where it was not waited for.</returns>
    /// <exception cref="ClientAccessException">AssignmentFailed, with AWS's reason.</exception>
    public async Task<ChangeStatus> CreateAsync(Grant grant, bool wait, IActivity activity, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        IdentityCenterRequest ended = await RunAsync(center, center.CreateAssignmentAsync, grant, wait, $"Granting {grant.Set.Name}", activity, cancellation).ConfigureAwait(false);
        return ended.Status switch
        {
            IdentityCenterRequestStatus.Succeeded => ChangeStatus.Created,
            IdentityCenterRequestStatus.InProgress => ChangeStatus.Requested,
            _ => throw new ClientAccessException(ClientAccessError.AssignmentFailed, $"Identity Center did not assign '{grant.Set.Name}' to {grant.Who}: {ended.FailureReason ?? "it gives no reason"}. Nothing was granted."),
        };
    }

    /// <returns>Removed; Unchanged where it was gone already; Requested where it was not waited for.</returns>
    /// <exception cref="ClientAccessException">AssignmentFailed, with AWS's reason.</exception>
    public async Task<ChangeStatus> DeleteAsync(Grant grant, bool wait, IActivity activity, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        IdentityCenterRequest ended;
        try
        {
            ended = await RunAsync(center, center.DeleteAssignmentAsync, grant, wait, $"Revoking {grant.Set.Name}", activity, cancellation).ConfigureAwait(false);
        }
        catch (ClientAccessException e) when (e.Error == ClientAccessError.ResourceNotFound)
        {
            return ChangeStatus.Unchanged;
        }
        return ended.Status switch
        {
            IdentityCenterRequestStatus.Succeeded => ChangeStatus.Removed,
            IdentityCenterRequestStatus.InProgress => ChangeStatus.Requested,
            _ => throw new ClientAccessException(ClientAccessError.AssignmentFailed, $"Identity Center did not take '{grant.Set.Name}' from {grant.Who}: {ended.FailureReason ?? "it gives no reason"}. The access still stands."),
        };
    }

    private async Task<IReadOnlyList<AccountAssignment>> ListAsync(string accountId, string permissionSetArn, CancellationToken cancellation)
    {
        IIdentityCenter center = await provider.ConnectIdentityCenterAsync(cancellation).ConfigureAwait(false);
        return await _read.GetOrAdd((accountId, permissionSetArn), static _ => new SharedTask<IReadOnlyList<AccountAssignment>>())
            .GetAsync(token => center.ListAssignmentsAsync(accountId, permissionSetArn, token), cancellation).ConfigureAwait(false);
    }

    private async Task<IdentityCenterRequest> RunAsync(
        IIdentityCenter center,
        Func<AccountAssignment, CancellationToken, Task<IdentityCenterRequest>> start,
        Grant grant,
        bool wait,
        string doing,
        IActivity activity,
        CancellationToken cancellation)
    {
        try
        {
            return await AssignmentGate.RunAsync(
                provider.Configuration.InstanceArn,
                async () =>
                {
                    IdentityCenterRequest started = await ConflictRetry.RunAsync(token => start(grant.Assignment, token), cancellation).ConfigureAwait(false);
                    if (!wait) return started;
                    activity.Progress(doing, $"Identity Center is working on it ({grant.Principal.Name})");
                    return await requests.WaitAsync(center, started, cancellation).ConfigureAwait(false);
                },
                cancellation).ConfigureAwait(false);
        }
        finally
        {
            _read.TryRemove((grant.Assignment.AccountId, grant.Assignment.PermissionSetArn), out _);
            _accounts.TryRemove(grant.Assignment.PermissionSetArn, out _);
        }
    }
}
