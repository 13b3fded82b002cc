using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Tokens;

public sealed class AssumeRoleTests : IAsyncLifetime
{
    private readonly CrossAccessSandbox _sandbox = CrossAccessSandbox.Start(new SandboxOptions { Clock = new TurnableClock() });
    private readonly Onboarding _onboarding;

    public AssumeRoleTests() => _onboarding = new Onboarding(_sandbox);

    private string RoleArn => _onboarding.RoleArn("acme-ops");

    [Fact]
    public async Task Both_the_policy_of_the_caller_and_the_trust_of_the_role_must_allow()
    {
        await _onboarding.RoleAsync("acme-ops", _onboarding.Trust("Ops"));
        JsonObject ops = await _onboarding.SetAsync("Ops");
        await _onboarding.AssignAsync(ops, "ana");
        await _onboarding.AssignAsync(await _onboarding.SetAsync("Ops_Admin", Onboarding.AllowAssume(RoleArn)), "ben");

        using SignedClient withoutPolicy = SignedClient.User(_sandbox, "ana", "Ops");
        await RefusedAsync(() => withoutPolicy.AssumeAsync(RoleArn, "ana"), "sts:AssumeRole");
        using SignedClient withoutTrust = SignedClient.User(_sandbox, "ben", "Ops_Admin");
        await RefusedAsync(() => withoutTrust.AssumeAsync(RoleArn, "ben"), "sts:AssumeRole");

        await _onboarding.Admin.SsoAsync("PutInlinePolicyToPermissionSet", Onboarding.With(ops, "InlinePolicy", Onboarding.AllowAssume(RoleArn)));
        await RefusedAsync(() => withoutPolicy.AssumeAsync(RoleArn, "ana"), "sts:AssumeRole");
        await _onboarding.Admin.SsoAsync("ProvisionPermissionSet", Onboarding.With(ops, "TargetType", "ALL_PROVISIONED_ACCOUNTS"));
        using SignedClient inside = await withoutPolicy.AssumeAsync(RoleArn, "ana");
        Assert.Equal($"arn:aws:sts::{_onboarding.ClientId}:assumed-role/acme-ops/ana", (await inside.StsAsync("GetCallerIdentity")).Text("Arn"));
    }

