using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Iam;

/// <summary>A role's tags; keys are unique whatever their case.</summary>
internal static class RoleTagOperations
{
    public static IEnumerable<Operation> All { get; } =
    [
        new("TagRole", RoleLookup.Arn, TagRole),
        new("UntagRole", RoleLookup.Arn, UntagRole),
        new("ListRoleTags", RoleLookup.Arn, ListRoleTags),
    ];

    /// <summary>Adds the call's tags to the role.</summary>
    public static void Put(IamRole role, Call call)
    {
        IReadOnlyList<KeyValuePair<string, string>> tags = call.Tags();
        if (tags.DistinctBy(static tag => tag.Key, StringComparer.OrdinalIgnoreCase).Count() != tags.Count)
            throw new ServiceError("InvalidInput", "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        if (tags.FirstOrDefault(static tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)).Key is not null)
            throw new ServiceError("InvalidInput", "Tag keys that start with 'aws:' are reserved for system use.");
        if (role.Tags.Keys.Union(tags.Select(static tag => tag.Key), StringComparer.OrdinalIgnoreCase).Count() > IamQuotas.TagsPerRole)
            throw IamErrors.LimitExceeded($"The number of tags has reached the maximum limit: {IamQuotas.TagsPerRole}.");
        foreach ((string key, string value) in tags)
        {
            role.Tags.Remove(key);
            role.Tags.Add(key, value);
        }
    }

    private static JsonObject? TagRole(Call call)
    {
        Put(RoleLookup.FindOwn(call), call);
        return null;
    }

    private static JsonObject? UntagRole(Call call)
    {
        IamRole role = RoleLookup.FindOwn(call);
        foreach (string key in call.Texts("TagKeys"))
            role.Tags.Remove(key);
        return null;
    }

    private static JsonObject ListRoleTags(Call call)
        => Page.ByMarker(call, "Tags", [.. RoleLookup.Find(call).Tags], static tag => RoleRendering.Tag(tag));
}
