using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>The stacks of every account and Region.</summary>
internal sealed class StackStore
{
    private readonly List<Stack> _stacks = [];

    public IEnumerable<Stack> Of(Call call) => _stacks.Where(stack => stack.AccountId == call.Account.Id && stack.Region == call.Region);

    /// <summary>The stack of that name, or of that id even when it is deleted.</summary>
    public Stack? Find(Call call, string nameOrId) => Of(call).FirstOrDefault(stack => stack.Id == nameOrId || (stack.Name == nameOrId && !stack.IsDeleted));

    public Stack Require(Call call, string nameOrId)
        => Find(call, nameOrId) ?? throw Deployment.Invalid($"Stack with id {nameOrId} does not exist");

    public Stack Add(Call call, string name)
    {
        if (name.Length > 128 || name.Length == 0 || !char.IsAsciiLetter(name[0]) || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw Deployment.Invalid($"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
        Stack stack = new(name, Arn(call, name, RandomNames.Guid()), call.Account.Id, call.Region, call.Account.Partition, call.Now);
        _stacks.Add(stack);
        return stack;
    }

    public void Remove(Stack stack) => _stacks.Remove(stack);

    /// <summary>The ARN that the caller must be allowed to act on, whether or not the stack exists.</summary>
    public string Arn(Call call)
    {
        string? named = call.Text("StackName");
        return named is null ? "*" : Find(call, named)?.Id ?? (named.StartsWith("arn:", StringComparison.Ordinal) ? named : Arn(call, named, "*"));
    }

    private static string Arn(Call call, string name, string id) => $"arn:{call.Account.Partition}:cloudformation:{call.Region}:{call.Account.Id}:stack/{name}/{id}";
}
