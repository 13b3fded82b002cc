using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>What IAM says of the account itself.</summary>
internal static class AccountOperations
{
    public static IEnumerable<Operation> All { get; } =
    [
        new("ListAccountAliases", static _ => "*", static call => Page.ByMarker<string>(call, "AccountAliases", [], static alias => alias)),
        AuthorizationDetails.Operation,
        new("GetAccountSummary", static _ => "*", GetAccountSummary),
    ];

    private static JsonObject GetAccountSummary(Call call) => new()
    {
        ["SummaryMap"] = new JsonObject
        {
            ["Roles"] = call.Account.Roles.Count,
            ["RolesQuota"] = IamQuotas.Roles,
            ["RolePolicySizeQuota"] = IamQuotas.RolePolicySize,
            ["AssumeRolePolicySizeQuota"] = IamQuotas.TrustPolicySize,
            ["AttachedPoliciesPerRoleQuota"] = IamQuotas.AttachedPoliciesPerRole,
            ["Policies"] = call.Account.ManagedPolicies.Count,
            ["PoliciesQuota"] = IamQuotas.ManagedPolicies,
            ["PolicySizeQuota"] = IamQuotas.ManagedPolicySize,
            ["PolicyVersionsInUse"] = call.Account.ManagedPolicies.Values.Sum(static policy => policy.Versions.Count),
            ["VersionsPerPolicyQuota"] = CustomerManagedPolicy.MaxVersions,
            ["Users"] = call.Account.Users.Count,
            ["UsersQuota"] = 5000,
            ["InstanceProfiles"] = 0,
            ["InstanceProfilesQuota"] = 1000,
        },
    };
}
