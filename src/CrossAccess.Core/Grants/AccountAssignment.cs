namespace CrossAccess;

/// <summary>A principal that has a permission set on an account.</summary>
internal sealed record AccountAssignment(string AccountId, string PermissionSetArn, PrincipalType PrincipalType, string PrincipalId);
