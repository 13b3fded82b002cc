namespace CrossAccess;

/// <summary>A role to be created.</summary>
internal sealed record NewIamRole(string Name, string TrustPolicy, string Description, TimeSpan MaxSessionDuration, IReadOnlyDictionary<string, string> Tags, string? PermissionsBoundaryArn);
