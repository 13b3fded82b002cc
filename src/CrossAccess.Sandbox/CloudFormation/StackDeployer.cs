using System.Text.Json.Nodes;
using CrossAccess.Sandbox.CloudFormation.Templates;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>
/// Makes a stack what its deployment says, resource by resource, and takes everything back when one fails. It is done by the
/// time that the call is answered; the history tells the steps as CloudFormation would have taken them.
/// </summary>
internal sealed class StackDeployer(CallerOperations iam, Stack stack)
{
    private static readonly Dictionary<string, IStackResourceType> Types = new()
    {
        [TemplateResource.Role] = new RoleType(),
        [TemplateResource.RolePolicy] = new RolePolicyType(),
        [TemplateResource.Policy] = new PolicyType(),
        [TemplateResource.ManagedPolicy] = new ManagedPolicyType(),
    };

    private DateTimeOffset Now => iam.Now;

    public void Create(Deployment deployment, string onFailure)
    {
        stack.Become("CREATE_IN_PROGRESS", Now, "User Initiated");
        stack.Current = deployment;
        List<StackResource> made = [];
        if ((Apply(deployment, made.Add, static (_, _) => { }, static _ => { }) ?? WriteOutputs(deployment)) is not { } failure)
        {
            stack.Become("CREATE_COMPLETE", Now);
            return;
        }
        if (onFailure == "DO_NOTHING")
        {
            stack.Become("CREATE_FAILED", Now, failure);
            return;
        }
        bool deletes = onFailure == "DELETE";
        stack.Become(deletes ? "DELETE_IN_PROGRESS" : "ROLLBACK_IN_PROGRESS", Now, failure + " Rollback requested by user.");
        bool isClean = DeleteAll(made, isRollback: true);
        if (deletes && isClean)
            stack.DeletedAt = Now;
        stack.Become((deletes ? "DELETE_" : "ROLLBACK_") + (isClean ? "COMPLETE" : "FAILED"), Now);
    }

    public void Update(Deployment deployment)
    {
        Deployment before = stack.Current!;
        stack.Become("UPDATE_IN_PROGRESS", Now, "User Initiated");
        stack.UpdatedAt = Now;
        stack.Current = deployment;
        List<StackResource> made = [];
        List<StackResource> replaced = [];
        List<(StackResource Resource, JsonObject Old)> changed = [];
        if ((Apply(deployment, made.Add, (resource, old) => changed.Add((resource, old)), replaced.Add) ?? WriteOutputs(deployment)) is { } failure)
        {
            RollBack(before, failure, made, replaced, changed);
            return;
        }
        List<StackResource> gone = [.. replaced, .. stack.Resources.Where(resource => !IsWanted(deployment, resource))];
        stack.Become("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", Now);
        DeleteAll(gone, isRollback: false);
        stack.Become("UPDATE_COMPLETE", Now);
    }

    public void Delete(IReadOnlyCollection<string> retained)
    {
        stack.Become("DELETE_IN_PROGRESS", Now, "User Initiated");
        foreach (StackResource resource in stack.Resources.Where(resource => retained.Contains(resource.LogicalId)))
            resource.IsRetained = true;
        bool isClean = DeleteAll(stack.Resources.ToList(), isRollback: false);
        if (isClean)
            stack.DeletedAt = Now;
        stack.Become(isClean ? "DELETE_COMPLETE" : "DELETE_FAILED", Now, isClean ? null : $"The following resource(s) failed to delete: [{string.Join(", ", stack.Resources.Select(static r => r.LogicalId))}].");
    }

