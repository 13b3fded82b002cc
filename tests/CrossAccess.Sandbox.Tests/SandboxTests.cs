using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests;

public sealed class SandboxTests : IAsyncLifetime
{
    private readonly CrossAccessSandbox _sandbox = CrossAccessSandbox.Start();
    private readonly Onboarding _onboarding;

    public SandboxTests() => _onboarding = new Onboarding(_sandbox);

    [Fact]
    public async Task Profiles_come_and_go_with_assignments_and_memberships()
    {
        JsonObject at = await _onboarding.SetAsync("Jump");
        SandboxGroup engineers = _sandbox.Groups.First(static group => group.DisplayName == "Engineers");
        JsonObject grant = Onboarding.With(_onboarding.Grant(at, "ana"), "PrincipalType", "GROUP");
        grant["PrincipalId"] = engineers.GroupId;
        await _onboarding.Admin.SsoAsync("CreateAccountAssignment", grant);
        Assert.Equal(["client-222222222222", "client-333333333333", "client-444444444444", "ana@Jump", "sandbox-admin", "sandbox-home"], Profiles());
        _sandbox.AddMember(engineers.GroupId, "ben");
        Assert.Contains("ben@Jump", Profiles());
        await _onboarding.AssignAsync(at, "ben");
        _sandbox.RemoveMember(engineers.GroupId, "ben");
        Assert.Contains("ben@Jump", Profiles());
        await _onboarding.UnassignAsync(at, "ben");
        Assert.DoesNotContain("ben@Jump", Profiles());
        _sandbox.RemoveUser("ana");
        Assert.DoesNotContain("ana@Jump", Profiles());
    }

