namespace CrossAccess;

/// <summary>A permission set to be created.</summary>
internal sealed record NewPermissionSet(string Name, string? Description, TimeSpan SessionDuration, IReadOnlyDictionary<string, string> Tags);
