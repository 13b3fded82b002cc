using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>Making, reading, changing and deleting roles.</summary>
internal static class RoleOperations
{
    public static IEnumerable<Operation> All { get; } =
    [
        new("CreateRole", RoleLookup.Arn, CreateRole),
        new("GetRole", RoleLookup.Arn, static call => Shown(call, RoleLookup.Find(call))),
        new("ListRoles", static call => $"arn:{call.Account.Partition}:iam::{call.Account.Id}:role/", ListRoles),
        new("UpdateRole", RoleLookup.Arn, UpdateRole),
        new("UpdateRoleDescription", RoleLookup.Arn, UpdateRoleDescription),
        new("UpdateAssumeRolePolicy", RoleLookup.Arn, UpdateAssumeRolePolicy),
        new("DeleteRole", RoleLookup.Arn, DeleteRole),
        new("ListInstanceProfilesForRole", RoleLookup.Arn, ListInstanceProfilesForRole),
    ];

    private static JsonObject CreateRole(Call call)
    {
        string name = call.Required("RoleName");
        string path = call.Text("Path") ?? "/";
        if (path.StartsWith(IamRole.ReservedPath, StringComparison.Ordinal))
            throw new ServiceError("InvalidInput", "The path cannot begin with /aws-reserved/.");
        if (call.Account.Roles.ContainsKey(name))
            throw new ServiceError("EntityAlreadyExists", $"Role with name {name} already exists.");
        TrustPolicy trust = TrustPrincipals.Store(call.Cloud, call.Required("AssumeRolePolicyDocument"));
        if (call.Account.Roles.Count >= IamQuotas.Roles)
            throw IamErrors.LimitExceeded($"Cannot exceed quota for RolesPerAccount: {IamQuotas.Roles}");
        IamRole role = new(call.Account.Id, call.Account.Partition, path, name, trust, call.Now)
        {
            Description = call.Text("Description"),
            MaxSessionDuration = call.Number("MaxSessionDuration") ?? 3600,
            BoundaryArn = Boundary(call),
        };
        RoleTagOperations.Put(role, call);
        call.Account.Roles.Add(name, role);
        JsonObject output = Shown(call, role);
        // RoleLastUsed is GetRole's alone.
        output["Role"]!.AsObject().Remove("RoleLastUsed");
        return output;
    }

    private static string? Boundary(Call call)
    {
        string? arn = call.Text("PermissionsBoundary");
        return arn is null || call.Account.FindPolicy(arn) is not null ? arn : throw IamErrors.NoSuchPolicy(arn);
    }

    private static JsonObject ListRoles(Call call)
    {
        string prefix = call.Text("PathPrefix") ?? "/";
        List<IamRole> roles = [.. call.Account.Roles.Values.Where(role => role.Path.StartsWith(prefix, StringComparison.Ordinal))];
        return Page.ByMarker(call, "Roles", roles, role => RoleRendering.Brief(role, call.Cloud));
    }

    private static JsonObject UpdateRole(Call call)
    {
        IamRole role = RoleLookup.FindOwn(call);
        role.Description = call.Text("Description") ?? role.Description;
        role.MaxSessionDuration = call.Number("MaxSessionDuration") ?? role.MaxSessionDuration;
        return [];
    }

    private static JsonObject UpdateRoleDescription(Call call)
    {
        IamRole role = RoleLookup.FindOwn(call);
        role.Description = call.Required("Description");
        return Shown(call, role);
    }

    private static JsonObject? UpdateAssumeRolePolicy(Call call)
    {
        IamRole role = RoleLookup.FindOwn(call);
        role.Trust = TrustPrincipals.Store(call.Cloud, call.Required("PolicyDocument"));
        return null;
    }

    private static JsonObject? DeleteRole(Call call)
    {
        IamRole role = RoleLookup.FindOwn(call);
        if (role.InlinePolicies.Count > 0)
            throw new ServiceError("DeleteConflict", "Cannot delete entity, must delete policies first.");
        if (role.AttachedPolicies.Count > 0)
            throw new ServiceError("DeleteConflict", "Cannot delete entity, must detach all policies first.");
        call.Account.Roles.Remove(role.Name);
        role.IsDeleted = true;
        return null;
    }

    private static JsonObject ListInstanceProfilesForRole(Call call)
    {
        RoleLookup.Find(call);
        return Page.ByMarker<JsonNode>(call, "InstanceProfiles", [], static profile => profile);
    }

    private static JsonObject Shown(Call call, IamRole role) => new() { ["Role"] = RoleRendering.Whole(role, call.Cloud) };
}
