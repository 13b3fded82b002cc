namespace CrossAccess;

/// <summary>AWS STS.</summary>
internal interface ISecurityTokenService
{
    /// <exception cref="ClientAccessException">ClientAccessDenied when either side does not allow it.</exception>
    Task<AwsCredentials> AssumeRoleAsync(RoleAssumption assumption, CancellationToken cancellation);
}
