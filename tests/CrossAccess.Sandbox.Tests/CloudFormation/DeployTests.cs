using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.CloudFormation;

/// <summary>What a client is handed: a template, deployed with the AWS CLI.</summary>
public sealed class DeployTests : IAsyncLifetime
{
    private readonly CrossAccessSandbox _sandbox = CrossAccessSandbox.Start();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-deploy-");

    [Fact]
    public async Task The_AWS_CLI_deploys_updates_and_deletes_a_role_from_YAML()
    {
        Assert.SkipUnless(Command.Exists("aws"), "The AWS CLI is not installed here.");
        string template = Write("role.yaml", """
            # Handed to a client.
            AWSTemplateFormatVersion: 2010-09-09
            Description: >-
              Lets the provider in,
              read-only.
            Parameters:
              HomeAccountId:
                Type: String
                AllowedPattern: '[0-9]{12}'
              Seconds: {Type: Number, Default: 3600, MinValue: 3600, MaxValue: 43200}
              Org:
                Type: String
                Default: ""
            Conditions:
              HasOrg: !Not [!Equals [!Ref Org, ""]]
            Resources:
              Role:
                Type: AWS::IAM::Role
                Properties:
                  RoleName: !Sub "acme-${AWS::Region}"
                  MaxSessionDuration: !Ref Seconds
                  AssumeRolePolicyDocument:
                    Version: 2012-10-17
                    Statement:
                    - Effect: Allow
                      Principal:
                        AWS: !Sub arn:${AWS::Partition}:iam::${HomeAccountId}:root
                      Action: sts:AssumeRole
                      Condition: !If
                        - HasOrg
                        - StringEquals: {"aws:PrincipalOrgID": !Ref Org}
                        - !Ref AWS::NoValue
                  ManagedPolicyArns: [!Sub "arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess"]
                  Tags:
                    - Key: client
                      Value: acme  # a comment
              Extra:
                Type: AWS::IAM::RolePolicy
                Properties:
                  RoleName: !Ref Role
                  PolicyName: extra
                  PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Deny, Action: ["s3:GetObject", "s3:Get*"], Resource: "*"}]}
            Outputs:
              RoleArn:
                Value: !GetAtt Role.Arn
                Description: |
                  The role's
                  ARN
              Joined:
                Value: !Join [":", [!Ref Role, !Ref AWS::AccountId]]
            """);
        string client = _sandbox.ClientAccountIds[0];
        string[] deploy = ["cloudformation", "deploy", "--stack-name", "acme", "--template-file", template, "--parameter-overrides", $"HomeAccountId={_sandbox.HomeAccountId}"];
        Assert.Contains("InsufficientCapabilitiesException", (await RunAsync(deploy)).Errors, StringComparison.Ordinal);
        (int exitCode, string output, string errors) = await RunAsync([.. deploy, "--capabilities", "CAPABILITY_NAMED_IAM"]);
        Assert.True(exitCode == 0, errors + output);

        JsonNode stack = (await OkAsync("cloudformation", "describe-stacks", "--stack-name", "acme"))["Stacks"]![0]!;
        Assert.Equal(("CREATE_COMPLETE", "Lets the provider in, read-only."), (Text(stack, "StackStatus"), Text(stack, "Description")));
        Assert.Equal([$"arn:aws:iam::{client}:role/acme-eu-west-1", $"acme-eu-west-1:{client}"], stack["Outputs"]!.AsArray().Select(static o => Text(o!, "OutputValue")));
        Assert.Equal("The role's\nARN\n", Text(stack["Outputs"]![0]!, "Description"));
        JsonNode role = (await OkAsync("iam", "get-role", "--role-name", "acme-eu-west-1"))["Role"]!;
        Assert.Equal($"arn:aws:iam::{_sandbox.HomeAccountId}:root", Text(role["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"]!, "AWS"));
        Assert.Null(role["AssumeRolePolicyDocument"]!["Statement"]![0]!["Condition"]);
        Assert.Equal(("client", "acme"), (Text(role["Tags"]![0]!, "Key"), Text(role["Tags"]![0]!, "Value")));
        Assert.Equal("extra", (await OkAsync("iam", "list-role-policies", "--role-name", "acme-eu-west-1"))["PolicyNames"]![0]!.GetValue<string>());

        // The CLI says so on either stream, by its version.
        (_, output, errors) = await RunAsync([.. deploy, "--capabilities", "CAPABILITY_NAMED_IAM"]);
        Assert.Contains("No changes to deploy", output + errors, StringComparison.Ordinal);
        (exitCode, output, errors) = await RunAsync([.. deploy, "Seconds=7200", "Org=o-abc", "--capabilities", "CAPABILITY_NAMED_IAM"]);
        Assert.True(exitCode == 0, errors + output);
        role = (await OkAsync("iam", "get-role", "--role-name", "acme-eu-west-1"))["Role"]!;
        Assert.Equal(7200, role["MaxSessionDuration"]!.GetValue<int>());
        Assert.Equal("o-abc", Text(role["AssumeRolePolicyDocument"]!["Statement"]![0]!["Condition"]!["StringEquals"]!, "aws:PrincipalOrgID"));

        await OkAsync("cloudformation", "delete-stack", "--stack-name", "acme");
        await OkAsync("cloudformation", "wait", "stack-delete-complete", "--stack-name", "acme");
        Assert.Contains("NoSuchEntity", (await RunAsync("iam", "get-role", "--role-name", "acme-eu-west-1")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_AWS_CLI_deploys_JSON_and_reads_the_stack_with_its_paginators()
    {
        Assert.SkipUnless(Command.Exists("aws"), "The AWS CLI is not installed here.");
        string template = Write("role.json", $$$$$"""
            {"Resources":{
              "Role":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{{{{_sandbox.HomeAccountId}}}}}"},"Action":"sts:AssumeRole"}]}}},
              "Managed":{"Type":"AWS::IAM::ManagedPolicy","Properties":{"Roles":[{"Ref":"Role"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*"}]}}},
              "Inline":{"Type":"AWS::IAM::Policy","Properties":{"PolicyName":"in","Roles":[{"Ref":"Role"}],"PolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":{"Fn::Sub":"arn:aws:s3:::${AWS::StackName}"}}]}}}},
             "Outputs":{"Name":{"Value":{"Ref":"Role"}}}}
            """);
        (int exitCode, string output, string errors) = await RunAsync("cloudformation", "deploy", "--stack-name", "unnamed", "--template-file", template, "--capabilities", "CAPABILITY_IAM");
        Assert.True(exitCode == 0, errors + output);
        JsonNode resources = (await OkAsync("cloudformation", "describe-stack-resources", "--stack-name", "unnamed"))["StackResources"]!;
        Assert.Equal(["Role", "Managed", "Inline"], resources.AsArray().Select(static r => Text(r!, "LogicalResourceId")));
        string role = Text(resources[0]!, "PhysicalResourceId");
        Assert.Matches("^unnamed-Role-[A-Z0-9]{12}$", role);
        Assert.Equal(Text(resources[1]!, "PhysicalResourceId"), Text((await OkAsync("iam", "list-attached-role-policies", "--role-name", role))["AttachedPolicies"]![0]!, "PolicyArn"));
        JsonNode inline = (await OkAsync("iam", "get-role-policy", "--role-name", role, "--policy-name", "in"))["PolicyDocument"]!;
        Assert.Equal("arn:aws:s3:::unnamed", Text(inline["Statement"]![0]!, "Resource"));
        JsonNode events = (await OkAsync("cloudformation", "describe-stack-events", "--stack-name", "unnamed"))["StackEvents"]!;
        Assert.Equal(("CREATE_COMPLETE", "unnamed"), (Text(events[0]!, "ResourceStatus"), Text(events[0]!, "LogicalResourceId")));
        Assert.Equal("Role", (await OkAsync("cloudformation", "get-template", "--stack-name", "unnamed"))["TemplateBody"]!["Resources"]!.AsObject().First().Key);
        Assert.Single((await OkAsync("cloudformation", "list-stacks", "--stack-status-filter", "CREATE_COMPLETE"))["StackSummaries"]!.AsArray());
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        await _sandbox.DisposeAsync();
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
        => Command.RunAsync(_sandbox, "client-" + _sandbox.ClientAccountIds[0], "aws", arguments);

    private async Task<JsonNode> OkAsync(params string[] arguments)
    {
        (int exitCode, string output, string errors) = await RunAsync([.. arguments, "--output", "json"]);
        Assert.True(exitCode == 0, errors);
        return output.Length == 0 ? new JsonObject() : JsonNode.Parse(output)!;
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
