using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CrossAccess.Core.Tests;

/// <summary>One Identity Center instance, in memory. Its own work ends at once, or when the test says so.</summary>
/// <param name="hasPolicy">Whether an account has a managed policy of its own of that name.</param>
internal sealed class FakeIdentityCenter(RequestLog log, FakeIdentityStore directory, Func<string, string, bool> hasPolicy) : IIdentityCenter
{
    private readonly ConcurrentDictionary<string, FakePermissionSet> _sets = new();
    private readonly ConcurrentDictionary<string, IdentityCenterRequest> _requests = new();
    private int _numbered;

    public const string InstanceArn = "arn:aws:sso:::instance/ssoins-1111111111111111";

    public List<AccountAssignment> Assignments { get; } = [];

    /// <summary>While true, accepted requests stay in progress until <see cref="Finish"/>.</summary>
    public bool HoldsRequests { get; set; }

    /// <summary>Why every request from now on fails; null: they succeed.</summary>
    public string? FailureReason { get; set; }

    public IReadOnlyList<string> RequestIds => [.. _requests.Keys.Order(StringComparer.Ordinal)];

    public FakePermissionSet Named(string name) => _sets.Values.Single(set => set.State.Name == name);

    public bool Has(string name) => _sets.Values.Any(set => set.State.Name == name);

    /// <summary>Puts a set there as somebody else would have.</summary>
    public FakePermissionSet Add(string name, string? inlinePolicy = null, TimeSpan? sessionDuration = null)
    {
        string arn = $"arn:aws:sso:::permissionSet/ssoins-1111111111111111/ps-{Interlocked.Increment(ref _numbered):x16}";
        return _sets[arn] = new FakePermissionSet(new PermissionSetState(arn, name, "as it was", sessionDuration ?? TimeSpan.FromHours(1), null)) { InlinePolicy = inlinePolicy };
    }

    /// <summary>The roles in an account that stand for sets which have brought a policy of that name with them.</summary>
    public IEnumerable<string> RoleNamesWith(string accountId, string policyName) =>
        _sets.Values.Where(set => set.InForce.GetValueOrDefault(accountId)?.Contains(policyName) == true).Select(set => $"AWSReservedSSO_{set.State.Name}_0123456789abcdef");

    /// <summary>Ends a request that is in progress.</summary>
    public void Finish(string requestId, string? failureReason = null) =>
        _requests[requestId] = _requests[requestId] with { Status = failureReason is null ? IdentityCenterRequestStatus.Succeeded : IdentityCenterRequestStatus.Failed, FailureReason = failureReason };

