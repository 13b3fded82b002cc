using System.Text.Json.Nodes;
using CrossAccess.Sandbox.CloudFormation.Templates;
using CrossAccess.Sandbox.Events;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>CloudFormation for stacks of IAM's roles and policies (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/).</summary>
internal sealed class CloudFormationService(Service iam, EventLog log)
{
    private readonly StackStore _stacks = new();

    public Service Create() => new("cloudformation", "cloudformation",
    [
        new Operation("CreateStack", _stacks.Arn, CreateStack),
        new Operation("UpdateStack", _stacks.Arn, UpdateStack),
        new Operation("DeleteStack", _stacks.Arn, DeleteStack),
        new Operation("DescribeStacks", _stacks.Arn, DescribeStacks),
        new Operation("ListStacks", static _ => "*", ListStacks),
        new Operation("DescribeStackEvents", _stacks.Arn, DescribeStackEvents),
        new Operation("DescribeStackResource", _stacks.Arn, DescribeStackResource),
        new Operation("DescribeStackResources", _stacks.Arn, DescribeStackResources),
        new Operation("ListStackResources", _stacks.Arn, ListStackResources),
        new Operation("GetTemplate", _stacks.Arn, GetTemplate),
        new Operation("ValidateTemplate", static _ => "*", ValidateTemplate),
        new Operation("GetTemplateSummary", _stacks.Arn, GetTemplateSummary),
        .. new ChangeSetOperations(_stacks, Deployer).All,
    ]);

    private StackDeployer Deployer(Call call, Stack stack) => new(new CallerOperations(iam, log, call), stack);

    private JsonObject CreateStack(Call call)
    {
        string name = call.Required("StackName");
        if (_stacks.Find(call, name) is not null)
            throw new ServiceError("AlreadyExistsException", $"Stack [{name}] already exists");
        if (call.Text("OnFailure") is not null && call.Flag("DisableRollback") is not null)
            throw Deployment.Invalid("Either DisableRollback or OnFailure can be specified, not both.");
        Deployment deployment = Deployment.Read(call, null);
        Stack stack = _stacks.Add(call, name);
        try
        {
            Preview(stack, deployment);
        }
        catch (ServiceError)
        {
            _stacks.Remove(stack);
            throw;
        }
        stack.DisableRollback = call.Flag("DisableRollback") ?? false;
        Deployer(call, stack).Create(deployment, call.Text("OnFailure") ?? (stack.DisableRollback ? "DO_NOTHING" : "ROLLBACK"));
        return new JsonObject { ["StackId"] = stack.Id };
    }

    private JsonObject UpdateStack(Call call)
    {
        Stack stack = _stacks.Find(call, call.Required("StackName")) ?? throw Deployment.Invalid($"Stack [{call.Required("StackName")}] does not exist");
        RequireUpdatable(stack);
        Deployment deployment = Deployment.Read(call, stack);
        if (!IsChanged(stack, deployment))
            throw Deployment.Invalid("No updates are to be performed.");
        Deployer(call, stack).Update(deployment);
        return new JsonObject { ["StackId"] = stack.Id };
    }

    // A stack that is not there is deleted already.
    private JsonObject? DeleteStack(Call call)
    {
        if (_stacks.Find(call, call.Required("StackName")) is { IsDeleted: false } stack)
            Deployer(call, stack).Delete([.. call.Texts("RetainResources")]);
        return null;
    }

    private JsonObject DescribeStacks(Call call)
    {
        List<Stack> stacks = call.Text("StackName") is { } name ? [_stacks.Require(call, name)] : [.. _stacks.Of(call).Where(static stack => !stack.IsDeleted)];
        return Page.ByToken(call, "Stacks", stacks, StackRendering.Whole);
    }

    private JsonObject ListStacks(Call call)
    {
        HashSet<string> statuses = [.. call.Texts("StackStatusFilter")];
        return Page.ByToken(call, "StackSummaries", [.. _stacks.Of(call).Where(stack => statuses.Count == 0 || statuses.Contains(stack.Status))], StackRendering.Brief);
    }

    private JsonObject DescribeStackEvents(Call call)
    {
        Stack stack = _stacks.Find(call, call.Required("StackName")) ?? throw Deployment.Invalid($"Stack [{call.Required("StackName")}] does not exist");
        return Page.ByToken(call, "StackEvents", stack.Events, entry => StackRendering.Event(stack, entry));
    }

