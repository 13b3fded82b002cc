using System.Text.Json.Nodes;
using System.Xml;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>Making, reading, changing and deleting permission sets.</summary>
internal sealed class PermissionSetOperations(IdentityCenterInstance instance, AdminRules rules)
{
    public IEnumerable<Operation> All =>
    [
        new("CreatePermissionSet", rules.Instance, CreatePermissionSet),
        new("DescribePermissionSet", AdminRules.SetArn, call => Shown(rules.Find(call))),
        new("ListPermissionSets", rules.Instance, ListPermissionSets),
        new("UpdatePermissionSet", AdminRules.SetArn, UpdatePermissionSet),
        new("DeletePermissionSet", AdminRules.SetArn, DeletePermissionSet),
    ];

    private JsonObject CreatePermissionSet(Call call)
    {
        string name = call.Required("Name");
        if (instance.FindByName(name) is not null)
            throw new ServiceError("ConflictException", $"PermissionSet with name {name} already exists.");
        if (instance.PermissionSets.Count >= instance.Quotas.Sets)
            throw new ServiceError("ServiceQuotaExceededException", $"You have reached the limit of {instance.Quotas.Sets} permission sets.");
        PermissionSet set = new(instance.Arn, name, call.Now) { Description = call.Text("Description"), RelayState = call.Text("RelayState") };
        set.SessionDuration = CheckedDuration(call) ?? set.SessionDuration;
        foreach ((string key, string value) in call.Tags())
            set.Tags[key] = value;
        instance.Add(set);
        return Shown(set);
    }

    private JsonObject ListPermissionSets(Call call)
        => Page.ByToken(call, "PermissionSets", [.. instance.PermissionSets], static set => set.Arn);

    // What is omitted is cleared, except the duration, which is always there.
    private JsonObject UpdatePermissionSet(Call call)
    {
        PermissionSet set = rules.FindOwn(call);
        set.SessionDuration = CheckedDuration(call) ?? set.SessionDuration;
        set.Description = call.Text("Description");
        set.RelayState = call.Text("RelayState");
        set.Revision++;
        return [];
    }

    private JsonObject DeletePermissionSet(Call call)
    {
        instance.Remove(rules.FindOwn(call));
        return [];
    }

    private static string? CheckedDuration(Call call)
    {
        if (call.Text("SessionDuration") is not { } text)
            return null;
        TimeSpan duration;
        try
        {
            duration = XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            throw OutOfRange();
        }
        return duration >= TimeSpan.FromHours(1) && duration <= TimeSpan.FromHours(12) ? text : throw OutOfRange();
    }

    private static ServiceError OutOfRange() => new("ValidationException", "Invalid session duration. Session duration must be between 1 hour and 12 hours.");

    private static JsonObject Shown(PermissionSet set) => new()
    {
        ["PermissionSet"] = new JsonObject
        {
            ["Name"] = set.Name,
            ["PermissionSetArn"] = set.Arn,
            ["Description"] = set.Description,
            ["CreatedDate"] = set.CreatedAt,
            ["SessionDuration"] = set.SessionDuration,
            ["RelayState"] = set.RelayState,
        },
    };
}
