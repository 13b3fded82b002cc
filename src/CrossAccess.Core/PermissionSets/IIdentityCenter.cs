namespace CrossAccess;

/// <summary>One Identity Center instance's permission sets and account assignments (sso-admin).</summary>
internal interface IIdentityCenter
{
    /// <summary>The ARNs of all permission sets, page by page.</summary>
    IAsyncEnumerable<string> ListPermissionSetArnsAsync(CancellationToken cancellation);

    /// <summary>DescribePermissionSet; null when there is none.</summary>
    Task<PermissionSetState?> FindPermissionSetAsync(string permissionSetArn, CancellationToken cancellation);

    /// <exception cref="ClientAccessException">ChangeInProgress for AWS's ConflictException: the name is taken, or an earlier write has not arrived yet.</exception>
    Task<PermissionSetState> CreatePermissionSetAsync(NewPermissionSet permissionSet, CancellationToken cancellation);

    /// <summary>UpdatePermissionSet clears what is omitted, so all three are always sent.</summary>
    Task UpdatePermissionSetAsync(string permissionSetArn, string? description, TimeSpan sessionDuration, string? relayState, CancellationToken cancellation);

    /// <exception cref="ClientAccessException">ChangeInProgress for AWS's ConflictException, as while it is still assigned.</exception>
    Task DeletePermissionSetAsync(string permissionSetArn, CancellationToken cancellation);

    /// <summary>The inline policy's JSON; null when there is none.</summary>
    Task<string?> FindInlinePolicyAsync(string permissionSetArn, CancellationToken cancellation);

    Task PutInlinePolicyAsync(string permissionSetArn, string document, CancellationToken cancellation);

    Task<IReadOnlyDictionary<string, string>> ListTagsAsync(string permissionSetArn, CancellationToken cancellation);

    Task TagAsync(string permissionSetArn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation);

    /// <summary>The accounts into which the set is provisioned.</summary>
    Task<IReadOnlyList<string>> ListProvisionedAccountsAsync(string permissionSetArn, CancellationToken cancellation);

    /// <summary>Those of them in which an older version of the set is provisioned.</summary>
    Task<IReadOnlyList<string>> ListOutdatedAccountsAsync(string permissionSetArn, CancellationToken cancellation);

    /// <summary>The ARNs of the sets that are provisioned into an account.</summary>
    Task<IReadOnlyList<string>> ListProvisionedPermissionSetsAsync(string accountId, CancellationToken cancellation);

    /// <summary>The ARNs of the sets of which an older version is provisioned into an account: one call for all of them.</summary>
    Task<IReadOnlyList<string>> ListOutdatedPermissionSetsAsync(string accountId, CancellationToken cancellation);

    /// <summary>The AWS managed policies that the set carries besides its inline policy.</summary>
    Task<IReadOnlyList<string>> ListManagedPolicyArnsAsync(string permissionSetArn, CancellationToken cancellation);

    /// <summary>The names of the account's own managed policies that the set refers to, in the path "/"; references to others are left out.</summary>
    Task<IReadOnlyList<string>> ListCustomerManagedPolicyNamesAsync(string permissionSetArn, CancellationToken cancellation);

    /// <summary>
    /// Has the set refer to a managed policy of that name, in the path "/", in every account into which it is provisioned:
    /// provisioning fails where there is none. A reference that stands already is left.
    /// </summary>
    /// <exception cref="ClientAccessException">ChangeInProgress for AWS's ConflictException, where the reference does not stand.</exception>
    Task AttachCustomerManagedPolicyAsync(string permissionSetArn, string policyName, CancellationToken cancellation);

    /// <summary>Starts provisioning the set into every account that has it.</summary>
    Task<IdentityCenterRequest> ProvisionAsync(string permissionSetArn, CancellationToken cancellation);

    Task<IReadOnlyList<AccountAssignment>> ListAssignmentsAsync(string accountId, string permissionSetArn, CancellationToken cancellation);

    /// <summary>What a principal has in an account, whatever the set; for a user also what its groups have, each under the group that has it.</summary>
    Task<IReadOnlyList<AccountAssignment>> ListAssignmentsOfPrincipalAsync(PrincipalType type, string principalId, string accountId, CancellationToken cancellation);

    Task<IdentityCenterRequest> CreateAssignmentAsync(AccountAssignment assignment, CancellationToken cancellation);

    Task<IdentityCenterRequest> DeleteAssignmentAsync(AccountAssignment assignment, CancellationToken cancellation);

    /// <summary>The state of one request by its describe operation.</summary>
    Task<IdentityCenterRequest> DescribeRequestAsync(IdentityCenterRequest request, CancellationToken cancellation);

    /// <summary>The requests of a kind that AWS still works on, by its list operation: one call for many. What is absent has ended.</summary>
    Task<IReadOnlyList<IdentityCenterRequest>> ListRequestsInProgressAsync(IdentityCenterRequestKind kind, CancellationToken cancellation);
}
