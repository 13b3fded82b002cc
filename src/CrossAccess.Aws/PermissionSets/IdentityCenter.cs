using System.Xml;
using Amazon.SSOAdmin;
using Amazon.SSOAdmin.Model;

namespace CrossAccess.Aws;

/// <summary>
/// One Identity Center instance's permission sets and account assignments.
/// See <see href="https://docs.aws.amazon.com/singlesignon/latest/APIReference/welcome.html"/>.
/// </summary>
internal sealed class IdentityCenter(AmazonSSOAdminClient client, string instanceArn, AwsCalls calls, RequestLimiter limiter) : IIdentityCenter
{
    private const int PageSize = 100;

    /// <summary>Where a policy is that names no path.</summary>
    private const string PolicyPath = "/";

    public IAsyncEnumerable<string> ListPermissionSetArnsAsync(CancellationToken cancellation) => Pages.ReadAsync<string>(
        async (token, stop) =>
        {
            var request = new ListPermissionSetsRequest { InstanceArn = instanceArn, MaxResults = PageSize, NextToken = token };
            ListPermissionSetsResponse page = await CallAsync("sso:ListPermissionSets", () => client.ListPermissionSetsAsync(request, stop), stop);
            return (page.PermissionSets, page.NextToken);
        },
        cancellation);

    public async Task<PermissionSetState?> FindPermissionSetAsync(string permissionSetArn, CancellationToken cancellation)
    {
        await limiter.WaitAsync(cancellation);
        var request = new DescribePermissionSetRequest { InstanceArn = instanceArn, PermissionSetArn = permissionSetArn };
        DescribePermissionSetResponse? found = await calls.FindAsync("sso:DescribePermissionSet", () => client.DescribePermissionSetAsync(request, cancellation), cancellation);
        return found?.PermissionSet is { } permissionSet ? StateOf(permissionSet) : null;
    }

    public async Task<PermissionSetState> CreatePermissionSetAsync(NewPermissionSet permissionSet, CancellationToken cancellation)
    {
        var request = new CreatePermissionSetRequest
        {
            InstanceArn = instanceArn,
            Name = permissionSet.Name,
            Description = NullIfEmpty(permissionSet.Description),
            SessionDuration = XmlConvert.ToString(permissionSet.SessionDuration),
            Tags = permissionSet.Tags.Count == 0 ? null : TagsOf(permissionSet.Tags),
        };
        CreatePermissionSetResponse created = await CallAsync("sso:CreatePermissionSet", () => client.CreatePermissionSetAsync(request, cancellation), cancellation, $"'{permissionSet.Name}'");
        return StateOf(created.PermissionSet!);
    }

    public Task UpdatePermissionSetAsync(string permissionSetArn, string? description, TimeSpan sessionDuration, string? relayState, CancellationToken cancellation)
    {
        var request = new UpdatePermissionSetRequest
        {
            InstanceArn = instanceArn,
            PermissionSetArn = permissionSetArn,
            Description = NullIfEmpty(description),
            SessionDuration = XmlConvert.ToString(sessionDuration),
            RelayState = NullIfEmpty(relayState),
        };
        return CallAsync("sso:UpdatePermissionSet", () => client.UpdatePermissionSetAsync(request, cancellation), cancellation, permissionSetArn);
    }

    public Task DeletePermissionSetAsync(string permissionSetArn, CancellationToken cancellation)
    {
        var request = new DeletePermissionSetRequest { InstanceArn = instanceArn, PermissionSetArn = permissionSetArn };
        return CallAsync("sso:DeletePermissionSet", () => client.DeletePermissionSetAsync(request, cancellation), cancellation, permissionSetArn);
    }

    public async Task<string?> FindInlinePolicyAsync(string permissionSetArn, CancellationToken cancellation)
    {
        var request = new GetInlinePolicyForPermissionSetRequest { InstanceArn = instanceArn, PermissionSetArn = permissionSetArn };
        GetInlinePolicyForPermissionSetResponse found = await CallAsync(
            "sso:GetInlinePolicyForPermissionSet",
            () => client.GetInlinePolicyForPermissionSetAsync(request, cancellation),
            cancellation,
            permissionSetArn);
        return NullIfEmpty(found.InlinePolicy);
    }

    public Task PutInlinePolicyAsync(string permissionSetArn, string document, CancellationToken cancellation)
    {
        var request = new PutInlinePolicyToPermissionSetRequest { InstanceArn = instanceArn, PermissionSetArn = permissionSetArn, InlinePolicy = document };
        return CallAsync("sso:PutInlinePolicyToPermissionSet", () => client.PutInlinePolicyToPermissionSetAsync(request, cancellation), cancellation, permissionSetArn);
    }

