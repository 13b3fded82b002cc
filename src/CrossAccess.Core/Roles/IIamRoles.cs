namespace CrossAccess;

/// <summary>The IAM roles of one account. Missing things are null; every other failure is a <see cref="ClientAccessException"/>.</summary>
internal interface IIamRoles
{
    /// <summary>GetRole; null when there is none of that name.</summary>
    Task<IamRole?> FindAsync(string roleName, CancellationToken cancellation);

    /// <summary>Every role of the account with what it carries: a request for up to a thousand (GetAccountAuthorizationDetails).</summary>
    Task<AccountRoles> ReadAllAsync(CancellationToken cancellation);

    Task<IReadOnlyList<string>> ListAttachedPolicyArnsAsync(string roleName, CancellationToken cancellation);

    Task<IReadOnlyList<string>> ListInlinePolicyNamesAsync(string roleName, CancellationToken cancellation);

    /// <summary>The JSON of an inline policy, decoded; null when there is none of that name.</summary>
    Task<string?> FindInlinePolicyAsync(string roleName, string policyName, CancellationToken cancellation);

    /// <exception cref="ClientAccessException">ResourceExists when a role of that name exists, whatever its case.</exception>
    Task<IamRole> CreateAsync(NewIamRole role, CancellationToken cancellation);

    Task UpdateTrustPolicyAsync(string roleName, string trustPolicy, CancellationToken cancellation);

    Task UpdateAsync(string roleName, string? description, TimeSpan maxSessionDuration, CancellationToken cancellation);

    Task AttachPolicyAsync(string roleName, string policyArn, CancellationToken cancellation);

    Task DetachPolicyAsync(string roleName, string policyArn, CancellationToken cancellation);

    Task PutInlinePolicyAsync(string roleName, string policyName, string document, CancellationToken cancellation);

    Task DeleteInlinePolicyAsync(string roleName, string policyName, CancellationToken cancellation);

    Task PutPermissionsBoundaryAsync(string roleName, string boundaryArn, CancellationToken cancellation);

    Task TagAsync(string roleName, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation);

    Task DeleteAsync(string roleName, CancellationToken cancellation);

    /// <summary>The account's quota of a trust policy, in characters that are not white space (GetAccountSummary).</summary>
    Task<int?> GetTrustPolicyQuotaAsync(CancellationToken cancellation);
}
