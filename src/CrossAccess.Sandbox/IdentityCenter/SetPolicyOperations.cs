using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>What a permission set allows: inline policy, managed policies, customer managed policies and boundary.</summary>
internal sealed class SetPolicyOperations(AdminRules rules)
{
    private const int InlinePolicySize = 10240;

    public IEnumerable<Operation> All =>
    [
        new("PutInlinePolicyToPermissionSet", AdminRules.SetArn, PutInlinePolicy),
        new("GetInlinePolicyForPermissionSet", AdminRules.SetArn, call => new JsonObject { ["InlinePolicy"] = rules.Find(call).InlinePolicy ?? "" }),
        new("DeleteInlinePolicyFromPermissionSet", AdminRules.SetArn, DeleteInlinePolicy),
        new("AttachManagedPolicyToPermissionSet", AdminRules.SetArn, AttachManagedPolicy),
        new("DetachManagedPolicyFromPermissionSet", AdminRules.SetArn, DetachManagedPolicy),
        new("ListManagedPoliciesInPermissionSet", AdminRules.SetArn, ListManagedPolicies),
        new("AttachCustomerManagedPolicyReferenceToPermissionSet", AdminRules.SetArn, AttachCustomerPolicy),
        new("DetachCustomerManagedPolicyReferenceFromPermissionSet", AdminRules.SetArn, DetachCustomerPolicy),
        new("ListCustomerManagedPolicyReferencesInPermissionSet", AdminRules.SetArn, ListCustomerPolicies),
        new("PutPermissionsBoundaryToPermissionSet", AdminRules.SetArn, PutBoundary),
        new("GetPermissionsBoundaryForPermissionSet", AdminRules.SetArn, GetBoundary),
        new("DeletePermissionsBoundaryFromPermissionSet", AdminRules.SetArn, DeleteBoundary),
    ];

    private JsonObject PutInlinePolicy(Call call)
    {
        PermissionSet set = rules.FindOwn(call);
        string text = call.Required("InlinePolicy");
        try
        {
            PolicyDocument.Parse(text, PolicyKind.Identity);
        }
        catch (MalformedPolicy malformed)
        {
            throw new ServiceError("ValidationException", malformed.Message);
        }
        if (PolicyDocument.CountedLength(text) > InlinePolicySize)
            throw new ServiceError("ServiceQuotaExceededException", $"The inline policy exceeds the maximum size of {InlinePolicySize} non-whitespace characters.");
        set.InlinePolicy = text;
        set.Revision++;
        return [];
    }

    private JsonObject DeleteInlinePolicy(Call call)
    {
        PermissionSet set = rules.FindOwn(call);
        set.InlinePolicy = null;
        set.Revision++;
        return [];
    }

    private JsonObject AttachManagedPolicy(Call call)
    {
        PermissionSet set = rules.FindOwn(call);
        string arn = KnownPolicy(call, call.Required("ManagedPolicyArn"));
        if (set.ManagedPolicies.Contains(arn))
            throw new ServiceError("ConflictException", $"Policy {arn} is already attached to the PermissionSet.");
        set.ManagedPolicies.Add(arn);
        set.Revision++;
        return [];
    }

    private JsonObject DetachManagedPolicy(Call call)
    {
        PermissionSet set = rules.FindOwn(call);
        string arn = call.Required("ManagedPolicyArn");
        if (!set.ManagedPolicies.Remove(arn))
            throw NotFound($"Policy {arn} is not attached to the PermissionSet.");
        set.Revision++;
        return [];
    }

    private JsonObject ListManagedPolicies(Call call)
        => Page.ByToken(call, "AttachedManagedPolicies", rules.Find(call).ManagedPolicies, static arn => new JsonObject { ["Name"] = arn[(arn.LastIndexOf('/') + 1)..], ["Arn"] = arn });

    private JsonObject AttachCustomerPolicy(Call call)
    {
        PermissionSet set = rules.FindOwn(call);
        PolicyReference reference = Reference(call.Input["CustomerManagedPolicyReference"]!);
        if (set.CustomerPolicies.Contains(reference))
            throw new ServiceError("ConflictException", $"Policy {reference.Name} is already attached to the PermissionSet.");
        set.CustomerPolicies.Add(reference);
        set.Revision++;
        return [];
    }

    private JsonObject DetachCustomerPolicy(Call call)
    {
        PermissionSet set = rules.FindOwn(call);
        PolicyReference reference = Reference(call.Input["CustomerManagedPolicyReference"]!);
        if (!set.CustomerPolicies.Remove(reference))
            throw NotFound($"Policy {reference.Name} is not attached to the PermissionSet.");
        set.Revision++;
        return [];
    }

    private JsonObject ListCustomerPolicies(Call call)
        => Page.ByToken(call, "CustomerManagedPolicyReferences", rules.Find(call).CustomerPolicies, static reference => Render(reference));

    private JsonObject PutBoundary(Call call)
    {
        PermissionSet set = rules.FindOwn(call);
        JsonNode boundary = call.Input["PermissionsBoundary"]!;
        JsonNode? reference = boundary["CustomerManagedPolicyReference"];
        string? arn = boundary["ManagedPolicyArn"]?.GetValue<string>();
        if (reference is null == arn is null)
            throw new ServiceError("ValidationException", "Exactly one of CustomerManagedPolicyReference and ManagedPolicyArn must be given.");
        set.BoundaryArn = arn is null ? null : KnownPolicy(call, arn);
        set.BoundaryReference = reference is null ? null : Reference(reference);
        set.Revision++;
        return [];
    }

    private JsonObject GetBoundary(Call call)
    {
        PermissionSet set = rules.Find(call);
        if (!HasBoundary(set))
            throw NotFound("The PermissionSet has no permissions boundary.");
        return new JsonObject
        {
            ["PermissionsBoundary"] = set.BoundaryReference is { } reference
                ? new JsonObject { ["CustomerManagedPolicyReference"] = Render(reference) }
                : new JsonObject { ["ManagedPolicyArn"] = set.BoundaryArn },
        };
    }

    private JsonObject DeleteBoundary(Call call)
    {
        PermissionSet set = rules.FindOwn(call);
        if (!HasBoundary(set))
            throw NotFound("The PermissionSet has no permissions boundary.");
        set.BoundaryArn = null;
        set.BoundaryReference = null;
        set.Revision++;
        return [];
    }

    private static bool HasBoundary(PermissionSet set) => set.BoundaryArn is not null || set.BoundaryReference is not null;

    private static string KnownPolicy(Call call, string arn)
        => AwsManagedPolicies.Find(call.Cloud.Partition, arn) is null ? throw NotFound($"Policy {arn} does not exist or is not attachable.") : arn;

    private static PolicyReference Reference(JsonNode node) => new(node["Name"]!.GetValue<string>(), node["Path"]?.GetValue<string>() ?? "/");

    private static JsonObject Render(PolicyReference reference) => new() { ["Name"] = reference.Name, ["Path"] = reference.Path };

    private static ServiceError NotFound(string message) => new("ResourceNotFoundException", message);
}
