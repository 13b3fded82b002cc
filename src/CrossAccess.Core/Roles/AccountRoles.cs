namespace CrossAccess;

/// <summary>All roles of an account with what they carry, read at once.</summary>
/// <param name="Roles">The roles. How long their sessions last, and their descriptions, are not among what is read.</param>
/// <param name="CustomerManagedPolicies">The account's own managed policies: the JSON of their default version by ARN.</param>
internal sealed record AccountRoles(IReadOnlyList<AccountRole> Roles, IReadOnlyDictionary<string, string> CustomerManagedPolicies);
