using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.IdentityStore;

/// <summary>The Identity Store: reading users, groups and memberships.</summary>
internal sealed class IdentityStoreService(UserDirectory directory, string ownerAccountId, Func<string, bool> isAdministeredFrom, string region)
{
    private const string Creator = "SCIM";
    private static readonly DateTimeOffset CreatedAt = new(2025, 1, 15, 9, 0, 0, TimeSpan.Zero);

    public Service Create() => new("identitystore", "identitystore",
    [
        new Operation("DescribeUser", Store, call => RenderUser(FindUser(call.Required("UserId")))),
        new Operation("DescribeGroup", Store, call => RenderGroup(FindGroup(call.Required("GroupId")))),
        new Operation("GetUserId", Store, GetUserId),
        new Operation("GetGroupId", Store, GetGroupId),
        new Operation("ListUsers", Store, ListUsers),
        new Operation("ListGroups", Store, ListGroups),
        new Operation("ListGroupMemberships", Store, ListGroupMemberships),
        new Operation("ListGroupMembershipsForMember", Store, ListGroupMembershipsForMember),
        new Operation("IsMemberInGroups", Store, IsMemberInGroups),
        new Operation("DescribeGroupMembership", Store, DescribeGroupMembership),
        new Operation("GetGroupMembershipId", Store, GetGroupMembershipId),
    ])
    {
        Precondition = CheckStore,
    };

    private void CheckStore(Call call)
    {
        if (!isAdministeredFrom(call.Account.Id))
            throw new ServiceError("AccessDeniedException", $"User: {call.Caller.Arn} is not authorized to perform: identitystore:{call.Operation.Name} on resource: {Store(call)}");
        if (call.Region != region || call.Required("IdentityStoreId") != directory.Id)
            throw NotFound("IDENTITY_STORE");
    }

    private string Store(Call call) => $"arn:{call.Account.Partition}:identitystore::{ownerAccountId}:identitystore/{directory.Id}";

    private JsonObject GetUserId(Call call)
    {
        (string path, string value) = UniqueAttribute(call);
        SandboxUser? user = path.ToUpperInvariant() switch
        {
            "USERNAME" => directory.FindUserByName(value),
            "EMAILS.VALUE" => directory.Users.FirstOrDefault(u => u.Email.Equals(value, StringComparison.OrdinalIgnoreCase)),
            _ => throw Invalid($"The attribute path {path} is not supported."),
        };
        return user is null ? throw NotFound("USER") : new JsonObject { ["IdentityStoreId"] = directory.Id, ["UserId"] = user.UserId };
    }

    private JsonObject GetGroupId(Call call)
    {
        (string path, string value) = UniqueAttribute(call);
        if (!path.Equals("displayName", StringComparison.OrdinalIgnoreCase))
            throw Invalid($"The attribute path {path} is not supported.");
        Group? group = directory.Groups.FirstOrDefault(g => g.DisplayName.Equals(value, StringComparison.OrdinalIgnoreCase));
        return group is null ? throw NotFound("GROUP") : new JsonObject { ["IdentityStoreId"] = directory.Id, ["GroupId"] = group.Id };
    }

    private static (string Path, string Value) UniqueAttribute(Call call)
    {
        JsonObject identifier = call.Input["AlternateIdentifier"]!.AsObject();
        if (identifier.Count(static member => member.Value is not null) != 1)
            throw Invalid("Exactly one alternate identifier must be given.");
        if (identifier["UniqueAttribute"] is not JsonObject attribute)
            throw NotFound("USER");
        return attribute["AttributeValue"] is JsonValue value && value.TryGetValue(out string? text)
            ? (attribute["AttributePath"]!.GetValue<string>(), text)
            : throw Invalid("The attribute value must be a string.");
    }

    private JsonObject ListUsers(Call call)
    {
        string? name = Filter(call, "UserName");
        List<SandboxUser> users = [.. directory.Users.Where(user => name is null || user.UserName.Equals(name, StringComparison.OrdinalIgnoreCase))];
        return Page.ByToken(call, "Users", users, RenderUser);
    }

    private JsonObject ListGroups(Call call)
    {
        string? name = Filter(call, "DisplayName");
        List<Group> groups = [.. directory.Groups.Where(group => name is null || group.DisplayName.Equals(name, StringComparison.OrdinalIgnoreCase))];
        return Page.ByToken(call, "Groups", groups, RenderGroup);
    }

