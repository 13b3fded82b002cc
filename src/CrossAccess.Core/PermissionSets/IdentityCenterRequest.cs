namespace CrossAccess;

/// <summary>Work that Identity Center has accepted and does on its own time.</summary>
internal sealed record IdentityCenterRequest(IdentityCenterRequestKind Kind, string RequestId, IdentityCenterRequestStatus Status, string? FailureReason = null);
