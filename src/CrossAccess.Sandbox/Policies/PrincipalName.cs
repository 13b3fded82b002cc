namespace CrossAccess.Sandbox.Policies;

/// <summary>The names by which a trust policy may know a caller.</summary>
/// <param name="AccountId">The caller's account.</param>
/// <param name="Partition">The partition of its ARNs.</param>
/// <param name="Arns">The caller's own ARN and, for a session, its role's.</param>
/// <param name="UniqueId">The role's or user's id that outlives no recreation (AROA…, AIDA…).</param>
internal sealed record PrincipalName(string AccountId, string Partition, IReadOnlyList<string> Arns, string UniqueId)
{
    /// <param name="principal">A value of the Principal element.</param>
    /// <param name="pinnedId">The unique id that stood behind the principal when the policy was stored, or null.</param>
    public PrincipalMatch Match(string principal, string? pinnedId)
    {
        if (principal == "*")
            return PrincipalMatch.Direct;
        if (principal == AccountId || principal == $"arn:{Partition}:iam::{AccountId}:root")
            return PrincipalMatch.Account;
        if (pinnedId is not null)
            return pinnedId == UniqueId ? PrincipalMatch.Direct : PrincipalMatch.None;
        return principal == UniqueId || Arns.Contains(principal) ? PrincipalMatch.Direct : PrincipalMatch.None;
    }
}
