namespace CrossAccess;

/// <summary>What a permission set carries.</summary>
/// <param name="Inline">The inline policy's JSON; null where there is none.</param>
/// <param name="Managed">The AWS managed policies, where the inline one does not name the role.</param>
internal sealed record SetPolicies(string? Inline, IReadOnlyList<string> Managed);
