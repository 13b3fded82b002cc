namespace CrossAccess.Sandbox.Accounts;

/// <summary>An IAM user with its attached managed policies.</summary>
internal sealed record IamUser(string Name, string Arn, string Id, IReadOnlyList<string> AttachedPolicies);
