namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>An accepted request that is carried out later, and its outcome.</summary>
internal sealed class AsyncRequest(string id, AsyncKind kind, PermissionSet permissionSet, AssignmentKey? assignment, string? accountId, DateTimeOffset createdAt, DateTimeOffset due)
{
    public const string InProgress = "IN_PROGRESS";

    public string Id { get; } = id;
    public AsyncKind Kind { get; } = kind;
    public PermissionSet PermissionSet { get; } = permissionSet;
    public AssignmentKey? Assignment { get; } = assignment;

    /// <summary>The account to provision, or null for all where the set stands.</summary>
    public string? AccountId { get; } = accountId;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public DateTimeOffset Due { get; } = due;
    public string Status { get; set; } = InProgress;
    public string? FailureReason { get; set; }
}
