using System.Text.Json.Nodes;
using System.Xml.Linq;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Iam;

public sealed class PolicyVersionTests : IAsyncLifetime
{
    private const string Nothing = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:DeleteBucket","Resource":"*"}]}""";

    private readonly CrossAccessSandbox _sandbox = CrossAccessSandbox.Start();
    private readonly Onboarding _onboarding;
    private readonly SignedClient _home;

    public PolicyVersionTests()
    {
        _onboarding = new Onboarding(_sandbox);
        _home = SignedClient.Administrator(_sandbox, _sandbox.HomeAccountId);
    }

    [Fact]
    public async Task White_space_does_not_count_towards_the_size_and_6144_other_characters_are_the_most()
    {
        string longest = Sized(6144);
        await CreateAsync("padded", longest.Replace("\"Version\"", new string(' ', 3000) + "\"Version\"", StringComparison.Ordinal));
        AwsError longer = await Assert.ThrowsAsync<AwsError>(() => CreateAsync("longer", Sized(6145)));
        Assert.Equal((409, "LimitExceeded", "Cannot exceed quota for PolicySize: 6144"), (longer.Status, longer.Code, longer.Text));
        string arn = await CreateAsync("edited", Nothing);
        Assert.Equal("LimitExceeded", await RefusedAsync("CreatePolicyVersion", arn, ("PolicyDocument", Sized(6145))));
        Assert.Equal("MalformedPolicyDocument", await RefusedAsync("CreatePolicyVersion", arn, ("PolicyDocument", "{}")));
    }

    [Fact]
    public async Task The_knobs_edit_is_a_version_like_any_other_and_drops_the_oldest_that_is_not_in_force()
    {
        string arn = await CreateAsync("Edited", Nothing);
        for (int i = 0; i < 5; i++)
            _sandbox.PutManagedPolicy(_sandbox.HomeAccountId, "Edited", Sized(200 + i));

        XElement versions = await _home.IamAsync("ListPolicyVersions", ("PolicyArn", arn));
        Assert.Equal(["v6", "v5", "v4", "v3", "v2"], Texts(versions, "VersionId"));
        Assert.Equal(["true", "false", "false", "false", "false"], Texts(versions, "IsDefaultVersion"));
    }

    [Fact]
    public async Task A_policy_is_not_deleted_while_a_permission_sets_role_has_it_and_without_it_the_set_is_not_provisioned()
    {
        string arn = await CreateAsync("Ended", Nothing);
        JsonObject at = await _onboarding.SetAsync("Jump");
        JsonObject referring = Onboarding.With(at, "CustomerManagedPolicyReference", new JsonObject { ["Name"] = "Ended" });
        await _onboarding.Admin.SsoAsync("AttachCustomerManagedPolicyReferenceToPermissionSet", referring);
        await _onboarding.AssignAsync(at, "ana");
        Assert.Equal("DeleteConflict", await RefusedAsync("DeletePolicy", arn));
        Assert.Equal(["1"], Texts(await _home.IamAsync("GetPolicy", ("PolicyArn", arn)), "AttachmentCount"));

        await _onboarding.Admin.SsoAsync("DetachCustomerManagedPolicyReferenceFromPermissionSet", referring);
        Assert.Equal("DeleteConflict", await RefusedAsync("DeletePolicy", arn));
        Assert.Equal("SUCCEEDED", await ProvisionAsync(at));
        await _home.IamAsync("DeletePolicy", ("PolicyArn", arn));

        await _onboarding.Admin.SsoAsync("AttachCustomerManagedPolicyReferenceToPermissionSet", referring);
        Assert.Equal("FAILED", await ProvisionAsync(at));
    }

