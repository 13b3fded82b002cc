using System.Text.Json.Nodes;
using CrossAccess.Sandbox.CloudFormation.Templates;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>Stacks and their parts as CloudFormation shows them.</summary>
internal static class StackRendering
{
    public static JsonObject Whole(Stack stack)
    {
        JsonObject shown = new()
        {
            ["StackId"] = stack.Id,
            ["StackName"] = stack.Name,
            ["ChangeSetId"] = stack.ChangeSetId,
            ["Description"] = stack.Current?.Template.Description,
            ["Parameters"] = stack.Current is { } current ? Parameters(current) : null,
            ["CreationTime"] = stack.CreatedAt,
            ["DeletionTime"] = stack.DeletedAt,
            ["LastUpdatedTime"] = stack.UpdatedAt,
            ["StackStatus"] = stack.Status,
            ["StackStatusReason"] = stack.StatusReason,
            ["DisableRollback"] = stack.DisableRollback,
            ["Capabilities"] = new JsonArray([.. (stack.Current?.Capabilities ?? []).Select(static c => JsonValue.Create(c))]),
            ["Tags"] = Tags(stack.Current),
        };
        if (stack.Outputs.Count > 0)
            shown["Outputs"] = new JsonArray([.. stack.Outputs.Select(static o => new JsonObject { ["OutputKey"] = o.Key, ["OutputValue"] = o.Value, ["Description"] = o.Description, ["ExportName"] = o.ExportName })]);
        return shown;
    }

    public static JsonObject Brief(Stack stack) => new()
    {
        ["StackId"] = stack.Id,
        ["StackName"] = stack.Name,
        ["TemplateDescription"] = stack.Current?.Template.Description,
        ["CreationTime"] = stack.CreatedAt,
        ["LastUpdatedTime"] = stack.UpdatedAt,
        ["DeletionTime"] = stack.DeletedAt,
        ["StackStatus"] = stack.Status,
        ["StackStatusReason"] = stack.StatusReason,
    };

    public static JsonObject Event(Stack stack, StackEvent entry) => new()
    {
        ["StackId"] = stack.Id,
        ["EventId"] = entry.Id,
        ["StackName"] = stack.Name,
        ["LogicalResourceId"] = entry.LogicalId,
        ["PhysicalResourceId"] = entry.PhysicalId,
        ["ResourceType"] = entry.Type,
        ["Timestamp"] = entry.Time,
        ["ResourceStatus"] = entry.Status,
        ["ResourceStatusReason"] = entry.Reason,
    };

    /// <param name="timeMember">The model calls it Timestamp or LastUpdatedTimestamp.</param>
    public static JsonObject Resource(StackResource resource, string timeMember) => new()
    {
        ["LogicalResourceId"] = resource.LogicalId,
        ["PhysicalResourceId"] = resource.PhysicalId,
        ["ResourceType"] = resource.Type,
        [timeMember] = resource.UpdatedAt,
        ["ResourceStatus"] = resource.Status,
        ["ResourceStatusReason"] = resource.StatusReason,
    };

    public static JsonObject Owned(Stack stack, JsonObject resource)
    {
        resource["StackName"] = stack.Name;
        resource["StackId"] = stack.Id;
        return resource;
    }

    public static JsonObject ChangeSet(Stack stack, ChangeSet set) => new()
    {
        ["ChangeSetName"] = set.Name,
        ["ChangeSetId"] = set.Id,
        ["StackId"] = stack.Id,
        ["StackName"] = stack.Name,
        ["Description"] = set.Description,
        ["Parameters"] = Parameters(set.Deployment),
        ["CreationTime"] = set.CreatedAt,
        ["ExecutionStatus"] = set.ExecutionStatus,
        ["Status"] = set.Status,
        ["StatusReason"] = set.StatusReason,
        ["Capabilities"] = new JsonArray([.. set.Deployment.Capabilities.Select(static c => JsonValue.Create(c))]),
        ["Tags"] = Tags(set.Deployment),
        ["Changes"] = new JsonArray([.. set.Changes.Select(static change => new JsonObject
        {
            ["Type"] = "Resource",
            ["ResourceChange"] = new JsonObject { ["Action"] = change.Action, ["LogicalResourceId"] = change.LogicalId, ["PhysicalResourceId"] = change.PhysicalId, ["ResourceType"] = change.Type },
        })]),
    };

    private static JsonArray Parameters(Deployment deployment)
        => new([.. deployment.Template.Parameters.Select(p => new JsonObject { ["ParameterKey"] = p.Name, ["ParameterValue"] = p.NoEcho ? "****" : deployment.Parameters[p.Name] })]);

    private static JsonArray Tags(Deployment? deployment)
        => new([.. (deployment?.Tags ?? new Dictionary<string, string>()).Select(static tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);

    /// <summary>As GetTemplateSummary gives it, with the type.</summary>
    public static JsonObject Declaration(TemplateParameter parameter)
    {
        JsonObject shown = Parameter(parameter);
        shown["ParameterType"] = parameter.Type;
        return shown;
    }

    public static JsonObject Parameter(TemplateParameter parameter) => new()
    {
        ["ParameterKey"] = parameter.Name,
        ["DefaultValue"] = parameter.Default,
        ["NoEcho"] = parameter.NoEcho,
        ["Description"] = parameter.Description,
    };
}
