namespace CrossAccess;

/// <summary>An Identity Center instance as ListInstances gives it.</summary>
/// <param name="PrimaryRegion">Where permission sets and assignments are administered; null where the answer does not say.</param>
/// <param name="OwnerAccountId">The management account for an organization's instance.</param>
internal sealed record IdentityCenterInstance(string Arn, string IdentityStoreId, string? OwnerAccountId, string? PrimaryRegion, string? Name);