    public async Task<IReadOnlyDictionary<string, string>> ListTagsAsync(string permissionSetArn, CancellationToken cancellation)
    {
        IReadOnlyList<Tag> tags = await Pages.ReadAllAsync<Tag>(
            async (token, stop) =>
            {
                var request = new ListTagsForResourceRequest { InstanceArn = instanceArn, ResourceArn = permissionSetArn, NextToken = token };
                ListTagsForResourceResponse page = await CallAsync("sso:ListTagsForResource", () => client.ListTagsForResourceAsync(request, stop), stop, permissionSetArn);
                return (page.Tags, page.NextToken);
            },
            cancellation);
        return tags.ToDictionary(tag => tag.Key!, tag => tag.Value ?? "", StringComparer.Ordinal);
    }

    public Task TagAsync(string permissionSetArn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation)
    {
        var request = new TagResourceRequest { InstanceArn = instanceArn, ResourceArn = permissionSetArn, Tags = TagsOf(tags) };
        return CallAsync("sso:TagResource", () => client.TagResourceAsync(request, cancellation), cancellation, permissionSetArn);
    }

    public Task<IReadOnlyList<string>> ListProvisionedAccountsAsync(string permissionSetArn, CancellationToken cancellation) =>
        ListAccountsAsync(permissionSetArn, status: null, cancellation);

    public Task<IReadOnlyList<string>> ListOutdatedAccountsAsync(string permissionSetArn, CancellationToken cancellation) =>
        ListAccountsAsync(permissionSetArn, ProvisioningStatus.LATEST_PERMISSION_SET_NOT_PROVISIONED, cancellation);

    private Task<IReadOnlyList<string>> ListAccountsAsync(string permissionSetArn, ProvisioningStatus? status, CancellationToken cancellation) => Pages.ReadAllAsync<string>(
        async (token, stop) =>
        {
            var request = new ListAccountsForProvisionedPermissionSetRequest { InstanceArn = instanceArn, PermissionSetArn = permissionSetArn, ProvisioningStatus = status, MaxResults = PageSize, NextToken = token };
            ListAccountsForProvisionedPermissionSetResponse page = await CallAsync(
                "sso:ListAccountsForProvisionedPermissionSet",
                () => client.ListAccountsForProvisionedPermissionSetAsync(request, stop),
                stop,
                permissionSetArn);
            return (page.AccountIds, page.NextToken);
        },
        cancellation);

    public Task<IReadOnlyList<string>> ListProvisionedPermissionSetsAsync(string accountId, CancellationToken cancellation) =>
        ListPermissionSetsAsync(accountId, status: null, cancellation);

    public Task<IReadOnlyList<string>> ListOutdatedPermissionSetsAsync(string accountId, CancellationToken cancellation) =>
        ListPermissionSetsAsync(accountId, ProvisioningStatus.LATEST_PERMISSION_SET_NOT_PROVISIONED, cancellation);

    private Task<IReadOnlyList<string>> ListPermissionSetsAsync(string accountId, ProvisioningStatus? status, CancellationToken cancellation) => Pages.ReadAllAsync<string>(
        async (token, stop) =>
        {
            var request = new ListPermissionSetsProvisionedToAccountRequest
            {
                InstanceArn = instanceArn,
                AccountId = accountId,
                ProvisioningStatus = status,
                MaxResults = PageSize,
                NextToken = token,
            };
            ListPermissionSetsProvisionedToAccountResponse page = await CallAsync(
                "sso:ListPermissionSetsProvisionedToAccount",
                () => client.ListPermissionSetsProvisionedToAccountAsync(request, stop),
                stop,
                accountId);
            return (page.PermissionSets, page.NextToken);
        },
        cancellation);

    public Task<IReadOnlyList<string>> ListManagedPolicyArnsAsync(string permissionSetArn, CancellationToken cancellation) => Pages.ReadAllAsync<string>(
        async (token, stop) =>
        {
            var request = new ListManagedPoliciesInPermissionSetRequest { InstanceArn = instanceArn, PermissionSetArn = permissionSetArn, MaxResults = PageSize, NextToken = token };
            ListManagedPoliciesInPermissionSetResponse page = await CallAsync(
                "sso:ListManagedPoliciesInPermissionSet",
                () => client.ListManagedPoliciesInPermissionSetAsync(request, stop),
                stop,
                permissionSetArn);
            return (page.AttachedManagedPolicies?.Select(policy => policy.Arn!), page.NextToken);
        },
        cancellation);

