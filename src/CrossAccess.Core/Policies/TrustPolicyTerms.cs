namespace CrossAccess;

/// <summary>Whom a remote access role trusts.</summary>
internal sealed record TrustPolicyTerms(string Partition, string HomeAccountId, TrustScope Scope, string PermissionSetName)
{
    public string? ExternalId { get; init; }

    /// <summary>Roles of home that may enter besides the permission set's: a runbook's, or for an outage of Identity Center.</summary>
    public IReadOnlyList<string> TrustedRoleArns { get; init; } = [];
}
