using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>The versions of managed policies, of which the default one is in force.</summary>
internal static class PolicyVersionOperations
{
    public static IEnumerable<Operation> All { get; } =
    [
        new("CreatePolicyVersion", ManagedPolicyLookup.Arn, CreatePolicyVersion),
        new("GetPolicyVersion", ManagedPolicyLookup.Arn, GetPolicyVersion),
        new("ListPolicyVersions", ManagedPolicyLookup.Arn, ListPolicyVersions),
        new("SetDefaultPolicyVersion", ManagedPolicyLookup.Arn, SetDefaultPolicyVersion),
        new("DeletePolicyVersion", ManagedPolicyLookup.Arn, DeletePolicyVersion),
    ];

    private static JsonObject CreatePolicyVersion(Call call)
    {
        CustomerManagedPolicy policy = ManagedPolicyLookup.FindOwn(call);
        PolicyDocument document = ManagedPolicyOperations.Document(call.Required("PolicyDocument"));
        if (policy.Versions.Count >= CustomerManagedPolicy.MaxVersions)
            throw IamErrors.LimitExceeded($"A managed policy can have up to {CustomerManagedPolicy.MaxVersions} versions. Before you create a new version, you must delete an existing version.");
        PolicyVersion made = policy.Add(document, call.Now, call.Flag("SetAsDefault") == true);
        return new JsonObject { ["PolicyVersion"] = ManagedPolicyRendering.BriefVersion(call.Account, policy.Arn, made) };
    }

    private static JsonObject GetPolicyVersion(Call call)
    {
        PolicyVersion version = ManagedPolicyLookup.FindVersion(call);
        return new JsonObject { ["PolicyVersion"] = ManagedPolicyRendering.WholeVersion(call.Account, ManagedPolicyLookup.Arn(call), version) };
    }

    // Newest first, as AWS lists them.
    private static JsonObject ListPolicyVersions(Call call)
    {
        string arn = ManagedPolicyLookup.Find(call);
        return Page.ByMarker(call, "Versions", [.. ManagedPolicyLookup.VersionsOf(call.Account, arn).Reverse()], version => ManagedPolicyRendering.BriefVersion(call.Account, arn, version));
    }

    private static JsonObject? SetDefaultPolicyVersion(Call call)
    {
        CustomerManagedPolicy policy = ManagedPolicyLookup.FindOwn(call);
        policy.SetDefault(ManagedPolicyLookup.FindVersion(call, policy));
        return null;
    }

    private static JsonObject? DeletePolicyVersion(Call call)
    {
        CustomerManagedPolicy policy = ManagedPolicyLookup.FindOwn(call);
        PolicyVersion version = ManagedPolicyLookup.FindVersion(call, policy);
        if (version == policy.Default)
            throw new ServiceError("DeleteConflict", "Cannot delete the default version of a policy.");
        policy.Remove(version);
        return null;
    }
}