    public async Task<IReadOnlyList<string>> ListCustomerManagedPolicyNamesAsync(string permissionSetArn, CancellationToken cancellation)
    {
        IReadOnlyList<CustomerManagedPolicyReference> references = await Pages.ReadAllAsync<CustomerManagedPolicyReference>(
            async (token, stop) =>
            {
                var request = new ListCustomerManagedPolicyReferencesInPermissionSetRequest { InstanceArn = instanceArn, PermissionSetArn = permissionSetArn, MaxResults = PageSize, NextToken = token };
                ListCustomerManagedPolicyReferencesInPermissionSetResponse page = await CallAsync(
                    "sso:ListCustomerManagedPolicyReferencesInPermissionSet",
                    () => client.ListCustomerManagedPolicyReferencesInPermissionSetAsync(request, stop),
                    stop,
                    permissionSetArn);
                return (page.CustomerManagedPolicyReferences, page.NextToken);
            },
            cancellation);
        return [.. references.Where(reference => (reference.Path ?? PolicyPath) == PolicyPath).Select(reference => reference.Name!)];
    }

    public async Task AttachCustomerManagedPolicyAsync(string permissionSetArn, string policyName, CancellationToken cancellation)
    {
        var request = new AttachCustomerManagedPolicyReferenceToPermissionSetRequest { InstanceArn = instanceArn, PermissionSetArn = permissionSetArn, CustomerManagedPolicyReference = new() { Name = policyName, Path = PolicyPath } };
        try
        {
            await CallAsync(
                "sso:AttachCustomerManagedPolicyReferenceToPermissionSet",
                () => client.AttachCustomerManagedPolicyReferenceToPermissionSetAsync(request, cancellation),
                cancellation,
                $"{permissionSetArn}, {policyName}");
        }
        catch (ClientAccessException conflict) when (conflict.Error == ClientAccessError.ChangeInProgress)
        {
            // One error stands for a reference that is there already and for a change that is under way; only its words differ.
            IReadOnlyList<string> attached = await ListCustomerManagedPolicyNamesAsync(permissionSetArn, cancellation);
            if (!attached.Contains(policyName, StringComparer.Ordinal)) throw;
        }
    }

    public async Task<IdentityCenterRequest> ProvisionAsync(string permissionSetArn, CancellationToken cancellation)
    {
        var request = new ProvisionPermissionSetRequest
        {
            InstanceArn = instanceArn,
            PermissionSetArn = permissionSetArn,
            TargetType = ProvisionTargetType.ALL_PROVISIONED_ACCOUNTS,
        };
        ProvisionPermissionSetResponse accepted = await CallAsync("sso:ProvisionPermissionSet", () => client.ProvisionPermissionSetAsync(request, cancellation), cancellation, permissionSetArn);
        return RequestOf(accepted.PermissionSetProvisioningStatus!);
    }

    public Task<IReadOnlyList<AccountAssignment>> ListAssignmentsAsync(string accountId, string permissionSetArn, CancellationToken cancellation) => Pages.ReadAllAsync<AccountAssignment>(
        async (token, stop) =>
        {
            var request = new ListAccountAssignmentsRequest
            {
                InstanceArn = instanceArn,
                AccountId = accountId,
                PermissionSetArn = permissionSetArn,
                MaxResults = PageSize,
                NextToken = token,
            };
            ListAccountAssignmentsResponse page = await CallAsync("sso:ListAccountAssignments", () => client.ListAccountAssignmentsAsync(request, stop), stop, permissionSetArn);
            return (page.AccountAssignments?.Select(AssignmentOf), page.NextToken);
        },
        cancellation);

    public Task<IReadOnlyList<AccountAssignment>> ListAssignmentsOfPrincipalAsync(PrincipalType type, string principalId, string accountId, CancellationToken cancellation) =>
        Pages.ReadAllAsync<AccountAssignment>(
            async (token, stop) =>
            {
                var request = new ListAccountAssignmentsForPrincipalRequest
                {
                    InstanceArn = instanceArn,
                    PrincipalType = NameOf(type),
                    PrincipalId = principalId,
                    Filter = new ListAccountAssignmentsFilter { AccountId = accountId },
                    MaxResults = PageSize,
                    NextToken = token,
                };
                ListAccountAssignmentsForPrincipalResponse page = await CallAsync(
                    "sso:ListAccountAssignmentsForPrincipal",
                    () => client.ListAccountAssignmentsForPrincipalAsync(request, stop),
                    stop,
                    $"{type} {principalId}, account {accountId}");
                return (page.AccountAssignments?.Select(AssignmentOf), page.NextToken);
            },
            cancellation);

