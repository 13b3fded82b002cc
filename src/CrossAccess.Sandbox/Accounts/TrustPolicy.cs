using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Accounts;

/// <summary>
/// A role's trust policy. AWS stores a principal that is a role or user by its unique id, so one that is deleted and made
/// again is another principal (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).
/// </summary>
internal sealed record TrustPolicy(PolicyDocument Document, IReadOnlyDictionary<string, string> PinnedIds)
{
    public string? PinnedId(string principal) => PinnedIds.GetValueOrDefault(principal);
}
