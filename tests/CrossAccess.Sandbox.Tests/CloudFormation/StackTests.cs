using System.Xml.Linq;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.CloudFormation;

public sealed class StackTests : IAsyncLifetime
{
    private readonly CrossAccessSandbox _sandbox = CrossAccessSandbox.Start();
    private readonly Onboarding _onboarding;

    public StackTests() => _onboarding = new Onboarding(_sandbox);

    private SignedClient Client => _onboarding.Client;

    [Fact]
    public async Task A_failure_takes_back_what_was_made_and_says_why()
    {
        await CreateAsync(Template(Role("First", "one"), Role("Second", "two", """, "ManagedPolicyArns": ["arn:aws:iam::aws:policy/NoSuchPolicy"] """)));
        Assert.Equal("ROLLBACK_COMPLETE", await StatusAsync());
        Assert.Empty(Values(await Client.IamAsync("ListRoles"), "RoleName"));
        XElement events = await Client.StacksAsync("DescribeStackEvents", ("StackName", "s"));
        Assert.Contains(Values(events, "ResourceStatusReason"), static reason => reason.Contains("NoSuchPolicy does not exist", StringComparison.Ordinal));
        Assert.Contains("can not be updated", (await Assert.ThrowsAsync<AwsError>(() => UpdateAsync(Template(Role("First", "one"))))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_update_brings_back_what_was_and_a_good_one_removes_what_is_gone()
    {
        await CreateAsync(Template(Role("First", "one", """, "Description": "before" """), Role("Gone", "gone")));
        await UpdateAsync(Template(Role("First", "one", """, "Description": "after", "ManagedPolicyArns": ["arn:aws:iam::aws:policy/ReadOnlyAccess"] """), Role("New", "new"), Role("Bad", "b d")));
        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", await StatusAsync());
        Assert.Equal(["gone", "one"], Values(await Client.IamAsync("ListRoles"), "RoleName"));
        Assert.Equal("before", (await Client.IamAsync("GetRole", ("RoleName", "one"))).Text("Description"));
        Assert.Empty(Values(await Client.IamAsync("ListAttachedRolePolicies", ("RoleName", "one")), "PolicyName"));
        await UpdateAsync(Template(Role("First", "other"), Role("New", "new")));
        Assert.Equal("UPDATE_COMPLETE", await StatusAsync());
        Assert.Equal(["new", "other"], Values(await Client.IamAsync("ListRoles"), "RoleName"));
    }

    [Fact]
    public async Task Resources_are_made_with_the_callers_own_permissions_and_recorded_as_the_callers_calls()
    {
        await _onboarding.RoleAsync("deployer", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{_onboarding.ClientId}}"},"Action":"sts:AssumeRole"}]}""");
        await Client.IamAsync("PutRolePolicy", ("RoleName", "deployer"), ("PolicyName", "p"), ("PolicyDocument", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"cloudformation:*","Resource":"*"}]}"""));
        using SignedClient deployer = await Client.AssumeAsync(_onboarding.RoleArn("deployer"), "me");
        await deployer.StacksAsync("CreateStack", ("StackName", "s"), ("TemplateBody", Template(Role("First", "one"))), ("Capabilities.member.1", "CAPABILITY_NAMED_IAM"));
        Assert.Equal("ROLLBACK_COMPLETE", await StatusAsync());
        SandboxEvent refused = _sandbox.Events.Last(static e => e.Service == "iam");
        Assert.Equal(("CreateRole", "AccessDenied", $"arn:aws:sts::{_onboarding.ClientId}:assumed-role/deployer/me"), (refused.Operation, refused.ErrorCode, refused.PrincipalArn));
    }

    [Fact]
    public async Task Deleting_takes_all_but_what_is_to_be_retained_and_is_done_once()
    {
        await CreateAsync(Template(Role("First", "one"), Role("Kept", "kept").Replace("\"Type\"", "\"DeletionPolicy\": \"Retain\", \"Type\"", StringComparison.Ordinal)));
        await Client.IamAsync("AttachRolePolicy", ("RoleName", "one"), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        await Client.StacksAsync("DeleteStack", ("StackName", "s"));
        await Client.StacksAsync("DeleteStack", ("StackName", "s"));
        Assert.Equal(["kept"], Values(await Client.IamAsync("ListRoles"), "RoleName"));
        AwsError gone = await Assert.ThrowsAsync<AwsError>(StatusAsync);
        Assert.Equal((400, "ValidationError", "Stack with id s does not exist"), (gone.Status, gone.Code, gone.Text));
    }

    [Theory]
    [InlineData("{\"Resources\": {}}", "At least one Resources member")]
    [InlineData("{", "JSON not well-formed")]
    [InlineData("Resources:\n  A: 1\n A: 2", "YAML not well-formed. (line 3")]
    [InlineData("Resources:\n  A: &x 1", "anchors and aliases are not read")]
    [InlineData("Resources:\n  A: {Type: AWS::S3::Bucket}", "Unrecognized resource types: [AWS::S3::Bucket]")]
    [InlineData("Resources:\n  A: {Type: AWS::IAM::Role, Properties: {RoleName: !Ref Nobody}}", "Unresolved resource dependencies [Nobody]")]
    [InlineData("Resources:\n  A: {Type: AWS::IAM::Role, DependsOn: B}\n  B: {Type: AWS::IAM::Role, DependsOn: A}", "Circular dependency between resources: [A, B]")]
    [InlineData("Parameters:\n  P: {Type: String}\nResources:\n  A: {Type: AWS::IAM::Role}", "Parameters: [P] must have values")]
    [InlineData("Parameters:\n  P: {Type: String, Default: a, AllowedValues: [b]}\nResources:\n  A: {Type: AWS::IAM::Role}", "Parameter 'P' must be one of AllowedValues")]
    [InlineData("Transform: AWS::Serverless-2016-10-31\nResources:\n  A: {Type: AWS::IAM::Role}", "does not imitate transforms")]
    public async Task A_template_that_cannot_be_used_is_refused_in_words(string template, string message)
    {
        AwsError refused = await Assert.ThrowsAsync<AwsError>(() => CreateAsync(template));
        Assert.Equal((400, "ValidationError"), (refused.Status, refused.Code));
        Assert.Contains(message, refused.Text, StringComparison.Ordinal);
        Assert.Empty(Values(await Client.StacksAsync("DescribeStacks"), "StackName"));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _onboarding.Dispose();
        await _sandbox.DisposeAsync();
    }

    private Task<XElement> CreateAsync(string template) => Client.StacksAsync("CreateStack", ("StackName", "s"), ("TemplateBody", template), ("Capabilities.member.1", "CAPABILITY_NAMED_IAM"));

    private Task<XElement> UpdateAsync(string template) => Client.StacksAsync("UpdateStack", ("StackName", "s"), ("TemplateBody", template), ("Capabilities.member.1", "CAPABILITY_NAMED_IAM"));

    private async Task<string> StatusAsync() => (await Client.StacksAsync("DescribeStacks", ("StackName", "s"))).Text("StackStatus");

    private string Role(string logicalId, string name, string more = "") => $$$$"""
        "{{{{logicalId}}}}": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "{{{{name}}}}",
          "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "{{{{_sandbox.HomeAccountId}}}}"}, "Action": "sts:AssumeRole"}]}{{{{more}}}}}}
        """;

    private static string Template(params string[] resources) => "{\"Resources\": {" + string.Join(",", resources) + "}}";

    private static IEnumerable<string> Values(XElement answer, string name) => answer.Descendants().Where(e => e.Name.LocalName == name).Select(static e => e.Value);
}
