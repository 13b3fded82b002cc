using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.IdentityStore;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>
/// The organization's Identity Center. What it accepts it carries out later, one role update at a time per account
/// (https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html).
/// </summary>
internal sealed class IdentityCenterInstance(Cloud cloud, UserDirectory directory, Organization organization, string adminAccountId, TimeSpan provisioningDelay, IdentityCenterQuotas quotas, string providerSuffix)
{
    private readonly Dictionary<string, PermissionSet> _sets = [];
    private readonly Dictionary<string, PermissionSet> _setsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AssignmentKey>> _byPrincipal = [];
    private readonly Dictionary<string, AsyncRequest> _requests = [];
    private readonly List<AsyncRequest> _requestsInOrder = [];
    private readonly List<AsyncRequest> _outstanding = [];
    private readonly Dictionary<string, DateTimeOffset> _accountBusyUntil = [];
    private readonly RoleProvisioner _roles = new(cloud, quotas) { ProviderSuffix = providerSuffix };

    public IdentityCenterQuotas Quotas { get; } = quotas;
    public required string Arn { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public string AdminAccountId { get; } = adminAccountId;
    public Organization Organization { get; } = organization;
    public UserDirectory Directory { get; } = directory;
    public IReadOnlyCollection<PermissionSet> PermissionSets => _sets.Values;
    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>What tells the instance's SAML provider from others in an account.</summary>
    public string ProviderSuffix => _roles.ProviderSuffix;

    /// <summary>Every accepted request, oldest first.</summary>
    public IReadOnlyList<AsyncRequest> AllRequests => _requestsInOrder;

    /// <summary>Told when a principal's access through a set in an account begins or ends.</summary>
    public Action<AssignmentKey>? AccessChanged { get; set; }

    /// <summary>When the next outstanding request is due, or null when none is outstanding.</summary>
    public DateTimeOffset? NextDue => _outstanding.Count == 0 ? null : _outstanding.Min(static request => request.Due);

    /// <summary>Whether the account administers the instance: the management account, or the one it has delegated to.</summary>
    public bool IsAdministeredFrom(string accountId) => accountId == AdminAccountId || accountId == Organization.ManagementAccountId;

    public PermissionSet? Find(string arn) => _sets.GetValueOrDefault(arn);

    public PermissionSet? FindByName(string name) => _setsByName.GetValueOrDefault(name);

    public void Add(PermissionSet set)
    {
        _sets.Add(set.Arn, set);
        _setsByName.Add(set.Name, set);
    }

    public void Remove(PermissionSet set)
    {
        if (set.Accounts.Count > 0 || _outstanding.Any(request => request.PermissionSet == set))
            throw new ServiceError("ConflictException", "Could not delete because PermissionSet has ApplicationProfile associated with it.");
        _sets.Remove(set.Arn);
        _setsByName.Remove(set.Name);
    }

    public IReadOnlyList<AssignmentKey> AssignmentsOf(string principalId) => _byPrincipal.GetValueOrDefault(principalId) ?? [];

    public IEnumerable<AssignmentKey> AssignmentsIn(string accountId) => _byPrincipal.Values.SelectMany(static held => held).Where(key => key.AccountId == accountId);

    public bool Stands(AssignmentKey key)
        => Find(key.PermissionSetArn)?.Accounts.GetValueOrDefault(key.AccountId)?.Assignments.Contains(key) == true;

    public bool HasOutstanding(AssignmentKey key) => _outstanding.Any(request => request.Assignment == key);

    /// <summary>The set as provisioned in the account, when the user has it there by itself or through a group.</summary>
    public ProvisionedSet? AccessOf(string userId, string accountId, PermissionSet set)
    {
        if (!set.Accounts.TryGetValue(accountId, out ProvisionedSet? provisioned))
            return null;
        return provisioned.Assignments.Any(key => Directory.UsersBehind(key.PrincipalType, key.PrincipalId).Any(user => user.UserId == userId)) ? provisioned : null;
    }

    public AsyncRequest? FindRequest(string id, AsyncKind kind)
        => _requests.TryGetValue(id, out AsyncRequest? request) && request.Kind == kind ? request : null;

    public IEnumerable<AsyncRequest> Requests(AsyncKind kind) => _requestsInOrder.Where(request => request.Kind == kind).Reverse();

    public AsyncRequest AcceptAssignment(AsyncKind kind, PermissionSet set, AssignmentKey key)
    {
        if (kind == AsyncKind.Creation && _outstanding.Count(static request => request.Kind == AsyncKind.Creation) >= IdentityCenterQuotas.OutstandingAssignments)
            throw TooManyOutstanding();
        if (_outstanding.Any(request => request.Assignment == key && request.Kind != kind))
            throw new ServiceError("ConflictException", "There is a conflicting operation in process.");
        return Accept(kind, set, key, key.AccountId);
    }

    public AsyncRequest AcceptProvisioning(PermissionSet set, string? accountId)
        => _outstanding.Count(static request => request.Kind == AsyncKind.Provisioning) < Quotas.Provisionings
            ? Accept(AsyncKind.Provisioning, set, null, accountId)
            : throw TooManyOutstanding();

    /// <summary>Has a set stand where it stood when it was saved.</summary>
    public void Stand(PermissionSet set, string accountId, ProvisionedSet provisioned)
    {
        set.Accounts.Add(accountId, provisioned);
        foreach (AssignmentKey key in provisioned.Assignments)
            Hold(key);
    }

    /// <summary>Takes back a request that was saved.</summary>
    public void TakeBack(AsyncRequest request)
    {
        Keep(request);
        IEnumerable<string> busy = request.Status != AsyncRequest.InProgress ? [] : request.AccountId is { } account ? [account] : request.PermissionSet.Accounts.Keys;
        foreach (string id in busy)
            _accountBusyUntil[id] = request.Due;
    }

    /// <summary>Carries out what is due.</summary>
    public void Settle()
    {
        DateTimeOffset now = cloud.Now;
        foreach (AsyncRequest request in _outstanding.Where(request => request.Due <= now).OrderBy(static request => request.Due).ToList())
        {
            _outstanding.Remove(request);
            try
            {
                CarryOut(request);
                request.Status = "SUCCEEDED";
            }
            catch (ProvisioningFailure failure)
            {
                request.Status = "FAILED";
                request.FailureReason = failure.Message;
            }
        }
    }

    private static ServiceError TooManyOutstanding() => new("ThrottlingException", "There are too many requests processing. Please try again later.");

    private AsyncRequest Accept(AsyncKind kind, PermissionSet set, AssignmentKey? key, string? accountId)
    {
        DateTimeOffset due = cloud.Now + provisioningDelay;
        foreach (string account in accountId is null ? set.Accounts.Keys : (IEnumerable<string>)[accountId])
        {
            DateTimeOffset free = _accountBusyUntil.GetValueOrDefault(account);
            due = free + provisioningDelay > due ? free + provisioningDelay : due;
            _accountBusyUntil[account] = due;
        }
        AsyncRequest request = new(RandomNames.Guid(), kind, set, key, accountId, cloud.Now, due);
        Keep(request);
        return request;
    }

    private void Keep(AsyncRequest request)
    {
        _requests.Add(request.Id, request);
        _requestsInOrder.Add(request);
        if (request.Status == AsyncRequest.InProgress)
            _outstanding.Add(request);
    }

    private void CarryOut(AsyncRequest request)
    {
        switch (request.Kind)
        {
            case AsyncKind.Creation:
                Assign(request.PermissionSet, request.Assignment!);
                break;
            case AsyncKind.Deletion:
                Unassign(request.PermissionSet, request.Assignment!);
                break;
            default:
                Provision(request.PermissionSet, request.AccountId);
                break;
        }
    }

    private void Assign(PermissionSet set, AssignmentKey key)
    {
        bool principalExists = key.PrincipalType == "USER" ? Directory.FindUser(key.PrincipalId) is not null : Directory.FindGroup(key.PrincipalId) is not null;
        if (!principalExists)
            throw new ProvisioningFailure($"Received a 404 status error: {key.PrincipalType} not found.");
        AwsAccount account = cloud.Accounts.GetValueOrDefault(key.AccountId) is { Organization: { } organization } member && organization == Organization
            ? member
            : throw new ProvisioningFailure($"Received a 404 status error: Account {key.AccountId} is not a member of the organization.");
        if (!set.Accounts.TryGetValue(key.AccountId, out ProvisionedSet? provisioned))
            set.Accounts.Add(key.AccountId, provisioned = _roles.Create(set, account));
        if (provisioned.Assignments.Contains(key))
            return;
        provisioned.Assignments.Add(key);
        Hold(key);
        AccessChanged?.Invoke(key);
    }

    private void Hold(AssignmentKey key)
    {
        if (!_byPrincipal.TryGetValue(key.PrincipalId, out List<AssignmentKey>? held))
            _byPrincipal.Add(key.PrincipalId, held = []);
        held.Add(key);
    }

    private void Unassign(PermissionSet set, AssignmentKey key)
    {
        if (!set.Accounts.TryGetValue(key.AccountId, out ProvisionedSet? provisioned) || !provisioned.Assignments.Remove(key))
            throw new ProvisioningFailure("Received a 404 status error: Assignment not found.");
        _byPrincipal[key.PrincipalId].Remove(key);
        if (provisioned.Assignments.Count == 0)
        {
            set.Accounts.Remove(key.AccountId);
            RoleProvisioner.Delete(provisioned, cloud.Accounts[key.AccountId]);
        }
        AccessChanged?.Invoke(key);
    }

    private void Provision(PermissionSet set, string? accountId)
    {
        if (accountId is not null && !set.Accounts.ContainsKey(accountId))
            throw new ProvisioningFailure("Received a 404 status error: Assignment not found.");
        foreach ((string id, ProvisionedSet provisioned) in set.Accounts.Where(pair => accountId is null || pair.Key == accountId))
            RoleProvisioner.Update(set, provisioned, cloud.Accounts[id]);
    }
}