    private JsonObject DescribeStackResource(Call call)
    {
        Stack stack = _stacks.Require(call, call.Required("StackName"));
        StackResource resource = stack.Find(call.Required("LogicalResourceId"))
            ?? throw Deployment.Invalid($"Resource {call.Required("LogicalResourceId")} does not exist for stack {stack.Name}");
        return new JsonObject { ["StackResourceDetail"] = StackRendering.Owned(stack, StackRendering.Resource(resource, "LastUpdatedTimestamp")) };
    }

    private JsonObject DescribeStackResources(Call call)
    {
        string? physical = call.Text("PhysicalResourceId");
        string? logical = call.Text("LogicalResourceId");
        Stack stack = call.Text("StackName") is { } name
            ? _stacks.Require(call, name)
            : _stacks.Of(call).FirstOrDefault(stack => physical is not null && stack.Resources.Exists(r => r.PhysicalId == physical)) ?? throw Deployment.Invalid($"Stack for {physical ?? "this request"} does not exist");
        IEnumerable<StackResource> found = stack.Resources.Where(resource => (logical is null || resource.LogicalId == logical) && (physical is null || call.Text("StackName") is null || resource.PhysicalId == physical));
        return new JsonObject { ["StackResources"] = new JsonArray([.. found.Select(resource => StackRendering.Owned(stack, StackRendering.Resource(resource, "Timestamp")))]) };
    }

    private JsonObject ListStackResources(Call call)
        => Page.ByToken(call, "StackResourceSummaries", _stacks.Require(call, call.Required("StackName")).Resources, static resource => StackRendering.Resource(resource, "LastUpdatedTimestamp"));

    private JsonObject GetTemplate(Call call)
    {
        Stack stack = _stacks.Require(call, call.Text("StackName") ?? throw Deployment.Invalid("StackName is required."));
        Template template = call.Text("ChangeSetName") is { } named ? ChangeSetOperations.Find(stack, named).Template : stack.Current?.Template ?? throw Deployment.Invalid($"Stack {stack.Name} has no template yet.");
        return new JsonObject { ["TemplateBody"] = template.Text, ["StagesAvailable"] = new JsonArray("Original", "Processed") };
    }

    private static JsonObject ValidateTemplate(Call call)
    {
        Template template = Deployment.ReadTemplate(call, null);
        JsonObject output = Summary(template);
        output["Parameters"] = new JsonArray([.. template.Parameters.Select(StackRendering.Parameter)]);
        return output;
    }

    private JsonObject GetTemplateSummary(Call call)
    {
        Template template = call.Text("StackName") is { } name
            ? _stacks.Require(call, name).Current?.Template ?? throw Deployment.Invalid($"Stack {name} has no template yet.")
            : Deployment.ReadTemplate(call, null);
        JsonObject output = Summary(template);
        output["Parameters"] = new JsonArray([.. template.Parameters.Select(StackRendering.Declaration)]);
        output["ResourceTypes"] = new JsonArray([.. template.Resources.Select(static r => JsonValue.Create(r.Type))]);
        output["Version"] = template.Root["AWSTemplateFormatVersion"]?.ToString();
        return output;
    }

    private static JsonObject Summary(Template template) => new()
    {
        ["Description"] = template.Description,
        ["Capabilities"] = template.RequiredCapability is { } capability ? new JsonArray(capability) : null,
        ["CapabilitiesReason"] = template.RequiredCapability is null ? null : $"The following resource(s) require capabilities: [{string.Join(", ", template.Resources.Select(static r => r.Type).Distinct())}]",
    };

    public static void RequireUpdatable(Stack stack)
    {
        if (stack.Status is not ("CREATE_COMPLETE" or "UPDATE_COMPLETE" or "UPDATE_ROLLBACK_COMPLETE"))
            throw Deployment.Invalid($"Stack:{stack.Id} is in {stack.Status} state and can not be updated.");
    }

    public static bool IsChanged(Stack stack, Deployment deployment)
        => Preview(stack, deployment).Count > 0 || !Json(stack.Current!.Template, "Outputs").Equals(Json(deployment.Template, "Outputs"), StringComparison.Ordinal);

    /// <summary>What would change; conditions that cannot be worked out are the caller's fault.</summary>
    public static IReadOnlyList<(string Action, string LogicalId, string Type, string? PhysicalId)> Preview(Stack stack, Deployment deployment)
    {
        try
        {
            return StackDeployer.Changes(stack, deployment);
        }
        catch (TemplateFault fault)
        {
            throw Deployment.Invalid(fault.Message);
        }
    }

    private static string Json(Template template, string section) => template.Section(section).ToJsonString();
}
