using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>Identity Center's administration API (sso-admin).</summary>
internal static class IdentityCenterService
{
    public static Service Create(IdentityCenterInstance instance, string region)
    {
        AdminRules rules = new(instance, region);
        return new Service("sso-admin", "sso",
        [
            .. new InstanceOperations(instance, rules, region).All,
            .. new PermissionSetOperations(instance, rules).All,
            .. new SetPolicyOperations(rules).All,
            .. new AssignmentOperations(instance, rules).All,
            .. new ProvisioningOperations(instance, rules).All,
            .. new SetTagOperations(instance, rules).All,
        ])
        {
            Precondition = rules.Check,
        };
    }
}
