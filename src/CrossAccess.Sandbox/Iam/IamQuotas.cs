namespace CrossAccess.Sandbox.Iam;

/// <summary>IAM's default quotas (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html); sizes in characters that are not white space.</summary>
internal static class IamQuotas
{
    public const int Roles = 1000;
    public const int TrustPolicySize = 2048;
    public const int RolePolicySize = 10240;
    public const int ManagedPolicies = 1500;
    public const int ManagedPolicySize = 6144;
    public const int AttachedPoliciesPerRole = 10;
    public const int TagsPerRole = 50;
}
