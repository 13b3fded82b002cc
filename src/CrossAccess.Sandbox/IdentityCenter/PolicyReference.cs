namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>A customer managed policy, named in every account where the set is provisioned.</summary>
internal sealed record PolicyReference(string Name, string Path);
