namespace CrossAccess;

internal enum IdentityCenterRequestKind
{
    AssignmentCreation,
    AssignmentDeletion,
    Provisioning,
}
