using CrossAccess.Sandbox.Policies;

namespace CrossAccess.Sandbox.Accounts;

/// <summary>One version of a managed policy, which never changes.</summary>
/// <param name="Id">v1, v2 and so on.</param>
internal sealed record PolicyVersion(string Id, PolicyDocument Document, DateTimeOffset CreatedAt);
