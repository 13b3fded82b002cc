using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>Reading managed policies, AWS's and the account's own; making and deleting the account's own.</summary>
internal static class ManagedPolicyOperations
{
    private static readonly string[] EntityLists = ["PolicyGroups", "PolicyUsers", "PolicyRoles"];

    public static IEnumerable<Operation> All { get; } =
    [
        new("CreatePolicy", NewArn, CreatePolicy),
        new("GetPolicy", ManagedPolicyLookup.Arn, GetPolicy),
        new("ListPolicies", static call => $"arn:{call.Account.Partition}:iam::{call.Account.Id}:policy/", ListPolicies),
        new("ListEntitiesForPolicy", ManagedPolicyLookup.Arn, ListEntitiesForPolicy),
        new("DeletePolicy", ManagedPolicyLookup.Arn, DeletePolicy),
    ];

    /// <summary>Whether the account has a policy of that name; names are unique under all paths and whatever their case.</summary>
    public static bool IsTaken(AwsAccount account, string name)
        => account.ManagedPolicies.Values.Any(policy => policy.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The document parsed, within the quota.</summary>
    public static PolicyDocument Document(string text)
    {
        PolicyDocument document = IamErrors.Parse(text, PolicyKind.Identity);
        return PolicyDocument.CountedLength(document.Text) <= IamQuotas.ManagedPolicySize
            ? document
            : throw IamErrors.LimitExceeded($"Cannot exceed quota for PolicySize: {IamQuotas.ManagedPolicySize}");
    }

    private static string NewArn(Call call)
        => $"arn:{call.Account.Partition}:iam::{call.Account.Id}:policy{call.Text("Path") ?? "/"}{call.Required("PolicyName")}";

    private static JsonObject CreatePolicy(Call call)
    {
        string name = call.Required("PolicyName");
        PolicyDocument document = Document(call.Required("PolicyDocument"));
        if (IsTaken(call.Account, name))
            throw new ServiceError("EntityAlreadyExists", $"A policy called {name} already exists. Duplicate names are not allowed.");
        if (call.Account.ManagedPolicies.Count >= IamQuotas.ManagedPolicies)
            throw IamErrors.LimitExceeded($"Cannot exceed quota for PoliciesPerAccount: {IamQuotas.ManagedPolicies}");
        CustomerManagedPolicy policy = new(name, call.Text("Path") ?? "/", NewArn(call), document, call.Now) { Description = call.Text("Description") };
        PutTags(policy, call);
        call.Account.ManagedPolicies.Add(policy.Arn, policy);
        JsonObject shown = ManagedPolicyRendering.Brief(call.Account, policy.Arn);
        if (policy.Tags.Count > 0)
            shown["Tags"] = ManagedPolicyRendering.Tags(policy);
        return new JsonObject { ["Policy"] = shown };
    }

    private static void PutTags(CustomerManagedPolicy policy, Call call)
    {
        foreach ((string key, string value) in call.Tags())
        {
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                throw new ServiceError("InvalidInput", "Tag keys that start with 'aws:' are reserved for system use.");
            if (!policy.Tags.TryAdd(key, value))
                throw new ServiceError("InvalidInput", "Duplicate tag keys found.");
        }
    }

    private static JsonObject GetPolicy(Call call)
    {
        string arn = ManagedPolicyLookup.Find(call);
        JsonObject shown = ManagedPolicyRendering.Brief(call.Account, arn);
        if (call.Account.ManagedPolicies.TryGetValue(arn, out CustomerManagedPolicy? own))
        {
            shown["Description"] = own.Description;
            shown["Tags"] = ManagedPolicyRendering.Tags(own);
        }
        return new JsonObject { ["Policy"] = shown };
    }

    private static JsonObject ListPolicies(Call call)
    {
        string scope = call.Text("Scope") ?? "All";
        string prefix = ":policy" + (call.Text("PathPrefix") ?? "/");
        IEnumerable<string> own = scope == "AWS" ? [] : call.Account.ManagedPolicies.Keys;
        IEnumerable<string> aws = scope == "Local" ? [] : AwsManagedPolicies.Paths.Keys.Select(name => AwsManagedPolicies.Arn(call.Account.Partition, name));
        List<string> arns = [.. own.Concat(aws).Where(arn => arn.Contains(prefix, StringComparison.Ordinal))];
        if (call.Flag("OnlyAttached") == true)
        {
            HashSet<string> attached = [.. call.Account.Roles.Values.SelectMany(static role => role.AttachedPolicies), .. call.Account.Users.Values.SelectMany(static user => user.AttachedPolicies)];
            arns.RemoveAll(arn => !attached.Contains(arn));
        }
        return Page.ByMarker(call, "Policies", arns, arn => ManagedPolicyRendering.Brief(call.Account, arn));
    }

    // There are no groups here, and users have no boundaries.
    private static JsonObject ListEntitiesForPolicy(Call call)
    {
        string arn = ManagedPolicyLookup.Find(call);
        string? kind = call.Text("EntityFilter");
        string? usage = call.Text("PolicyUsageFilter");
        string prefix = call.Text("PathPrefix") ?? "/";
        List<(string List, Func<JsonObject> Render)> entities = [];
        if (kind is null or "User" && usage is null or "PermissionsPolicy" && prefix == "/")
            entities.AddRange(call.Account.UsersWith(arn).Select(user => ("PolicyUsers", (Func<JsonObject>)(() => new JsonObject { ["UserName"] = user.Name, ["UserId"] = user.Id }))));
        if (kind is null or "Role")
            entities.AddRange(RolesUsing(call.Account, arn, usage).Where(role => role.Path.StartsWith(prefix, StringComparison.Ordinal))
                .Select(role => ("PolicyRoles", (Func<JsonObject>)(() => new JsonObject { ["RoleName"] = role.Name, ["RoleId"] = role.Id }))));
        return Page.ByMarker(call, EntityLists, entities);
    }

    private static IEnumerable<IamRole> RolesUsing(AwsAccount account, string arn, string? usage) => usage switch
    {
        "PermissionsPolicy" => account.RolesWith(arn),
        "PermissionsBoundary" => account.RolesBoundedBy(arn),
        _ => account.RolesWith(arn).Union(account.RolesBoundedBy(arn)),
    };

    private static JsonObject? DeletePolicy(Call call)
    {
        CustomerManagedPolicy policy = ManagedPolicyLookup.FindOwn(call);
        if (RolesUsing(call.Account, policy.Arn, usage: null).Any() || call.Account.UsersWith(policy.Arn).Any())
            throw new ServiceError("DeleteConflict", "Cannot delete a policy attached to entities.");
        if (policy.Versions.Count > 1)
            throw new ServiceError("DeleteConflict", "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.");
        call.Account.ManagedPolicies.Remove(policy.Arn);
        return null;
    }
}
