using CrossAccess.Sandbox.Iam;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>
/// How much Identity Center takes (https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html). The outstanding
/// assignments are fixed; the others are what AWS raises on request, or a matter of pace.
/// </summary>
internal sealed record IdentityCenterQuotas(int Sets, int SetsPerAccount, int RolesPerAccount, int Provisionings)
{
    public const int OutstandingAssignments = 15;

    public static IdentityCenterQuotas Of(SandboxLimits limits) => limits == SandboxLimits.Aws
        ? new(3500, 500, IamQuotas.Roles, 3)
        : new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);
}
