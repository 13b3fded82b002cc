using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>Identity and Access Management.</summary>
internal static class IamService
{
    public static Service Create() => new("iam", "iam",
    [
        .. RoleOperations.All,
        .. RolePolicyOperations.All,
        .. RoleTagOperations.All,
        .. ManagedPolicyOperations.All,
        .. PolicyVersionOperations.All,
        .. AccountOperations.All,
        .. SimulationOperations.All,
    ]);
}
