namespace CrossAccess;

/// <summary>One of an account's roles with what it carries.</summary>
/// <param name="Role">The role.</param>
/// <param name="InlinePolicies">The JSON of its inline policies by name.</param>
/// <param name="AttachedPolicyArns">Its managed policies.</param>
internal sealed record AccountRole(IamRole Role, IReadOnlyDictionary<string, string> InlinePolicies, IReadOnlyList<string> AttachedPolicyArns);
