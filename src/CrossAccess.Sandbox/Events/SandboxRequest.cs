namespace CrossAccess.Sandbox;

/// <summary>A request in flight, as the hooks see it.</summary>
/// <param name="Service">The service's name: sts, iam, sso-admin, identitystore, sso, sso-oidc or organizations.</param>
/// <param name="Operation">The operation; empty when the request named none that is known.</param>
/// <param name="AccountId">The caller's account, or null when it is not known (yet).</param>
/// <param name="PrincipalArn">The caller's ARN, or null when it is not known (yet).</param>
/// <param name="IsReadOnly">Whether the operation changes nothing.</param>
/// <param name="ErrorCode">The error about to be answered, or null.</param>
public sealed record SandboxRequest(string Service, string Operation, string? AccountId, string? PrincipalArn, bool IsReadOnly, string? ErrorCode);
