using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>Change sets: a deployment is shown before it is executed, as "aws cloudformation deploy" does.</summary>
internal sealed class ChangeSetOperations(StackStore stacks, Func<Call, Stack, StackDeployer> deployer)
{
    private const string NoChanges = "The submitted information didn't contain changes. Submit different information to create a change set.";

    public IEnumerable<Operation> All =>
    [
        new("CreateChangeSet", stacks.Arn, CreateChangeSet),
        new("DescribeChangeSet", stacks.Arn, DescribeChangeSet),
        new("ExecuteChangeSet", stacks.Arn, ExecuteChangeSet),
        new("DeleteChangeSet", stacks.Arn, DeleteChangeSet),
    ];

    public static ChangeSet Find(Stack stack, string nameOrId)
        => stack.ChangeSets.Find(set => set.Name == nameOrId || set.Id == nameOrId) ?? throw NotFound(nameOrId);

    private JsonObject CreateChangeSet(Call call)
    {
        string stackName = call.Required("StackName");
        string name = call.Required("ChangeSetName");
        bool creates = call.Text("ChangeSetType") == "CREATE";
        if (call.Text("ChangeSetType") == "IMPORT")
            throw Deployment.Invalid("The Sandbox does not import resources.");
        Stack? standing = stacks.Find(call, stackName);
        if (creates && standing is not null && standing.Status != "REVIEW_IN_PROGRESS")
            throw Deployment.Invalid($"Stack [{stackName}] already exists and cannot be created again with the changeSet [{name}].");
        if (!creates && standing is null)
            throw Deployment.Invalid($"Stack [{stackName}] does not exist");
        if (!creates)
            CloudFormationService.RequireUpdatable(standing!);
        if (standing?.ChangeSets.Exists(set => set.Name == name) == true)
            throw new ServiceError("AlreadyExistsException", $"ChangeSet [{name}] already exists");
        Deployment deployment = Deployment.Read(call, standing);
        Stack stack = standing ?? Review(call, stackName);
        ChangeSet made = Make(call, stack, name, deployment, hasChanges: creates || CloudFormationService.IsChanged(stack, deployment));
        stack.ChangeSets.Add(made);
        return new JsonObject { ["Id"] = made.Id, ["StackId"] = stack.Id };
    }

    private Stack Review(Call call, string name)
    {
        Stack stack = stacks.Add(call, name);
        stack.Become("REVIEW_IN_PROGRESS", call.Now, "User Initiated");
        return stack;
    }

    private static ChangeSet Make(Call call, Stack stack, string name, Deployment deployment, bool hasChanges)
    {
        string id = $"arn:{stack.Partition}:cloudformation:{stack.Region}:{stack.AccountId}:changeSet/{name}/{RandomNames.Guid()}";
        return new ChangeSet(id, name, deployment, call.Now)
        {
            Description = call.Text("Description"),
            Changes = CloudFormationService.Preview(stack, deployment),
            Status = hasChanges ? "CREATE_COMPLETE" : "FAILED",
            StatusReason = hasChanges ? null : NoChanges,
            ExecutionStatus = hasChanges ? "AVAILABLE" : "UNAVAILABLE",
        };
    }

    private JsonObject DescribeChangeSet(Call call)
    {
        (Stack stack, ChangeSet set) = Find(call);
        return StackRendering.ChangeSet(stack, set);
    }

    private JsonObject ExecuteChangeSet(Call call)
    {
        (Stack stack, ChangeSet set) = Find(call);
        if (set.ExecutionStatus != "AVAILABLE")
            throw new ServiceError("InvalidChangeSetStatus", $"ChangeSet [{set.Id}] cannot be executed in its current execution status of [{set.ExecutionStatus}]");
        foreach (ChangeSet other in stack.ChangeSets)
            other.ExecutionStatus = "OBSOLETE";
        set.ExecutionStatus = "EXECUTE_COMPLETE";
        stack.ChangeSetId = set.Id;
        stack.DisableRollback = call.Flag("DisableRollback") ?? false;
        StackDeployer work = deployer(call, stack);
        if (stack.Current is null)
            work.Create(set.Deployment, stack.DisableRollback ? "DO_NOTHING" : "ROLLBACK");
        else
            work.Update(set.Deployment);
        return [];
    }

    private JsonObject DeleteChangeSet(Call call)
    {
        (Stack stack, ChangeSet set) = Find(call);
        stack.ChangeSets.Remove(set);
        return [];
    }

    // A change set's ARN is enough; its name needs the stack's.
    private (Stack Stack, ChangeSet Set) Find(Call call)
    {
        string named = call.Required("ChangeSetName");
        if (call.Text("StackName") is { } stackName)
        {
            Stack stack = stacks.Find(call, stackName) ?? throw Deployment.Invalid($"Stack [{stackName}] does not exist");
            return (stack, Find(stack, named));
        }
        Stack owner = stacks.Of(call).FirstOrDefault(stack => stack.ChangeSets.Exists(set => set.Id == named)) ?? throw NotFound(named);
        return (owner, Find(owner, named));
    }

    private static ServiceError NotFound(string name) => new("ChangeSetNotFound", $"ChangeSet [{name}] does not exist", 404);
}