    public async IAsyncEnumerable<string> ListPermissionSetArnsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await log.SendAsync("sso:ListPermissionSets", cancellation);
        foreach (string arn in _sets.Keys) yield return arn;
    }

    public async Task<IReadOnlyList<string>> ListProvisionedPermissionSetsAsync(string accountId, CancellationToken cancellation)
    {
        string[] provisioned = [.. _sets.Values.Where(set => set.Provisioned.ContainsKey(accountId)).Select(set => set.State.Arn)];
        // A page has a hundred.
        for (int page = 0; page == 0 || page * 100 < provisioned.Length; page++) await log.SendAsync("sso:ListPermissionSetsProvisionedToAccount", cancellation);
        return provisioned;
    }

    public async Task<PermissionSetState?> FindPermissionSetAsync(string permissionSetArn, CancellationToken cancellation)
    {
        await log.SendAsync("sso:DescribePermissionSet", cancellation);
        return _sets.GetValueOrDefault(permissionSetArn)?.State;
    }

    public async Task<PermissionSetState> CreatePermissionSetAsync(NewPermissionSet permissionSet, CancellationToken cancellation)
    {
        await log.SendAsync("sso:CreatePermissionSet", cancellation);
        if (Has(permissionSet.Name)) throw new ClientAccessException(ClientAccessError.ChangeInProgress, $"PermissionSet with name {permissionSet.Name} already exists.");
        FakePermissionSet added = Add(permissionSet.Name, sessionDuration: permissionSet.SessionDuration);
        added.State = added.State with { Description = permissionSet.Description };
        foreach ((string key, string value) in permissionSet.Tags) added.Tags[key] = value;
        return added.State;
    }

    public Task UpdatePermissionSetAsync(string permissionSetArn, string? description, TimeSpan sessionDuration, string? relayState, CancellationToken cancellation) =>
        ChangeAsync("sso:UpdatePermissionSet", permissionSetArn, set => set.State = set.State with { Description = description, SessionDuration = sessionDuration, RelayState = relayState }, cancellation);

    public async Task DeletePermissionSetAsync(string permissionSetArn, CancellationToken cancellation)
    {
        await log.SendAsync("sso:DeletePermissionSet", cancellation);
        _sets.TryRemove(permissionSetArn, out _);
    }

    public async Task<string?> FindInlinePolicyAsync(string permissionSetArn, CancellationToken cancellation)
    {
        await log.SendAsync("sso:GetInlinePolicyForPermissionSet", cancellation);
        return _sets[permissionSetArn].InlinePolicy;
    }

    public Task PutInlinePolicyAsync(string permissionSetArn, string document, CancellationToken cancellation) =>
        ChangeAsync("sso:PutInlinePolicyToPermissionSet", permissionSetArn, set => set.InlinePolicy = document, cancellation);

    public async Task<IReadOnlyDictionary<string, string>> ListTagsAsync(string permissionSetArn, CancellationToken cancellation)
    {
        await log.SendAsync("sso:ListTagsForResource", cancellation);
        return _sets[permissionSetArn].Tags;
    }

    public async Task TagAsync(string permissionSetArn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation)
    {
        await log.SendAsync("sso:TagResource", cancellation);
        foreach ((string key, string value) in tags) _sets[permissionSetArn].Tags[key] = value;
    }

    public async Task<IReadOnlyList<string>> ListProvisionedAccountsAsync(string permissionSetArn, CancellationToken cancellation)
    {
        await log.SendAsync("sso:ListAccountsForProvisionedPermissionSet", cancellation);
        return [.. _sets[permissionSetArn].Provisioned.Keys];
    }

    public async Task<IReadOnlyList<string>> ListOutdatedAccountsAsync(string permissionSetArn, CancellationToken cancellation)
    {
        await log.SendAsync("sso:ListAccountsForProvisionedPermissionSet outdated", cancellation);
        return [.. _sets[permissionSetArn].Provisioned.Where(pair => pair.Value).Select(pair => pair.Key)];
    }

    public async Task<IReadOnlyList<string>> ListOutdatedPermissionSetsAsync(string accountId, CancellationToken cancellation)
    {
        await log.SendAsync("sso:ListPermissionSetsProvisionedToAccount outdated", cancellation);
        return [.. _sets.Where(pair => pair.Value.Provisioned.GetValueOrDefault(accountId)).Select(pair => pair.Key)];
    }

    public async Task<IReadOnlyList<string>> ListManagedPolicyArnsAsync(string permissionSetArn, CancellationToken cancellation)
    {
        await log.SendAsync("sso:ListManagedPoliciesInPermissionSet", cancellation);
        return [.. _sets[permissionSetArn].Managed];
    }

    public async Task<IReadOnlyList<string>> ListCustomerManagedPolicyNamesAsync(string permissionSetArn, CancellationToken cancellation)
    {
        await log.SendAsync("sso:ListCustomerManagedPolicyReferencesInPermissionSet", cancellation);
        return [.. _sets[permissionSetArn].CustomerManaged];
    }

    public async Task AttachCustomerManagedPolicyAsync(string permissionSetArn, string policyName, CancellationToken cancellation)
    {
        const string operation = "sso:AttachCustomerManagedPolicyReferenceToPermissionSet";
        if (_sets[permissionSetArn].CustomerManaged.Contains(policyName)) await log.SendAsync(operation, cancellation);
        else await ChangeAsync(operation, permissionSetArn, set => set.CustomerManaged.Add(policyName), cancellation);
    }

    public async Task<IdentityCenterRequest> ProvisionAsync(string permissionSetArn, CancellationToken cancellation)
    {
        await log.SendAsync("sso:ProvisionPermissionSet", cancellation);
        FakePermissionSet set = _sets[permissionSetArn];
        string[] accounts = [.. set.Provisioned.Keys];
        IdentityCenterRequest request = Accept(IdentityCenterRequestKind.Provisioning, set, accounts);
        if (request.Status != IdentityCenterRequestStatus.Failed)
            foreach (string account in accounts) BringTo(account, set);
        return request;
    }

    public async Task<IReadOnlyList<AccountAssignment>> ListAssignmentsAsync(string accountId, string permissionSetArn, CancellationToken cancellation)
    {
        await log.SendAsync("sso:ListAccountAssignments", cancellation);
        lock (Assignments) return [.. Assignments.Where(assignment => assignment.AccountId == accountId && assignment.PermissionSetArn == permissionSetArn)];
    }

    public async Task<IReadOnlyList<AccountAssignment>> ListAssignmentsOfPrincipalAsync(PrincipalType type, string principalId, string accountId, CancellationToken cancellation)
    {
        await log.SendAsync("sso:ListAccountAssignmentsForPrincipal", cancellation);
        HashSet<(PrincipalType, string)> holders = [(type, principalId)];
        if (type == PrincipalType.User) holders.UnionWith(directory.GroupIdsOf(principalId).Select(id => (PrincipalType.Group, id)));
        lock (Assignments) return [.. Assignments.Where(assignment => assignment.AccountId == accountId && holders.Contains((assignment.PrincipalType, assignment.PrincipalId)))];
    }

    public async Task<IdentityCenterRequest> CreateAssignmentAsync(AccountAssignment assignment, CancellationToken cancellation)
    {
        await log.SendAsync("sso:CreateAccountAssignment", cancellation);
        FakePermissionSet set = _sets[assignment.PermissionSetArn];
        bool isNew = !set.Provisioned.ContainsKey(assignment.AccountId);
        IdentityCenterRequest request = Accept(IdentityCenterRequestKind.AssignmentCreation, set, isNew ? [assignment.AccountId] : []);
        if (request.Status != IdentityCenterRequestStatus.Failed)
        {
            lock (Assignments) Assignments.Add(assignment);
            if (isNew) BringTo(assignment.AccountId, set);
        }
        return request;
    }

    public async Task<IdentityCenterRequest> DeleteAssignmentAsync(AccountAssignment assignment, CancellationToken cancellation)
    {
        await log.SendAsync("sso:DeleteAccountAssignment", cancellation);
        IdentityCenterRequest request = Accept(IdentityCenterRequestKind.AssignmentDeletion);
        if (request.Status != IdentityCenterRequestStatus.Failed) lock (Assignments) Assignments.Remove(assignment);
        return request;
    }

    public async Task<IdentityCenterRequest> DescribeRequestAsync(IdentityCenterRequest request, CancellationToken cancellation)
    {
        await log.SendAsync("sso:Describe " + request.RequestId, cancellation);
        return _requests[request.RequestId];
    }

    public async Task<IReadOnlyList<IdentityCenterRequest>> ListRequestsInProgressAsync(IdentityCenterRequestKind kind, CancellationToken cancellation)
    {
        await log.SendAsync("sso:List " + kind, cancellation);
        return [.. _requests.Values.Where(request => request.Kind == kind && request.Status == IdentityCenterRequestStatus.InProgress)];
    }

    // AWS fails a request that would bring a set to an account which lacks a policy that the set refers to.
    private IdentityCenterRequest Accept(IdentityCenterRequestKind kind, FakePermissionSet set, IEnumerable<string> accounts)
    {
        IdentityCenterRequest request = Accept(kind);
        string? missing = accounts.SelectMany(account => set.CustomerManaged.Where(name => !hasPolicy(account, name)).Select(name => $"Policy {name} does not exist in {account}.")).FirstOrDefault();
        return missing is null || request.Status == IdentityCenterRequestStatus.Failed
            ? request
            : _requests[request.RequestId] = request with { Status = IdentityCenterRequestStatus.Failed, FailureReason = missing };
    }

    private static void BringTo(string accountId, FakePermissionSet set)
    {
        set.Provisioned[accountId] = false;
        set.InForce[accountId] = [.. set.CustomerManaged];
    }

    private IdentityCenterRequest Accept(IdentityCenterRequestKind kind)
    {
        IdentityCenterRequestStatus status = HoldsRequests ? IdentityCenterRequestStatus.InProgress
            : FailureReason is null ? IdentityCenterRequestStatus.Succeeded : IdentityCenterRequestStatus.Failed;
        var request = new IdentityCenterRequest(kind, $"request-{Interlocked.Increment(ref _numbered):D4}", status, FailureReason);
        return _requests[request.RequestId] = request;
    }

    private async Task ChangeAsync(string operation, string permissionSetArn, Action<FakePermissionSet> change, CancellationToken cancellation)
    {
        await log.SendAsync(operation, cancellation);
        FakePermissionSet set = _sets[permissionSetArn];
        change(set);
        // What an account has stays as it was until the set is provisioned again.
        foreach (string account in set.Provisioned.Keys.ToArray()) set.Provisioned[account] = true;
    }
}
