using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.HandOver.Tests;

/// <summary>Templates as checkers and parsers that no one here wrote read them.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed partial class TemplateCheckTests : IDisposable
{
    // As Terraform's JSON syntax reads each file: https://developer.hashicorp.com/terraform/language/syntax/json
    private const string ParseHcl = """
        const { parse } = require(process.argv[1] + '/@cdktn/hcl2json');
        const text = require('fs').readFileSync(0, 'utf8');
        parse('terraform.tf', text).then(tree => console.log(JSON.stringify(tree)), problem => { console.log(problem); process.exit(1); });
        """;

    private const string Odd = """
        -PolicyDocument '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:RequestTag/x":"a''b\"c\\d`e$(id)/${aws:username}/$${x}$$${y}%{z}%%{z}\u00e9\u2028\ud83d\ude00\nJSON"}}}]}' -ManagedPolicyArn arn:aws:iam::aws:policy/ReadOnlyAccess, arn:aws:iam::aws:policy/job-function/Billing -MaxSessionDuration 2:00 -Tag @{ 'cost center' = '42'; Grüße = 'é' }
        """;

    private readonly SandboxSession _aws = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-check-");

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("-Format CloudFormation")]
    [InlineData("-Format StackSet")]
    [InlineData("-Format CloudFormation -Tier ReadOnly, Administrator -TrustScope Account -MaxSessionDuration 12:00 -Tag @{ team = 'core' } -PermissionsBoundaryArn arn:aws:iam::aws:policy/PowerUserAccess")]
    [InlineData("-Format CloudFormation -PolicyDocument @{ Version = '2012-10-17'; Statement = @(@{ Sid = 'Look'; Effect = 'Allow'; Action = 's3:GetObject', 's3:ListBucket'; Resource = 'arn:aws:s3:::abc/${aws:username}/*' }) } -TrustedRoleArn arn:aws:iam::111111111111:role/nightly")]
    [InlineData("222222222222 -Format CloudFormation -GenerateExternalId -TemplateUrl https://acme.s3.amazonaws.com/t.yaml")]
    public void CfnLint_finds_nothing(string arguments)
    {
        Program.SkipWhereMissing("cfn-lint", "pip install cfn-lint to have templates checked.");
        string path = Path.Combine(_folder.FullName, "template.yaml");
        File.WriteAllText(path, Export(arguments));

        (int exitCode, string output) = Program.Run(null, "", "cfn-lint", "--include-checks", "I", "--ignore-checks", "I3042", "--", path);

        // I3042 would have ARNs follow the partition that a stack is deployed in; a role of another partition cannot trust home.
        Assert.True(exitCode == 0 && output.Length == 0, output);
    }

    [Fact]
    public void CfnLint_would_find_something()
    {
        Program.SkipWhereMissing("cfn-lint", "pip install cfn-lint to have templates checked.");
        string path = Path.Combine(_folder.FullName, "template.yaml");
        File.WriteAllText(path, Export("").Replace("MaxSessionDuration: 3600", "MaxSessionDuration: 60", StringComparison.Ordinal));

        Assert.NotEqual(0, Program.Run(null, "", "cfn-lint", path).ExitCode);
    }

    [Fact]
    public void Terraform_has_the_roles_that_CloudFormation_has()
    {
        string modules = NodeModules();
        JsonNode tree = Parse(modules, Export($"222222222222 -Tier ReadOnly, Administrator -Format Terraform {Odd}"));
        _aws.Run($"New-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly, Administrator -ProfileName {SandboxSession.ProfileOf(SandboxSession.Abc)} {Odd.Replace("\\u2028\\ud83d\\ude00", "", StringComparison.Ordinal)}");
        IReadOnlyList<string> made = RoleReading.Of(SandboxSession.ProfileOf(SandboxSession.Abc), "acme-read-only", "acme-administrator");

        Assert.Equal(["ReadOnly", "Administrator"], new[] { "acme-read-only", "acme-administrator" }.Select(name => tree["resource"]!["aws_iam_role"]!.AsObject().Single(role => (string?)role.Value![0]!["name"] == name).Key["crossaccess_".Length..]));
        for (int i = 0; i < made.Count; i++)
        {
            JsonNode expected = JsonNode.Parse(made[i])!;
            string label = $"crossaccess_{(i == 0 ? "ReadOnly" : "Administrator")}";
            JsonNode role = tree["resource"]!["aws_iam_role"]![label]![0]!;
            Assert.Equal((string?)expected["RoleName"], Text(role["name"]));
            Assert.Equal((string?)expected["Description"], Text(role["description"]));
            Assert.Equal((int?)expected["MaxSessionDuration"], (int?)role["max_session_duration"]);
            Assert.True(JsonNode.DeepEquals(expected["Trust"], JsonNode.Parse(Text(role["assume_role_policy"]))));
            Assert.Equal(
                expected["Tags"]!.AsObject().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal),
                role["tags"]!.AsObject().Select(tag => $"{tag.Key}={Text(tag.Value)}").Order(StringComparer.Ordinal));
            Assert.Contains("== \"222222222222\"", (string?)role["lifecycle"]![0]!["precondition"]![0]!["condition"], StringComparison.Ordinal);
            JsonNode inline = tree["resource"]!["aws_iam_role_policy"]![label]![0]!;
            Assert.Equal(("crossaccess", $"${{aws_iam_role.{label}.name}}"), (Text(inline["name"]), (string?)inline["role"]));
            Assert.Equal("a'b\"c\\d`e$(id)/${aws:username}/$${x}$$${y}%{z}%%{z}é\u2028😀\nJSON", (string?)JsonNode.Parse(Text(inline["policy"]))!["Statement"]![0]!["Condition"]!["StringEquals"]!["aws:RequestTag/x"]);
            Assert.Equal("${toset([\"arn:aws:iam::aws:policy/ReadOnlyAccess\", \"arn:aws:iam::aws:policy/job-function/Billing\"])}", (string?)tree["resource"]!["aws_iam_role_policy_attachment"]![label]![0]!["for_each"]);
            Assert.Equal(["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/job-function/Billing"], expected["Attached"]!.AsArray().Select(arn => (string)arn!));
        }
    }

    [Fact]
    public void Terraform_for_any_account_refuses_home()
    {
        JsonNode tree = Parse(NodeModules(), Export("-Format Terraform"));

        JsonNode role = tree["resource"]!["aws_iam_role"]!["crossaccess_ReadOnly"]![0]!;
        Assert.Equal("${data.aws_caller_identity.crossaccess.account_id != \"111111111111\"}", (string?)role["lifecycle"]![0]!["precondition"]![0]!["condition"]);
        Assert.Null(role["permissions_boundary"]);
        Assert.Null(tree["resource"]!["aws_iam_role_policy"]);
    }

    [Theory]
    [InlineData("AwsCli")]
    [InlineData("CloudShell")]
    public void Shellcheck_finds_nothing_in_scripts(string format)
    {
        Program.SkipWhereMissing("shellcheck", "install it to have scripts checked.");
        string text = Export($"222222222222 -Tier ReadOnly, Administrator -Region eu-west-1 -Format {format} {Odd}");
        // The paste is a script between the lines of a here-document.
        if (format == "CloudShell") text = string.Join('\n', text.Split('\n')[1..^2]) + "\n";

        (int exitCode, string output) = Program.Run(null, text, "shellcheck", "--shell", "bash", "-");

        Assert.True(exitCode == 0, output);
    }

    private string Export(string arguments) => Assert.Single(_aws.Run($"Export-RemoteAccessTemplate AbcCorp {arguments}").Texts);

    private static string NodeModules()
    {
        Program.SkipWhereMissing("npm", "it brings the parser of Terraform files.");
        string folder = Program.Run(null, "", "npm", "root", "--global").Output.Trim();
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "@cdktn", "hcl2json")), "HashiCorp's parser is not installed: npm install --global @cdktn/hcl2json to have Terraform files read.");
        return folder;
    }

    private static JsonNode Parse(string modules, string text)
    {
        (int exitCode, string output) = Program.Run(null, text, "node", "-e", ParseHcl, modules);
        Assert.True(exitCode == 0, output);
        return JsonNode.Parse(output)!;
    }

    // What is text in the file may still hold escaped beginnings of expressions; whatever is no text would hold an open one.
    private static string Text(JsonNode? node)
    {
        string text = (string)node!;
        Assert.DoesNotMatch(OpenExpression(), text);
        return text.Replace("$${", "${", StringComparison.Ordinal).Replace("%%{", "%{", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<!\$)\$\{|(?<!%)%\{")]
    private static partial Regex OpenExpression();
}
