using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>A role's inline policies, attached policies and permissions boundary.</summary>
internal static class RolePolicyOperations
{
    public static IEnumerable<Operation> All { get; } =
    [
        new("PutRolePolicy", RoleLookup.Arn, PutRolePolicy),
        new("GetRolePolicy", RoleLookup.Arn, GetRolePolicy),
        new("ListRolePolicies", RoleLookup.Arn, ListRolePolicies),
        new("DeleteRolePolicy", RoleLookup.Arn, DeleteRolePolicy),
        new("AttachRolePolicy", RoleLookup.Arn, AttachRolePolicy),
        new("DetachRolePolicy", RoleLookup.Arn, DetachRolePolicy),
        new("ListAttachedRolePolicies", RoleLookup.Arn, ListAttachedRolePolicies),
        new("PutRolePermissionsBoundary", RoleLookup.Arn, PutRolePermissionsBoundary),
        new("DeleteRolePermissionsBoundary", RoleLookup.Arn, DeleteRolePermissionsBoundary),
    ];

    private static JsonObject? PutRolePolicy(Call call)
    {
        IamRole role = RoleLookup.FindOwn(call);
        string name = call.Required("PolicyName");
        PolicyDocument document = IamErrors.Parse(call.Required("PolicyDocument"), PolicyKind.Identity);
        int others = role.InlinePolicies.Where(policy => !policy.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Sum(static policy => PolicyDocument.CountedLength(policy.Value.Text));
        if (others + PolicyDocument.CountedLength(document.Text) > IamQuotas.RolePolicySize)
            throw IamErrors.LimitExceeded($"Maximum policy size of {IamQuotas.RolePolicySize} bytes exceeded for role {role.Name}");
        role.InlinePolicies[name] = document;
        return null;
    }

    private static JsonObject GetRolePolicy(Call call)
    {
        IamRole role = RoleLookup.Find(call);
        string name = call.Required("PolicyName");
        if (!role.InlinePolicies.TryGetValue(name, out PolicyDocument? document))
            throw NoSuchInlinePolicy(name);
        return new JsonObject { ["RoleName"] = role.Name, ["PolicyName"] = name, ["PolicyDocument"] = Uri.EscapeDataString(document.Text) };
    }

    private static JsonObject ListRolePolicies(Call call)
        => Page.ByMarker(call, "PolicyNames", [.. RoleLookup.Find(call).InlinePolicies.Keys], static name => name);

    private static JsonObject? DeleteRolePolicy(Call call)
    {
        string name = call.Required("PolicyName");
        return RoleLookup.FindOwn(call).InlinePolicies.Remove(name) ? null : throw NoSuchInlinePolicy(name);
    }

    private static JsonObject? AttachRolePolicy(Call call)
    {
        IamRole role = RoleLookup.FindOwn(call);
        string arn = call.Required("PolicyArn");
        if (call.Account.FindPolicy(arn) is null)
            throw IamErrors.NoSuchPolicy(arn);
        if (role.AttachedPolicies.Contains(arn))
            return null;
        if (role.AttachedPolicies.Count >= IamQuotas.AttachedPoliciesPerRole)
            throw IamErrors.LimitExceeded($"Cannot exceed quota for PoliciesPerRole: {IamQuotas.AttachedPoliciesPerRole}");
        role.AttachedPolicies.Add(arn);
        return null;
    }

    private static JsonObject? DetachRolePolicy(Call call)
    {
        string arn = call.Required("PolicyArn");
        return RoleLookup.FindOwn(call).AttachedPolicies.Remove(arn) ? null : throw new ServiceError("NoSuchEntity", $"Policy {arn} was not found.");
    }

    private static JsonObject ListAttachedRolePolicies(Call call)
    {
        string prefix = call.Text("PathPrefix") ?? "/";
        List<string> arns = [.. RoleLookup.Find(call).AttachedPolicies.Where(arn => arn.Contains(":policy" + prefix, StringComparison.Ordinal))];
        return Page.ByMarker(call, "AttachedPolicies", arns, static arn => new JsonObject { ["PolicyName"] = arn[(arn.LastIndexOf('/') + 1)..], ["PolicyArn"] = arn });
    }

    private static JsonObject? PutRolePermissionsBoundary(Call call)
    {
        string arn = call.Required("PermissionsBoundary");
        IamRole role = RoleLookup.FindOwn(call);
        role.BoundaryArn = call.Account.FindPolicy(arn) is null ? throw IamErrors.NoSuchPolicy(arn) : arn;
        return null;
    }

    private static JsonObject? DeleteRolePermissionsBoundary(Call call)
    {
        IamRole role = RoleLookup.FindOwn(call);
        if (role.BoundaryArn is null)
            throw new ServiceError("NoSuchEntity", $"The role with name {role.Name} does not have a permissions boundary.");
        role.BoundaryArn = null;
        return null;
    }

    private static ServiceError NoSuchInlinePolicy(string name) => new("NoSuchEntity", $"The role policy with name {name} cannot be found.");
}