    [Fact]
    public async Task A_policy_that_is_a_roles_boundary_is_not_deleted_and_its_version_decides_at_once()
    {
        string arn = await CreateAsync("Edge", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""");
        string trust = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{_sandbox.HomeAccountId}}"},"Action":"sts:AssumeRole"}]}""";
        await _home.IamAsync("CreateRole", ("RoleName", "bounded"), ("AssumeRolePolicyDocument", trust), ("PermissionsBoundary", arn));
        await _home.IamAsync("AttachRolePolicy", ("RoleName", "bounded"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
        using SignedClient inside = await _home.AssumeAsync($"arn:aws:iam::{_sandbox.HomeAccountId}:role/bounded", "x1");
        await inside.IamAsync("ListRoles");

        await _home.IamAsync("CreatePolicyVersion", ("PolicyArn", arn), ("PolicyDocument", Nothing), ("SetAsDefault", "true"));

        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<AwsError>(() => inside.IamAsync("ListRoles"))).Code);
        await _home.IamAsync("DeletePolicyVersion", ("PolicyArn", arn), ("VersionId", "v1"));
        Assert.Equal("DeleteConflict", await RefusedAsync("DeletePolicy", arn));
    }

    [Fact]
    public async Task Entities_are_listed_page_by_page_and_by_kind_use_and_path()
    {
        string arn = await CreateAsync("Shared", Nothing);
        foreach (string name in new[] { "a", "b", "c" })
        {
            await _home.IamAsync("CreateRole", ("RoleName", name), ("Path", name == "c" ? "/jobs/" : "/"), ("AssumeRolePolicyDocument", _onboarding.Trust("Jump")));
            await _home.IamAsync("AttachRolePolicy", ("RoleName", name), ("PolicyArn", arn));
        }
        await _home.IamAsync("CreateRole", ("RoleName", "d"), ("AssumeRolePolicyDocument", _onboarding.Trust("Jump")), ("PermissionsBoundary", arn));

        XElement first = await ListAsync(("MaxItems", "3"));
        XElement last = await ListAsync(("Marker", first.Text("Marker")));

        Assert.Equal(["a", "b", "c", "d"], Texts(first, "RoleName").Concat(Texts(last, "RoleName")));
        Assert.Equal(("true", "false"), (first.Text("IsTruncated"), last.Text("IsTruncated")));
        Assert.Equal(["a", "b", "c"], Texts(await ListAsync(("PolicyUsageFilter", "PermissionsPolicy")), "RoleName"));
        Assert.Equal(["d"], Texts(await ListAsync(("PolicyUsageFilter", "PermissionsBoundary")), "RoleName"));
        Assert.Equal(["c"], Texts(await ListAsync(("PathPrefix", "/jobs/")), "RoleName"));
        Assert.Empty(Texts(await ListAsync(("EntityFilter", "User")), "RoleName"));
        XElement administering = await _home.IamAsync("ListEntitiesForPolicy", ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
        Assert.Equal(["admin"], Texts(administering, "UserName"));

        Task<XElement> ListAsync(params (string, string)[] more) => _home.IamAsync("ListEntitiesForPolicy", [("PolicyArn", arn), .. more]);
    }

    [Fact]
    public async Task Tags_may_differ_by_case_alone_but_not_be_given_twice_or_be_AWSs()
    {
        await _home.IamAsync("CreatePolicy", [("PolicyName", "Tagged"), ("PolicyDocument", Nothing), .. Tags("a", "A")]);
        Assert.Equal("InvalidInput", await RefusedTagsAsync("a", "a"));
        Assert.Equal("InvalidInput", await RefusedTagsAsync("aws:a"));

        async Task<string> RefusedTagsAsync(params string[] keys)
            => (await Assert.ThrowsAsync<AwsError>(() => _home.IamAsync("CreatePolicy", [("PolicyName", "Other"), ("PolicyDocument", Nothing), .. Tags(keys)]))).Code;

        static IEnumerable<(string, string)> Tags(params string[] keys)
            => keys.SelectMany(static (key, i) => new[] { ($"Tags.member.{i + 1}.Key", key), ($"Tags.member.{i + 1}.Value", "1") });
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _home.Dispose();
        _onboarding.Dispose();
        await _sandbox.DisposeAsync();
    }

    private static string Sized(int length)
    {
        string empty = Nothing.Replace("\"*\"", "\"arn:aws:s3:::\"", StringComparison.Ordinal);
        return empty.Replace("s3:::", "s3:::" + new string('a', length - empty.Length), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(XElement answer, string name) => answer.Descendants().Where(e => e.Name.LocalName == name).Select(static e => e.Value);

    private async Task<string> CreateAsync(string name, string document) => (await _home.IamAsync("CreatePolicy", ("PolicyName", name), ("PolicyDocument", document))).Text("Arn");

    private async Task<string> RefusedAsync(string action, string arn, params (string, string)[] more)
        => (await Assert.ThrowsAsync<AwsError>(() => _home.IamAsync(action, [("PolicyArn", arn), .. more]))).Code;

    private async Task<string> ProvisionAsync(JsonObject at)
    {
        JsonNode accepted = await _onboarding.Admin.SsoAsync("ProvisionPermissionSet", Onboarding.With(at, "TargetType", "ALL_PROVISIONED_ACCOUNTS"));
        JsonObject described = new()
        {
            ["InstanceArn"] = _sandbox.InstanceArn,
            ["ProvisionPermissionSetRequestId"] = accepted["PermissionSetProvisioningStatus"]!["RequestId"]!.GetValue<string>(),
        };
        JsonNode status = await _onboarding.Admin.SsoAsync("DescribePermissionSetProvisioningStatus", described);
        return status["PermissionSetProvisioningStatus"]!["Status"]!.GetValue<string>();
    }
}