    public async Task<IdentityCenterRequest> CreateAssignmentAsync(AccountAssignment assignment, CancellationToken cancellation)
    {
        var request = new CreateAccountAssignmentRequest
        {
            InstanceArn = instanceArn,
            PermissionSetArn = assignment.PermissionSetArn,
            TargetType = TargetType.AWS_ACCOUNT,
            TargetId = assignment.AccountId,
            PrincipalType = NameOf(assignment.PrincipalType),
            PrincipalId = assignment.PrincipalId,
        };
        CreateAccountAssignmentResponse accepted = await CallAsync("sso:CreateAccountAssignment", () => client.CreateAccountAssignmentAsync(request, cancellation), cancellation, TupleOf(assignment));
        return RequestOf(IdentityCenterRequestKind.AssignmentCreation, accepted.AccountAssignmentCreationStatus!);
    }

    public async Task<IdentityCenterRequest> DeleteAssignmentAsync(AccountAssignment assignment, CancellationToken cancellation)
    {
        var request = new DeleteAccountAssignmentRequest
        {
            InstanceArn = instanceArn,
            PermissionSetArn = assignment.PermissionSetArn,
            TargetType = TargetType.AWS_ACCOUNT,
            TargetId = assignment.AccountId,
            PrincipalType = NameOf(assignment.PrincipalType),
            PrincipalId = assignment.PrincipalId,
        };
        DeleteAccountAssignmentResponse accepted = await CallAsync("sso:DeleteAccountAssignment", () => client.DeleteAccountAssignmentAsync(request, cancellation), cancellation, TupleOf(assignment));
        return RequestOf(IdentityCenterRequestKind.AssignmentDeletion, accepted.AccountAssignmentDeletionStatus!);
    }

    public async Task<IdentityCenterRequest> DescribeRequestAsync(IdentityCenterRequest request, CancellationToken cancellation) => request.Kind switch
    {
        IdentityCenterRequestKind.AssignmentCreation => RequestOf(request.Kind, (await CallAsync(
            "sso:DescribeAccountAssignmentCreationStatus",
            () => client.DescribeAccountAssignmentCreationStatusAsync(new() { InstanceArn = instanceArn, AccountAssignmentCreationRequestId = request.RequestId }, cancellation),
            cancellation,
            request.RequestId)).AccountAssignmentCreationStatus!),
        IdentityCenterRequestKind.AssignmentDeletion => RequestOf(request.Kind, (await CallAsync(
            "sso:DescribeAccountAssignmentDeletionStatus",
            () => client.DescribeAccountAssignmentDeletionStatusAsync(new() { InstanceArn = instanceArn, AccountAssignmentDeletionRequestId = request.RequestId }, cancellation),
            cancellation,
            request.RequestId)).AccountAssignmentDeletionStatus!),
        _ => RequestOf((await CallAsync(
            "sso:DescribePermissionSetProvisioningStatus",
            () => client.DescribePermissionSetProvisioningStatusAsync(new() { InstanceArn = instanceArn, ProvisionPermissionSetRequestId = request.RequestId }, cancellation),
            cancellation,
            request.RequestId)).PermissionSetProvisioningStatus!),
    };

    public Task<IReadOnlyList<IdentityCenterRequest>> ListRequestsInProgressAsync(IdentityCenterRequestKind kind, CancellationToken cancellation) =>
        Pages.ReadAllAsync<IdentityCenterRequest>((token, stop) => kind switch
        {
            IdentityCenterRequestKind.AssignmentCreation => ListCreationsAsync(token, stop),
            IdentityCenterRequestKind.AssignmentDeletion => ListDeletionsAsync(token, stop),
            _ => ListProvisioningsAsync(token, stop),
        }, cancellation);

    private async Task<(IEnumerable<IdentityCenterRequest>?, string?)> ListCreationsAsync(string? token, CancellationToken cancellation)
    {
        var request = new ListAccountAssignmentCreationStatusRequest { InstanceArn = instanceArn, MaxResults = PageSize, NextToken = token, Filter = InProgress };
        ListAccountAssignmentCreationStatusResponse page = await CallAsync(
            "sso:ListAccountAssignmentCreationStatus",
            () => client.ListAccountAssignmentCreationStatusAsync(request, cancellation),
            cancellation);
        return (page.AccountAssignmentsCreationStatus?.Select(status => RequestOf(IdentityCenterRequestKind.AssignmentCreation, status)), page.NextToken);
    }