    /// <summary>What the deployment would change.</summary>
    public static IReadOnlyList<(string Action, string LogicalId, string Type, string? PhysicalId)> Changes(Stack stack, Deployment deployment)
    {
        Intrinsics functions = stack.Functions(deployment);
        List<(string, string, string, string?)> changes = [];
        foreach (TemplateResource declared in References.Order(deployment.Template).Where(functions.IsMade))
        {
            if (stack.Find(declared.LogicalId) is not { } standing)
                changes.Add(("Add", declared.LogicalId, declared.Type, null));
            else if (standing.Type != declared.Type || !IsSame(functions, declared, standing))
                changes.Add(("Modify", declared.LogicalId, declared.Type, standing.PhysicalId));
        }
        changes.AddRange(stack.Resources.Where(resource => !IsWanted(stack, deployment, resource)).Select(static gone => ("Remove", gone.LogicalId, gone.Type, gone.PhysicalId)));
        return changes;
    }

    // What refers to something that is not made yet is new itself, and so not the same.
    private static bool IsSame(Intrinsics functions, TemplateResource declared, StackResource standing)
    {
        try
        {
            return JsonNode.DeepEquals(functions.Resolve(declared.Properties), standing.Properties);
        }
        catch (TemplateFault)
        {
            return false;
        }
    }

    // The reason of the first failure, or null.
    private string? Apply(Deployment deployment, Action<StackResource> made, Action<StackResource, JsonObject> changed, Action<StackResource> replaced)
    {
        Intrinsics functions = stack.Functions(deployment);
        foreach (TemplateResource declared in References.Order(deployment.Template).Where(functions.IsMade))
        {
            StackResource? standing = stack.Find(declared.LogicalId);
            StackResource resource = standing ?? new StackResource(declared.LogicalId, declared.Type);
            try
            {
                JsonObject properties = functions.Resolve(declared.Properties)!.AsObject();
                if (standing is not null && standing.Type == declared.Type && JsonNode.DeepEquals(properties, standing.Properties))
                    continue;
                IStackResourceType type = Types[declared.Type];
                CheckNames(type, properties);
                if (standing is not null && standing.Type == declared.Type && !IsReplaced(type, standing, properties))
                {
                    Change(type, standing, properties, changed);
                    continue;
                }
                resource = Begin(declared, properties, standing, replaced);
                made(resource);
                type.Create(iam, stack, resource);
                stack.Record(resource, "CREATE_COMPLETE", Now);
            }
            catch (Exception refused) when (refused is ServiceError or TemplateFault)
            {
                stack.Record(resource, resource.Status.StartsWith("UPDATE", StringComparison.Ordinal) ? "UPDATE_FAILED" : "CREATE_FAILED", Now, Reason(refused));
                return $"The following resource(s) failed to {(resource.Status == "UPDATE_FAILED" ? "update" : "create")}: [{declared.LogicalId}].";
            }
        }
        return null;
    }

    private void Change(IStackResourceType type, StackResource standing, JsonObject properties, Action<StackResource, JsonObject> changed)
    {
        JsonObject old = standing.Properties;
        stack.Record(standing, "UPDATE_IN_PROGRESS", Now);
        standing.Properties = properties;
        changed(standing, old);
        type.Update(iam, standing, old);
        stack.Record(standing, "UPDATE_COMPLETE", Now);
    }

    private StackResource Begin(TemplateResource declared, JsonObject properties, StackResource? standing, Action<StackResource> replaced)
    {
        StackResource resource = new(declared.LogicalId, declared.Type) { Properties = properties, IsRetained = declared.IsRetained };
        if (standing is not null)
        {
            stack.Resources.Remove(standing);
            replaced(standing);
        }
        stack.Resources.Add(resource);
        stack.Record(resource, "CREATE_IN_PROGRESS", Now);
        return resource;
    }

    private static bool IsReplaced(IStackResourceType type, StackResource standing, JsonObject properties)
    {
        if (!type.Replacing.Any(name => !JsonNode.DeepEquals(standing.Properties[name], properties[name])))
            return false;
        string custom = standing.Type == TemplateResource.Role ? "RoleName" : "ManagedPolicyName";
        bool keepsName = properties[custom] is not null && JsonNode.DeepEquals(standing.Properties[custom], properties[custom]);
        return !keepsName
            ? true
            : throw new ServiceError("ValidationError", $"CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename {properties[custom]} and update the stack again.");
    }