    private static string? Filter(Call call, string attribute)
    {
        List<JsonObject> filters = [.. call.Objects("Filters")];
        if (filters.Count == 0)
            return null;
        return filters is [var filter] && filter["AttributePath"]!.GetValue<string>() == attribute
            ? filter["AttributeValue"]!.GetValue<string>()
            : throw Invalid($"Filters are supported on {attribute} alone.");
    }

    private JsonObject ListGroupMemberships(Call call)
    {
        Group group = FindGroup(call.Required("GroupId"));
        return Page.ByToken(call, "GroupMemberships", [.. group.MembershipIds], membership => RenderMembership(group, membership.Key, membership.Value));
    }

    private JsonObject ListGroupMembershipsForMember(Call call)
    {
        string userId = Member(call);
        FindUser(userId);
        return Page.ByToken(call, "GroupMemberships", [.. directory.GroupsOf(userId)], group => RenderMembership(group, userId, group.MembershipIds[userId]));
    }

    private JsonObject IsMemberInGroups(Call call)
    {
        string userId = Member(call);
        FindUser(userId);
        return new JsonObject
        {
            ["Results"] = new JsonArray([.. call.Texts("GroupIds").Select(groupId => new JsonObject
            {
                ["GroupId"] = groupId,
                ["MemberId"] = new JsonObject { ["UserId"] = userId },
                ["MembershipExists"] = FindGroup(groupId).MembershipIds.ContainsKey(userId),
            })]),
        };
    }

    private JsonObject DescribeGroupMembership(Call call)
    {
        string id = call.Required("MembershipId");
        foreach (Group group in directory.Groups)
        {
            if (group.MembershipIds.FirstOrDefault(membership => membership.Value == id) is { Key: { } userId })
                return RenderMembership(group, userId, id);
        }
        throw NotFound("GROUP_MEMBERSHIP");
    }

    private JsonObject GetGroupMembershipId(Call call)
        => FindGroup(call.Required("GroupId")).MembershipIds.TryGetValue(Member(call), out string? id)
            ? new JsonObject { ["IdentityStoreId"] = directory.Id, ["MembershipId"] = id }
            : throw NotFound("GROUP_MEMBERSHIP");

    private static string Member(Call call)
        => call.Input["MemberId"]!["UserId"]?.GetValue<string>() ?? throw Invalid("The member must be a user.");

    private SandboxUser FindUser(string id) => directory.FindUser(id) ?? throw NotFound("USER");

    private Group FindGroup(string id) => directory.FindGroup(id) ?? throw NotFound("GROUP");

    private JsonObject RenderUser(SandboxUser user) => new()
    {
        ["IdentityStoreId"] = directory.Id,
        ["UserId"] = user.UserId,
        ["UserName"] = user.UserName,
        ["DisplayName"] = user.DisplayName,
        ["Name"] = new JsonObject { ["GivenName"] = user.DisplayName, ["FamilyName"] = "Example" },
        ["Emails"] = new JsonArray(new JsonObject { ["Value"] = user.Email, ["Type"] = "work", ["Primary"] = true }),
        ["UserStatus"] = user.DisabledAt is null ? "ENABLED" : "DISABLED",
        ["CreatedAt"] = CreatedAt,
        ["CreatedBy"] = Creator,
        ["UpdatedAt"] = CreatedAt,
        ["UpdatedBy"] = Creator,
    };

    private JsonObject RenderGroup(Group group) => new()
    {
        ["IdentityStoreId"] = directory.Id,
        ["GroupId"] = group.Id,
        ["DisplayName"] = group.DisplayName,
        ["CreatedAt"] = CreatedAt,
        ["CreatedBy"] = Creator,
        ["UpdatedAt"] = CreatedAt,
        ["UpdatedBy"] = Creator,
    };

    private JsonObject RenderMembership(Group group, string userId, string membershipId) => new()
    {
        ["IdentityStoreId"] = directory.Id,
        ["MembershipId"] = membershipId,
        ["GroupId"] = group.Id,
        ["MemberId"] = new JsonObject { ["UserId"] = userId },
        ["CreatedAt"] = CreatedAt,
        ["CreatedBy"] = Creator,
        ["UpdatedAt"] = CreatedAt,
        ["UpdatedBy"] = Creator,
    };

    private static ServiceError NotFound(string type) => new("ResourceNotFoundException", $"{type} not found.");

    private static ServiceError Invalid(string message) => new("ValidationException", message);
}
