using System.Xml.Linq;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Iam;

public sealed class RoleTests : IAsyncLifetime
{
    private readonly CrossAccessSandbox _sandbox = CrossAccessSandbox.Start();
    private readonly Onboarding _onboarding;

    public RoleTests() => _onboarding = new Onboarding(_sandbox);

    [Fact]
    public async Task Documents_are_returned_URL_encoded_and_ListRoles_leaves_out_what_GetRole_shows()
    {
        string trust = _onboarding.Trust("Ops");
        await _onboarding.Client.IamAsync("CreateRole", ("RoleName", "acme-ops"), ("AssumeRolePolicyDocument", trust), ("Tags.member.1.Key", "crossaccess:client"), ("Tags.member.1.Value", "Abc Ltd"));
        XElement role = await _onboarding.Client.IamAsync("GetRole", ("RoleName", "acme-ops"));
        Assert.StartsWith("%7B%22Version%22%3A%222012-10-17%22", role.Text("AssumeRolePolicyDocument"), StringComparison.Ordinal);
        Assert.Equal(trust, Uri.UnescapeDataString(role.Text("AssumeRolePolicyDocument")));
        Assert.Equal("Abc Ltd", role.Text("Value"));
        XElement list = await _onboarding.Client.IamAsync("ListRoles");
        Assert.DoesNotContain(list.Descendants(), static e => e.Name.LocalName is "Tags" or "RoleLastUsed" or "PermissionsBoundary");
    }

    [Fact]
    public async Task A_trust_policy_over_2048_characters_is_LimitExceeded_and_white_space_does_not_count()
    {
        string trust = _onboarding.Trust("Ops");
        await _onboarding.RoleAsync("padded", trust.Replace("\"Version\"", new string(' ', 3000) + "\"Version\"", StringComparison.Ordinal));
        string longer = trust.Replace("AWSReservedSSO_", new string('x', 2000) + "AWSReservedSSO_", StringComparison.Ordinal);
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => _onboarding.RoleAsync("longer", longer));
        Assert.Equal((409, "LimitExceeded"), (error.Status, error.Code));
    }

    [Fact]
    public async Task Ten_managed_policies_are_attached_and_the_eleventh_is_refused()
    {
        await _onboarding.RoleAsync("acme-ops", _onboarding.Trust("Ops"));
        const string Nothing = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}""";
        for (int i = 0; i < 10; i++)
            await AttachAsync(_sandbox.PutManagedPolicy(_onboarding.ClientId, $"P{i}", Nothing));
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => AttachAsync(_sandbox.PutManagedPolicy(_onboarding.ClientId, "P10", Nothing)));
        Assert.Equal("LimitExceeded", error.Code);

        Task AttachAsync(string arn) => _onboarding.Client.IamAsync("AttachRolePolicy", ("RoleName", "acme-ops"), ("PolicyArn", arn));
    }

    [Fact]
    public async Task A_boundary_limits_what_the_roles_policies_allow()
    {
        string trust = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{_sandbox.HomeAccountId}}"},"Action":"sts:AssumeRole"}]}""";
        await _onboarding.Client.IamAsync("CreateRole", ("RoleName", "acme-ops"), ("AssumeRolePolicyDocument", trust), ("PermissionsBoundary", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        await _onboarding.Client.IamAsync("AttachRolePolicy", ("RoleName", "acme-ops"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
        using SignedClient home = SignedClient.Administrator(_sandbox, _sandbox.HomeAccountId);
        using SignedClient inside = await home.AssumeAsync(_onboarding.RoleArn("acme-ops"), "x1");
        await inside.IamAsync("ListRoles");
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => inside.IamAsync("DeleteRole", ("RoleName", "acme-ops")));
        Assert.Equal($"User: arn:aws:sts::{_onboarding.ClientId}:assumed-role/acme-ops/x1 is not authorized to perform: iam:DeleteRole on resource: {_onboarding.RoleArn("acme-ops")} because no identity-based policy allows the iam:DeleteRole action", error.Text);
    }

    [Theory]
    [InlineData("Description", "日本", "Member must satisfy regular expression pattern")]
    [InlineData("MaxSessionDuration", "43201", "Member must have value less than or equal to 43200")]
    [InlineData("Path", "no-slash", "Member must satisfy regular expression pattern")]
    public async Task A_request_that_breaks_the_model_is_a_ValidationError(string member, string value, string reason)
    {
        AwsError error = await Assert.ThrowsAsync<AwsError>(() => _onboarding.Client.IamAsync("CreateRole", ("RoleName", "acme-ops"), ("AssumeRolePolicyDocument", _onboarding.Trust("Ops")), (member, value)));
        Assert.Equal((400, "ValidationError"), (error.Status, error.Code));
        Assert.Contains(reason, error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_operation_is_InvalidAction_and_a_missing_member_is_named()
    {
        Assert.Equal("InvalidAction", (await Assert.ThrowsAsync<AwsError>(() => _onboarding.Client.IamAsync("CreateEverything"))).Code);
        AwsError missing = await Assert.ThrowsAsync<AwsError>(() => _onboarding.Client.IamAsync("GetRole"));
        Assert.Equal("1 validation error detected: Value null at 'roleName' failed to satisfy constraint: Member must not be null", missing.Text);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _onboarding.Dispose();
        await _sandbox.DisposeAsync();
    }
}
