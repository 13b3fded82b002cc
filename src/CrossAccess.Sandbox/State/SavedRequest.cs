using CrossAccess.Sandbox.IdentityCenter;

namespace CrossAccess.Sandbox.State;

/// <summary>An accepted request at rest; one that is IN_PROGRESS goes on when the Sandbox does.</summary>
internal sealed record SavedRequest(string Id, AsyncKind Kind, string PermissionSetArn, AssignmentKey? Assignment, string? AccountId, DateTimeOffset CreatedAt, DateTimeOffset Due, string Status, string? FailureReason)
{
    public static SavedRequest Of(AsyncRequest request) => new(
        request.Id, request.Kind, request.PermissionSet.Arn, request.Assignment, request.AccountId, request.CreatedAt, request.Due, request.Status, request.FailureReason);

    public AsyncRequest Restore(IdentityCenterInstance instance)
        => new(Id, Kind, instance.Find(PermissionSetArn)!, Assignment, AccountId, CreatedAt, Due) { Status = Status, FailureReason = FailureReason };
}
