using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Iam;

namespace CrossAccess.Sandbox.CloudFormation;

/// <summary>AWS::IAM::Role (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-role.html).</summary>
internal sealed class RoleType : IStackResourceType
{
    public IReadOnlyList<string> Properties { get; } =
        ["AssumeRolePolicyDocument", "Description", "ManagedPolicyArns", "MaxSessionDuration", "Path", "PermissionsBoundary", "Policies", "RoleName", "Tags"];

    public IReadOnlyList<string> Replacing { get; } = ["RoleName", "Path"];

    public void Create(CallerOperations iam, Stack stack, StackResource resource)
    {
        JsonObject wanted = resource.Properties;
        string name = wanted.Text("RoleName") ?? PhysicalNames.Make(stack.Name, resource.LogicalId, 64);
        JsonObject input = new()
        {
            ["RoleName"] = name,
            ["AssumeRolePolicyDocument"] = wanted.RequiredDocument("AssumeRolePolicyDocument").ToJsonString(),
        };
        Add(input, wanted, "Path", "Description", "PermissionsBoundary");
        if (wanted.Text("MaxSessionDuration") is { } seconds)
            input["MaxSessionDuration"] = Number(seconds);
        if (Tags(stack, wanted) is { Count: > 0 } tags)
            input["Tags"] = tags;
        JsonNode made = iam.Call("CreateRole", input)["Role"]!;
        // From here on there is something to take back when the rest fails.
        resource.PhysicalId = name;
        resource.Attributes = new() { ["Arn"] = made["Arn"]!.GetValue<string>(), ["RoleId"] = made["RoleId"]!.GetValue<string>() };
        Attach(iam, name, wanted.Texts("ManagedPolicyArns"));
        PutInline(iam, name, wanted);
    }

    public void Update(CallerOperations iam, StackResource resource, JsonObject old)
    {
        string name = resource.PhysicalId!;
        JsonObject wanted = resource.Properties;
        if (!iam.Deploying.Account.Roles.TryGetValue(name, out IamRole? role))
            throw IamErrors.NoSuchRole(name);
        if (!JsonNode.DeepEquals(wanted["AssumeRolePolicyDocument"], old["AssumeRolePolicyDocument"]))
            iam.Call("UpdateAssumeRolePolicy", Named(name, "PolicyDocument", wanted.RequiredDocument("AssumeRolePolicyDocument").ToJsonString()));
        if (wanted.Text("Description") != old.Text("Description") || wanted.Text("MaxSessionDuration") != old.Text("MaxSessionDuration"))
            iam.Call("UpdateRole", new JsonObject { ["RoleName"] = name, ["Description"] = wanted.Text("Description") ?? "", ["MaxSessionDuration"] = Number(wanted.Text("MaxSessionDuration") ?? "3600") });
        if (wanted.Text("PermissionsBoundary") != old.Text("PermissionsBoundary"))
            MoveBoundary(iam, name, wanted.Text("PermissionsBoundary"));
        // An update that failed half way is taken back from where it stands.
        foreach (string arn in old.Texts("ManagedPolicyArns").Except(wanted.Texts("ManagedPolicyArns")).Where(role.AttachedPolicies.Contains))
            iam.Call("DetachRolePolicy", Named(name, "PolicyArn", arn));
        Attach(iam, name, wanted.Texts("ManagedPolicyArns").Except(old.Texts("ManagedPolicyArns")));
        foreach (string policy in Inline(old).Keys.Except(Inline(wanted).Keys).Where(role.InlinePolicies.ContainsKey))
            iam.Call("DeleteRolePolicy", Named(name, "PolicyName", policy));
        PutInline(iam, name, wanted);
        Retag(iam, name, wanted.Tags(), old.Tags());
    }

    // CloudFormation takes away what stands in a role's way, whoever put it there.
    public void Delete(CallerOperations iam, StackResource resource)
    {
        string name = resource.PhysicalId!;
        if (!iam.Deploying.Account.Roles.TryGetValue(name, out IamRole? role))
            return;
        foreach (string arn in role.AttachedPolicies.ToList())
            iam.Call("DetachRolePolicy", Named(name, "PolicyArn", arn));
        foreach (string policy in role.InlinePolicies.Keys.ToList())
            iam.Call("DeleteRolePolicy", Named(name, "PolicyName", policy));
        iam.Call("DeleteRole", new JsonObject { ["RoleName"] = name });
    }

    private static void Attach(CallerOperations iam, string name, IEnumerable<string> arns)
    {
        foreach (string arn in arns)
            iam.Call("AttachRolePolicy", Named(name, "PolicyArn", arn));
    }

    private static void PutInline(CallerOperations iam, string name, JsonObject properties)
    {
        foreach ((string policy, string document) in Inline(properties))
            iam.Call("PutRolePolicy", With(Named(name, "PolicyName", policy), "PolicyDocument", document));
    }

    private static Dictionary<string, string> Inline(JsonObject properties)
        => properties.Objects("Policies").ToDictionary(static policy => policy.Required("PolicyName"), static policy => policy.RequiredDocument("PolicyDocument").ToJsonString());

    private static void MoveBoundary(CallerOperations iam, string name, string? arn)
    {
        if (arn is null && iam.Deploying.Account.Roles[name].BoundaryArn is null)
            return;
        if (arn is null)
            iam.Call("DeleteRolePermissionsBoundary", new JsonObject { ["RoleName"] = name });
        else
            iam.Call("PutRolePermissionsBoundary", Named(name, "PermissionsBoundary", arn));
    }

    private static void Retag(CallerOperations iam, string name, IReadOnlyDictionary<string, string> wanted, IReadOnlyDictionary<string, string> old)
    {
        string[] gone = [.. old.Keys.Except(wanted.Keys)];
        if (gone.Length > 0)
            iam.Call("UntagRole", With(new JsonObject { ["RoleName"] = name }, "TagKeys", new JsonArray([.. gone.Select(static key => JsonValue.Create(key))])));
        if (wanted.Except(old).Any())
            iam.Call("TagRole", With(new JsonObject { ["RoleName"] = name }, "Tags", Render(wanted.Except(old))));
    }

    // A stack's own tags reach its roles; the resource's outrank them.
    private static JsonArray Tags(Stack stack, JsonObject properties)
    {
        IReadOnlyDictionary<string, string> own = properties.Tags();
        return Render((stack.Current?.Tags ?? new Dictionary<string, string>()).Where(tag => !own.ContainsKey(tag.Key)).Concat(own));
    }

    private static JsonArray Render(IEnumerable<KeyValuePair<string, string>> tags)
        => new([.. tags.Select(static tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);

    private static void Add(JsonObject input, JsonObject properties, params string[] names)
    {
        foreach (string name in names)
        {
            if (properties.Text(name) is { } value)
                input[name] = value;
        }
    }

    private static long Number(string text)
        => long.TryParse(text, out long number) ? number : throw new Services.ServiceError("ValidationError", "Properties validation failed: #/MaxSessionDuration: expected type: Integer");

    private static JsonObject Named(string role, string member, string value) => new() { ["RoleName"] = role, [member] = value };

    private static JsonObject With(JsonObject input, string member, JsonNode value)
    {
        input[member] = value;
        return input;
    }
}
