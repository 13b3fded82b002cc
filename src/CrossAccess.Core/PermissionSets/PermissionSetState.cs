namespace CrossAccess;

/// <summary>A permission set as DescribePermissionSet gives it.</summary>
internal sealed record PermissionSetState(string Arn, string Name, string? Description, TimeSpan SessionDuration, string? RelayState);