    private async Task<(IEnumerable<IdentityCenterRequest>?, string?)> ListDeletionsAsync(string? token, CancellationToken cancellation)
    {
        var request = new ListAccountAssignmentDeletionStatusRequest { InstanceArn = instanceArn, MaxResults = PageSize, NextToken = token, Filter = InProgress };
        ListAccountAssignmentDeletionStatusResponse page = await CallAsync(
            "sso:ListAccountAssignmentDeletionStatus",
            () => client.ListAccountAssignmentDeletionStatusAsync(request, cancellation),
            cancellation);
        return (page.AccountAssignmentsDeletionStatus?.Select(status => RequestOf(IdentityCenterRequestKind.AssignmentDeletion, status)), page.NextToken);
    }

    private async Task<(IEnumerable<IdentityCenterRequest>?, string?)> ListProvisioningsAsync(string? token, CancellationToken cancellation)
    {
        var request = new ListPermissionSetProvisioningStatusRequest { InstanceArn = instanceArn, MaxResults = PageSize, NextToken = token, Filter = InProgress };
        ListPermissionSetProvisioningStatusResponse page = await CallAsync(
            "sso:ListPermissionSetProvisioningStatus",
            () => client.ListPermissionSetProvisioningStatusAsync(request, cancellation),
            cancellation);
        return (page.PermissionSetsProvisioningStatus?.Select(status => new IdentityCenterRequest(IdentityCenterRequestKind.Provisioning, status.RequestId!, StatusOf(status.Status))), page.NextToken);
    }

    private static OperationStatusFilter InProgress => new() { Status = StatusValues.IN_PROGRESS };

    private async Task<T> CallAsync<T>(string operation, Func<Task<T>> call, CancellationToken cancellation, string? about = null)
    {
        await limiter.WaitAsync(cancellation);
        return await calls.RunAsync(operation, call, cancellation, about);
    }

    private static PermissionSetState StateOf(PermissionSet permissionSet) => new(
        permissionSet.PermissionSetArn!,
        permissionSet.Name!,
        NullIfEmpty(permissionSet.Description),
        // Absent means AWS's default.
        permissionSet.SessionDuration is { Length: > 0 } duration ? XmlConvert.ToTimeSpan(duration) : TimeSpan.FromHours(1),
        NullIfEmpty(permissionSet.RelayState));

    private static AccountAssignment AssignmentOf(Amazon.SSOAdmin.Model.AccountAssignment assignment) =>
        new(assignment.AccountId!, assignment.PermissionSetArn!, TypeOf(assignment.PrincipalType), assignment.PrincipalId!);

    private static AccountAssignment AssignmentOf(AccountAssignmentForPrincipal assignment) =>
        new(assignment.AccountId!, assignment.PermissionSetArn!, TypeOf(assignment.PrincipalType), assignment.PrincipalId!);

    private static PrincipalType TypeOf(Amazon.SSOAdmin.PrincipalType? type) => type == Amazon.SSOAdmin.PrincipalType.USER ? PrincipalType.User : PrincipalType.Group;

    private static IdentityCenterRequest RequestOf(IdentityCenterRequestKind kind, AccountAssignmentOperationStatus status) =>
        new(kind, status.RequestId!, StatusOf(status.Status), status.FailureReason);

    private static IdentityCenterRequest RequestOf(IdentityCenterRequestKind kind, AccountAssignmentOperationStatusMetadata status) =>
        new(kind, status.RequestId!, StatusOf(status.Status));

    private static IdentityCenterRequest RequestOf(PermissionSetProvisioningStatus status) =>
        new(IdentityCenterRequestKind.Provisioning, status.RequestId!, StatusOf(status.Status), status.FailureReason);

    private static IdentityCenterRequestStatus StatusOf(StatusValues? status) => status?.Value switch
    {
        "SUCCEEDED" => IdentityCenterRequestStatus.Succeeded,
        "FAILED" => IdentityCenterRequestStatus.Failed,
        _ => IdentityCenterRequestStatus.InProgress,
    };

    private static Amazon.SSOAdmin.PrincipalType NameOf(PrincipalType type) =>
        type == PrincipalType.User ? Amazon.SSOAdmin.PrincipalType.USER : Amazon.SSOAdmin.PrincipalType.GROUP;

    private static string TupleOf(AccountAssignment assignment) =>
        $"{assignment.PrincipalType} {assignment.PrincipalId}, account {assignment.AccountId}, {assignment.PermissionSetArn}";

    private static List<Tag> TagsOf(IReadOnlyDictionary<string, string> tags) => [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
