namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>Who is assigned which permission set in which account.</summary>
internal sealed record AssignmentKey(string AccountId, string PermissionSetArn, string PrincipalType, string PrincipalId);