    private static void CheckNames(IStackResourceType type, JsonObject properties)
    {
        if (properties.Select(static member => member.Key).FirstOrDefault(name => !type.Properties.Contains(name)) is { } unknown)
            throw new ServiceError("ValidationError", $"Properties validation failed for resource with message: #: extraneous key [{unknown}] is not permitted");
    }

    private void RollBack(Deployment before, string failure, List<StackResource> made, List<StackResource> replaced, List<(StackResource Resource, JsonObject Old)> changed)
    {
        stack.Become("UPDATE_ROLLBACK_IN_PROGRESS", Now, failure);
        bool isClean = true;
        foreach ((StackResource resource, JsonObject old) in changed.AsEnumerable().Reverse())
            isClean &= Attempt(resource, "UPDATE", () => Restore(resource, old));
        stack.Current = before;
        stack.Resources.AddRange(replaced);
        WriteOutputs(before);
        stack.Become("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", Now);
        isClean &= DeleteAll(made, isRollback: true);
        stack.Become(isClean ? "UPDATE_ROLLBACK_COMPLETE" : "UPDATE_ROLLBACK_FAILED", Now);
    }

    private void Restore(StackResource resource, JsonObject old)
    {
        JsonObject failed = resource.Properties;
        resource.Properties = old;
        Types[resource.Type].Update(iam, resource, failed);
    }

    // In the opposite order of making; whether all went. What a rollback finds was made a moment ago and is never retained.
    private bool DeleteAll(List<StackResource> resources, bool isRollback)
    {
        bool isClean = true;
        foreach (StackResource resource in resources.AsEnumerable().Reverse())
        {
            if (resource.IsRetained && !isRollback)
                stack.Record(resource, "DELETE_SKIPPED", Now);
            else if (resource.PhysicalId is not null && !Attempt(resource, "DELETE", () => Types[resource.Type].Delete(iam, resource)))
            {
                isClean = false;
                continue;
            }
            stack.Resources.Remove(resource);
        }
        return isClean;
    }

    private bool Attempt(StackResource resource, string verb, Action work)
    {
        stack.Record(resource, verb + "_IN_PROGRESS", Now);
        try
        {
            work();
        }
        catch (ServiceError refused)
        {
            stack.Record(resource, verb + "_FAILED", Now, Reason(refused));
            return false;
        }
        stack.Record(resource, verb + "_COMPLETE", Now);
        return true;
    }

    // What is wrong with the outputs, or null.
    private string? WriteOutputs(Deployment deployment)
    {
        Intrinsics functions = stack.Functions(deployment);
        List<(string, string, string?, string?)> outputs = [];
        try
        {
            foreach ((string key, JsonNode? node) in deployment.Template.Section("Outputs"))
            {
                if (node is not JsonObject output || (output["Condition"] is { } condition && !functions.Condition(condition.ToString())))
                    continue;
                string? export = (output["Export"] as JsonObject)?["Name"] is { } name ? functions.Text(name) : null;
                outputs.Add((key, functions.Text(output["Value"]), output["Description"]?.ToString(), export));
            }
        }
        catch (TemplateFault fault)
        {
            return fault.Message;
        }
        stack.Outputs.Clear();
        stack.Outputs.AddRange(outputs);
        return null;
    }

    private bool IsWanted(Deployment deployment, StackResource resource) => IsWanted(stack, deployment, resource);

    private static bool IsWanted(Stack stack, Deployment deployment, StackResource resource)
        => deployment.Template.Resources.FirstOrDefault(declared => declared.LogicalId == resource.LogicalId) is { } found && stack.Functions(deployment).IsMade(found);

    // Written as CloudFormation quotes the service that refused.
    private static string Reason(Exception refused) => refused is ServiceError error
        ? $"Resource handler returned message: \"{error.Message} (Service: Iam, Status Code: {error.Status ?? 400})\" (HandlerErrorCode: {error.Code})"
        : refused.Message;
}