    [Fact]
    public async Task The_files_are_the_owners_alone_and_gone_at_the_end()
    {
        await _onboarding.AssignAsync(await _onboarding.SetAsync("Jump"), "ana");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_sandbox.Folder));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_sandbox.CredentialsFile));
        }
        await _sandbox.DisposeAsync();
        Assert.False(Directory.Exists(_sandbox.Folder));
    }

    [Fact]
    public async Task A_user_that_returns_has_another_id_and_no_assignment()
    {
        JsonObject at = await _onboarding.SetAsync("Jump");
        await _onboarding.AssignAsync(at, "eve");
        string before = _sandbox.Users.First(static user => user.UserName == "eve").UserId;
        _sandbox.RemoveUser("eve");
        Assert.NotEqual(before, _sandbox.AddUser("eve").UserId);
        Assert.Throws<InvalidOperationException>(() => _sandbox.SignIn("eve", "Jump"));
    }

    [Fact]
    public async Task Two_groups_may_share_a_name_when_a_test_makes_them_so()
    {
        _sandbox.AddGroup("Engineers", "eve");
        JsonObject byName = new()
        {
            ["IdentityStoreId"] = _sandbox.IdentityStoreId,
            ["Filters"] = new JsonArray(new JsonObject { ["AttributePath"] = "DisplayName", ["AttributeValue"] = "Engineers" }),
        };
        Assert.Equal(2, (await _onboarding.Admin.StoreAsync("ListGroups", byName))["Groups"]!.AsArray().Count);
    }

    [Fact]
    public async Task Every_request_is_an_event_with_its_caller_its_error_and_whether_it_changes_anything()
    {
        await _onboarding.SetAsync("Jump");
        await Assert.ThrowsAsync<AwsError>(() => _onboarding.SetAsync("Jump"));
        await _onboarding.Client.IamAsync("ListRoles");
        Assert.Equal(
            [("sso-admin", "CreatePermissionSet", null, false), ("sso-admin", "CreatePermissionSet", "ConflictException", false), ("iam", "ListRoles", null, true)],
            _sandbox.Events.Select(static e => (e.Service, e.Operation, e.ErrorCode, e.IsReadOnly)));
        Assert.Equal((_onboarding.ClientId, $"arn:aws:iam::{_onboarding.ClientId}:user/admin"), (_sandbox.Events[2].AccountId, _sandbox.Events[2].PrincipalArn));
        Assert.Contains("\"Name\":\"Jump\"", _sandbox.Events[0].Parameters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_can_be_ordered_and_throttling_is_said_in_each_services_words()
    {
        _sandbox.Fail("ListRoles", "Throttling", times: 2);
        _sandbox.Fail("ListPermissionSets", "Throttling");
        _sandbox.Fail("CreateRole", "ServiceFailure");
        for (int i = 0; i < 2; i++)
            Assert.Equal((400, "Throttling"), Seen(await Assert.ThrowsAsync<AwsError>(() => _onboarding.Client.IamAsync("ListRoles"))));
        await _onboarding.Client.IamAsync("ListRoles");
        Assert.Equal((400, "ThrottlingException"), Seen(await Assert.ThrowsAsync<AwsError>(() => _onboarding.Admin.SsoAsync("ListPermissionSets", new JsonObject { ["InstanceArn"] = _sandbox.InstanceArn }))));
        Assert.Equal((500, "ServiceFailure"), Seen(await Assert.ThrowsAsync<AwsError>(() => _onboarding.RoleAsync("x", _onboarding.Trust("Jump")))));

        static (int, string) Seen(AwsError error) => (error.Status, error.Code);
    }

    [Fact]
    public async Task Requests_can_be_held_and_counted()
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using SemaphoreSlim arrived = new(0);
        _sandbox.BeforeResponse = async (_, cancellation) =>
        {
            arrived.Release();
            await release.Task.WaitAsync(cancellation);
        };
        Task[] calls = [_onboarding.Client.IamAsync("ListRoles"), _onboarding.Client.IamAsync("GetAccountSummary")];
        await arrived.WaitAsync(TestContext.Current.CancellationToken);
        await arrived.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, _sandbox.RequestsInFlight);
        release.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal(2, _sandbox.MostRequestsInFlight);
    }

    [Fact]
    public async Task A_hook_that_throws_breaks_the_connection_and_the_server_lives()
    {
        _sandbox.BeforeResponse = static (_, _) => throw new InvalidOperationException("cut");
        await Assert.ThrowsAsync<HttpRequestException>(() => _onboarding.Client.IamAsync("ListRoles"));
        _sandbox.BeforeResponse = null;
        await _onboarding.Client.IamAsync("ListRoles");
    }

    [Fact]
    public async Task Secrets_are_not_shown_by_what_carries_them()
    {
        AccessKey key = _sandbox.AdministratorOf(_sandbox.HomeAccountId);
        Assert.DoesNotContain(key.SecretAccessKey, key.ToString(), StringComparison.Ordinal);
        await _onboarding.AssignAsync(await _onboarding.SetAsync("Jump"), "ana");
        SandboxSession session = _sandbox.SignIn("ana", "Jump");
        Assert.DoesNotContain(session.SecretAccessKey, session.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(session.SessionToken, session.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_managed_policy_takes_effect_on_edit_without_provisioning()
    {
        const string Allow = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListRoles","Resource":"*"}]}""";
        _sandbox.PutManagedPolicy(_sandbox.HomeAccountId, "Extra", Allow.Replace("ListRoles", "GetRole", StringComparison.Ordinal));
        JsonObject at = await _onboarding.SetAsync("Jump");
        await _onboarding.Admin.SsoAsync("AttachCustomerManagedPolicyReferenceToPermissionSet", Onboarding.With(at, "CustomerManagedPolicyReference", new JsonObject { ["Name"] = "Extra" }));
        await _onboarding.AssignAsync(at, "ana");
        using SignedClient ana = SignedClient.User(_sandbox, "ana", "Jump");
        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<AwsError>(() => ana.IamAsync("ListRoles"))).Code);
        _sandbox.PutManagedPolicy(_sandbox.HomeAccountId, "Extra", Allow);
        await ana.IamAsync("ListRoles");
    }

    [Fact]
    public async Task Two_thousand_clients_and_six_hundred_sets_are_listed_whole()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start(new SandboxOptions { ClientAccountIds = [.. Enumerable.Range(0, 2000).Select(static i => $"3{i:D11}")] });
        using Onboarding onboarding = new(sandbox);
        for (int i = 0; i < 600; i++)
            await onboarding.SetAsync($"Set{i}");
        HashSet<string> seen = [];
        string? token = null;
        do
        {
            JsonObject input = new() { ["InstanceArn"] = sandbox.InstanceArn, ["NextToken"] = token };
            JsonNode page = await onboarding.Admin.SsoAsync("ListPermissionSets", input);
            seen.UnionWith(page["PermissionSets"]!.AsArray().Select(static arn => arn!.GetValue<string>()));
            token = page["NextToken"]?.GetValue<string>();
        }
        while (token is not null);
        Assert.Equal(600, seen.Count);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _onboarding.Dispose();
        await _sandbox.DisposeAsync();
    }

    private IEnumerable<string> Profiles()
        => File.ReadAllLines(_sandbox.ConfigFile)
            .Where(static line => line.StartsWith("[profile ", StringComparison.Ordinal))
            .Select(static line => line["[profile ".Length..^1])
            .OrderBy(static name => name.StartsWith("client", StringComparison.Ordinal) ? "0" + name : "1" + name, StringComparer.Ordinal);
}
