using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;

namespace CrossAccess.Sandbox.Iam;

/// <summary>Roles as IAM shows them; documents are URL-encoded as RFC 3986 has it.</summary>
internal static class RoleRendering
{
    /// <summary>As ListRoles gives it: without tags, boundary and last use.</summary>
    public static JsonObject Brief(IamRole role, Cloud cloud) => new()
    {
        ["Path"] = role.Path,
        ["RoleName"] = role.Name,
        ["RoleId"] = role.Id,
        ["Arn"] = role.Arn,
        ["CreateDate"] = role.CreatedAt,
        ["AssumeRolePolicyDocument"] = Uri.EscapeDataString(ShownTrust(role, cloud)),
        ["Description"] = role.Description,
        ["MaxSessionDuration"] = role.MaxSessionDuration,
    };

    public static JsonObject Whole(IamRole role, Cloud cloud)
    {
        JsonObject whole = Brief(role, cloud);
        if (role.BoundaryArn is not null)
            whole["PermissionsBoundary"] = new JsonObject { ["PermissionsBoundaryType"] = "PermissionsBoundaryPolicy", ["PermissionsBoundaryArn"] = role.BoundaryArn };
        if (role.Tags.Count > 0)
            whole["Tags"] = Tags(role);
        whole["RoleLastUsed"] = new JsonObject { ["LastUsedDate"] = role.LastUsedAt, ["Region"] = role.LastUsedRegion };
        return whole;
    }

    public static JsonArray Tags(IamRole role) => [.. role.Tags.Select(static tag => Tag(tag))];

    public static JsonObject Tag(KeyValuePair<string, string> tag) => new() { ["Key"] = tag.Key, ["Value"] = tag.Value };

    // A principal that is gone is shown by the unique id that it left behind.
    private static string ShownTrust(IamRole role, Cloud cloud)
    {
        string text = role.Trust.Document.Text;
        foreach ((string principal, string id) in role.Trust.PinnedIds)
        {
            if (TrustPrincipals.UniqueId(cloud, principal) != id)
                text = text.Replace($"\"{principal}\"", $"\"{id}\"", StringComparison.Ordinal);
        }
        return text;
    }
}
