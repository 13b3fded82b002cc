namespace CrossAccess;

/// <summary>AWS as one set of credentials sees it.</summary>
internal interface IAwsSession
{
    /// <summary>Where the credentials came from, in words fit for a message.</summary>
    string Source { get; }

    /// <summary>The Region; null when neither the caller nor the source names one.</summary>
    string? Region { get; }

    IIamRoles Roles { get; }

    IIamPolicies Policies { get; }

    ISecurityTokenService SecurityTokens { get; }

    /// <summary>Who the credentials belong to. Asked once per access key: a key never changes hands.</summary>
    Task<CallerIdentity> GetCallerAsync(CancellationToken cancellation);

    Task<AwsCredentials> GetCredentialsAsync(CancellationToken cancellation);

    /// <summary>The Identity Center instances that this caller sees in a Region (sso-admin ListInstances).</summary>
    Task<IReadOnlyList<IdentityCenterInstance>> ListInstancesAsync(string region, CancellationToken cancellation);

    IIdentityCenter IdentityCenter(string region, string instanceArn);

    IIdentityStore IdentityStore(string region, string identityStoreId);
}
