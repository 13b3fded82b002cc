using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>AWS::IAM::Policy, one inline policy in several roles. Users and groups of IAM are not imitated.</summary>
internal sealed class PolicyType : IStackResourceType
{
    public IReadOnlyList<string> Properties { get; } = ["PolicyDocument", "PolicyName", "Roles"];
    public IReadOnlyList<string> Replacing { get; } = ["PolicyName"];

    public void Create(CallerOperations iam, Stack stack, StackResource resource)
    {
        if (resource.Properties.Texts("Roles").Count == 0)
            throw new ServiceError("ValidationError", "At least one of [Groups,Roles,Users] must be non-empty.");
        // Set first, so that a rollback takes back what was put into the first roles.
        resource.PhysicalId = resource.Properties.Required("PolicyName");
        Put(iam, resource, resource.Properties.Texts("Roles"));
    }

    public void Update(CallerOperations iam, StackResource resource, JsonObject old)
    {
        Put(iam, resource, resource.Properties.Texts("Roles"));
        Take(iam, resource, old.Texts("Roles").Except(resource.Properties.Texts("Roles")));
    }

    public void Delete(CallerOperations iam, StackResource resource) => Take(iam, resource, resource.Properties.Texts("Roles"));

    private static void Put(CallerOperations iam, StackResource resource, IEnumerable<string> roles)
    {
        string document = resource.Properties.RequiredDocument("PolicyDocument").ToJsonString();
        foreach (string role in roles)
            iam.Call("PutRolePolicy", new JsonObject { ["RoleName"] = role, ["PolicyName"] = resource.PhysicalId, ["PolicyDocument"] = document });
    }

    private static void Take(CallerOperations iam, StackResource resource, IEnumerable<string> roles)
    {
        foreach (string role in roles.Where(role => iam.Deploying.Account.Roles.TryGetValue(role, out Accounts.IamRole? held) && held.InlinePolicies.ContainsKey(resource.PhysicalId!)))
            iam.Call("DeleteRolePolicy", new JsonObject { ["RoleName"] = role, ["PolicyName"] = resource.PhysicalId });
    }
}
