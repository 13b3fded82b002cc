namespace CrossAccess;

internal enum IdentityCenterRequestStatus
{
    InProgress,
    Succeeded,
    Failed,
}