    [Fact]
    public async Task A_source_identity_needs_its_own_permission_on_both_sides_and_stays_on_the_session()
    {
        string pinned = """{"Effect":"Allow","Action":"sts:SetSourceIdentity","Resource":"*","Condition":{"StringLike":{"aws:userid":"*:${sts:SourceIdentity}"}}}""";
        string inline = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"{{RoleArn}}"},{{pinned}}]}""";
        await _onboarding.AssignAsync(await _onboarding.SetAsync("Ops", inline), "ana");
        using SignedClient ana = SignedClient.User(_sandbox, "ana", "Ops");

        await _onboarding.RoleAsync("acme-ops", _onboarding.Trust("Ops"));
        await RefusedAsync(() => ana.AssumeAsync(RoleArn, "ana", ("SourceIdentity", "ana")), "sts:SetSourceIdentity");
        await _onboarding.Client.IamAsync("UpdateAssumeRolePolicy", ("RoleName", "acme-ops"), ("PolicyDocument", _onboarding.Trust("Ops", "sts:*")));
        await RefusedAsync(() => ana.AssumeAsync(RoleArn, "ana", ("SourceIdentity", "eve")), "sts:SetSourceIdentity");
        using SignedClient inside = await ana.AssumeAsync(RoleArn, "ana", ("SourceIdentity", "ana"));
        await inside.StsAsync("GetCallerIdentity");
        Assert.Equal("ana", _sandbox.Events[^1].SourceIdentity);
    }

    [Fact]
    public async Task Session_tags_need_sts_TagSession_and_become_principal_tags()
    {
        JsonObject ops = await _onboarding.SetAsync("Ops", Onboarding.AllowAssume(RoleArn));
        await _onboarding.AssignAsync(ops, "ana");
        await _onboarding.RoleAsync("acme-ops", _onboarding.Trust("Ops", "sts:*"));
        using SignedClient ana = SignedClient.User(_sandbox, "ana", "Ops");
        (string, string)[] tags = [("Tags.member.1.Key", "reason"), ("Tags.member.1.Value", "t-1")];
        await RefusedAsync(() => ana.AssumeAsync(RoleArn, "ana", tags), "sts:TagSession");
        string both = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:AssumeRole","sts:TagSession"],"Resource":"{{RoleArn}}"}]}""";
        await _onboarding.Admin.SsoAsync("PutInlinePolicyToPermissionSet", Onboarding.With(ops, "InlinePolicy", both));
        await _onboarding.Admin.SsoAsync("ProvisionPermissionSet", Onboarding.With(ops, "TargetType", "ALL_PROVISIONED_ACCOUNTS"));
        await _onboarding.Client.IamAsync("PutRolePolicy", ("RoleName", "acme-ops"), ("PolicyName", "tagged"), ("PolicyDocument",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListRoles","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/reason":"t-1"}}}]}"""));
        using SignedClient tagged = await ana.AssumeAsync(RoleArn, "ana", tags);
        await tagged.IamAsync("ListRoles");
        using SignedClient untagged = await ana.AssumeAsync(RoleArn, "ana");
        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<AwsError>(() => untagged.IamAsync("ListRoles"))).Code);
    }

    [Fact]
    public async Task An_external_id_that_the_trust_asks_for_must_be_passed()
    {
        string trust = $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{{{_sandbox.HomeAccountId}}}}"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"secret-1"}}}]}""";
        await _onboarding.RoleAsync("acme-ops", trust);
        using SignedClient home = SignedClient.Administrator(_sandbox, _sandbox.HomeAccountId);
        await RefusedAsync(() => home.AssumeAsync(RoleArn, "x1"), "sts:AssumeRole");
        using SignedClient inside = await home.AssumeAsync(RoleArn, "x1", ("ExternalId", "secret-1"));
        // A user's own AssumeRole is no chain, and the role's maximum decides.
        AwsError tooLong = await Assert.ThrowsAsync<AwsError>(() => home.AssumeAsync(RoleArn, "x1", ("ExternalId", "secret-1"), ("DurationSeconds", "3601")));
        Assert.Contains("exceeds the MaxSessionDuration", tooLong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_policy_narrows_and_never_widens()
    {
        await _onboarding.RoleAsync("acme-ops", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{_sandbox.HomeAccountId}}"},"Action":"sts:AssumeRole"}]}""");
        await _onboarding.Client.IamAsync("AttachRolePolicy", ("RoleName", "acme-ops"), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        using SignedClient home = SignedClient.Administrator(_sandbox, _sandbox.HomeAccountId);
        using SignedClient narrowed = await home.AssumeAsync(RoleArn, "x1", ("Policy", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:GetRole","iam:DeleteRole"],"Resource":"*"}]}"""));
        await narrowed.IamAsync("GetRole", ("RoleName", "acme-ops"));
        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<AwsError>(() => narrowed.IamAsync("ListRoles"))).Code);
        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<AwsError>(() => narrowed.IamAsync("DeleteRole", ("RoleName", "acme-ops")))).Code);
    }

    [Fact]
    public async Task A_trusted_role_that_is_made_again_is_another_principal()
    {
        using SignedClient home = SignedClient.Administrator(_sandbox, _sandbox.HomeAccountId);
        string homeRoot = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{_sandbox.HomeAccountId}}:root"},"Action":"sts:AssumeRole"}]}""";
        string runbook = $"arn:aws:iam::{_sandbox.HomeAccountId}:role/runbook";
        string trust = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{runbook}}"},"Action":"sts:AssumeRole"}]}""";
        Assert.Equal("MalformedPolicyDocument", (await Assert.ThrowsAsync<AwsError>(() => _onboarding.RoleAsync("acme-ops", trust))).Code);

        await MakeRunbookAsync();
        await _onboarding.RoleAsync("acme-ops", trust);
        using (SignedClient first = await home.AssumeAsync(runbook, "run"))
        using (SignedClient inside = await first.AssumeAsync(RoleArn, "run"))
            await inside.StsAsync("GetCallerIdentity");

        await home.IamAsync("DetachRolePolicy", ("RoleName", "runbook"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
        await home.IamAsync("DeleteRole", ("RoleName", "runbook"));
        await MakeRunbookAsync();
        using SignedClient second = await home.AssumeAsync(runbook, "run");
        await RefusedAsync(() => second.AssumeAsync(RoleArn, "run"), "sts:AssumeRole");
        Assert.Contains("AROA", Uri.UnescapeDataString((await _onboarding.Client.IamAsync("GetRole", ("RoleName", "acme-ops"))).Text("AssumeRolePolicyDocument")), StringComparison.Ordinal);

        async Task MakeRunbookAsync()
        {
            await home.IamAsync("CreateRole", ("RoleName", "runbook"), ("AssumeRolePolicyDocument", homeRoot));
            await home.IamAsync("AttachRolePolicy", ("RoleName", "runbook"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
        }
    }

    [Fact]
    public async Task A_new_role_is_refused_until_it_is_consistent()
    {
        TurnableClock clock = new();
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start(new SandboxOptions { Clock = clock, ConsistencyDelay = TimeSpan.FromSeconds(20) });
        using Onboarding onboarding = new(sandbox);
        await onboarding.RoleAsync("acme-ops", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{sandbox.HomeAccountId}}"},"Action":"sts:AssumeRole"}]}""");
        using SignedClient home = SignedClient.Administrator(sandbox, sandbox.HomeAccountId);
        await RefusedAsync(() => home.AssumeAsync(onboarding.RoleArn("acme-ops"), "x1"), "sts:AssumeRole");
        clock.Turn(TimeSpan.FromSeconds(20));
        (await home.AssumeAsync(onboarding.RoleArn("acme-ops"), "x1")).Dispose();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _onboarding.Dispose();
        await _sandbox.DisposeAsync();
    }

    private static async Task RefusedAsync(Func<Task<SignedClient>> assume, string action)
    {
        AwsError error = await Assert.ThrowsAsync<AwsError>(assume);
        Assert.Equal((403, "AccessDenied"), (error.Status, error.Code));
        Assert.Contains($"is not authorized to perform: {action} on resource: arn:aws:iam::", error.Text, StringComparison.Ordinal);
    }
}
