using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>AWS::IAM::RolePolicy, an inline policy of one role.</summary>
internal sealed class RolePolicyType : IStackResourceType
{
    public IReadOnlyList<string> Properties { get; } = ["PolicyDocument", "PolicyName", "RoleName"];
    public IReadOnlyList<string> Replacing { get; } = ["PolicyName", "RoleName"];

    public void Create(CallerOperations iam, Stack stack, StackResource resource)
    {
        Put(iam, resource);
        resource.PhysicalId = $"{resource.Properties.Required("PolicyName")}|{resource.Properties.Required("RoleName")}";
    }

    public void Update(CallerOperations iam, StackResource resource, JsonObject old) => Put(iam, resource);

    public void Delete(CallerOperations iam, StackResource resource)
        => iam.Call("DeleteRolePolicy", new JsonObject { ["RoleName"] = resource.Properties.Required("RoleName"), ["PolicyName"] = resource.Properties.Required("PolicyName") });

    private static void Put(CallerOperations iam, StackResource resource) => iam.Call("PutRolePolicy", new JsonObject
    {
        ["RoleName"] = resource.Properties.Required("RoleName"),
        ["PolicyName"] = resource.Properties.Required("PolicyName"),
        ["PolicyDocument"] = resource.Properties.RequiredDocument("PolicyDocument").ToJsonString(),
    });
}
