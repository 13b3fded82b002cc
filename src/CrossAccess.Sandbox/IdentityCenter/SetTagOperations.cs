using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>Tags of permission sets and of the instance; they do not reach the roles.</summary>
internal sealed class SetTagOperations(IdentityCenterInstance instance, AdminRules rules)
{
    private const int MaxTags = 50;

    public IEnumerable<Operation> All =>
    [
        new("TagResource", Resource, TagResource),
        new("UntagResource", Resource, UntagResource),
        new("ListTagsForResource", Resource, ListTags),
    ];

    private static string Resource(Call call) => call.Required("ResourceArn");

    private JsonObject TagResource(Call call)
    {
        SortedDictionary<string, string> tags = FindOwn(call);
        IReadOnlyList<KeyValuePair<string, string>> added = call.Tags();
        if (tags.Keys.Union(added.Select(static tag => tag.Key)).Count() > MaxTags)
            throw new ServiceError("ServiceQuotaExceededException", $"A resource can have {MaxTags} tags at most.");
        foreach ((string key, string value) in added)
            tags[key] = value;
        return [];
    }

    private JsonObject UntagResource(Call call)
    {
        SortedDictionary<string, string> tags = FindOwn(call);
        foreach (string key in call.Texts("TagKeys"))
            tags.Remove(key);
        return [];
    }

    private JsonObject ListTags(Call call)
        => Page.ByToken(call, "Tags", [.. Find(call)], static tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value }, MaxTags);

    private SortedDictionary<string, string> FindOwn(Call call)
    {
        if (instance.Find(Resource(call)) is { } set)
            rules.CheckReach(call, set);
        return Find(call);
    }

    private SortedDictionary<string, string> Find(Call call)
    {
        string arn = Resource(call);
        if (arn == instance.Arn)
            return instance.Tags;
        return instance.Find(arn)?.Tags ?? throw new ServiceError("ResourceNotFoundException", $"Resource {arn} is not found.");
    }
}
