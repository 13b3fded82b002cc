using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Iam;
using CrossAccess.Sandbox.Policies;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>AWS::IAM::ManagedPolicy, attached to the roles that it names.</summary>
internal sealed class ManagedPolicyType : IStackResourceType
{
    public IReadOnlyList<string> Properties { get; } = ["Description", "ManagedPolicyName", "Path", "PolicyDocument", "Roles"];
    public IReadOnlyList<string> Replacing { get; } = ["Description", "ManagedPolicyName", "Path"];

    public void Create(CallerOperations iam, Stack stack, StackResource resource)
    {
        AwsAccount account = iam.Deploying.Account;
        string name = resource.Properties.Text("ManagedPolicyName") ?? PhysicalNames.Make(stack.Name, resource.LogicalId, 128);
        string path = resource.Properties.Text("Path") ?? "/";
        string arn = $"arn:{account.Partition}:iam::{account.Id}:policy{path}{name}";
        Authorizer.Require(iam.Deploying, "iam:CreatePolicy", arn);
        PolicyDocument document = Document(resource);
        if (ManagedPolicyOperations.IsTaken(account, name))
            throw new ServiceError("EntityAlreadyExists", $"A policy called {name} already exists. Duplicate names are not allowed.", 409);
        CustomerManagedPolicy made = new(name, path, arn, document, iam.Now) { Description = resource.Properties.Text("Description") };
        account.ManagedPolicies.Add(arn, made);
        resource.PhysicalId = arn;
        resource.Attributes = new() { ["PolicyArn"] = arn, ["PolicyId"] = made.Id };
        Attach(iam, arn, resource.Properties.Texts("Roles"));
    }

    public void Update(CallerOperations iam, StackResource resource, JsonObject old)
    {
        string arn = resource.PhysicalId!;
        Authorizer.Require(iam.Deploying, "iam:CreatePolicyVersion", arn);
        PolicyDocument document = Document(resource);
        iam.Deploying.Account.ManagedPolicies[arn].Replace(document, iam.Now);
        Detach(iam, arn, old.Texts("Roles").Except(resource.Properties.Texts("Roles")));
        Attach(iam, arn, resource.Properties.Texts("Roles").Except(old.Texts("Roles")));
    }

    public void Delete(CallerOperations iam, StackResource resource)
    {
        string arn = resource.PhysicalId!;
        Detach(iam, arn, resource.Properties.Texts("Roles"));
        Authorizer.Require(iam.Deploying, "iam:DeletePolicy", arn);
        if (iam.Deploying.Account.Roles.Values.Any(role => role.AttachedPolicies.Contains(arn)))
            throw new ServiceError("DeleteConflict", "Cannot delete a policy attached to entities.", 409);
        iam.Deploying.Account.ManagedPolicies.Remove(arn);
    }

    private static PolicyDocument Document(StackResource resource)
        => ManagedPolicyOperations.Document(resource.Properties.RequiredDocument("PolicyDocument").ToJsonString());

    private static void Attach(CallerOperations iam, string arn, IEnumerable<string> roles)
    {
        foreach (string role in roles)
            iam.Call("AttachRolePolicy", new JsonObject { ["RoleName"] = role, ["PolicyArn"] = arn });
    }

    private static void Detach(CallerOperations iam, string arn, IEnumerable<string> roles)
    {
        foreach (string role in roles.Where(role => iam.Deploying.Account.Roles.TryGetValue(role, out IamRole? held) && held.AttachedPolicies.Contains(arn)))
            iam.Call("DetachRolePolicy", new JsonObject { ["RoleName"] = role, ["PolicyArn"] = arn });
    }
}
