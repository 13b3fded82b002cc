using System.Text.Json.Nodes;
using System.Xml.Linq;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Knobs;

public sealed class StateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crossaccess-state-").FullName;

    private string StatePath => Path.Combine(_folder, "below", "state.json");

    [Fact]
    public async Task What_rests_goes_on_as_it_was()
    {
        AccessKey key;
        string group, arn, before;
        JsonObject at;
        JsonNode outstanding;
        await using (CrossAccessSandbox sandbox = CrossAccessSandbox.Start(Options()))
        {
            using Onboarding onboarding = new(sandbox);
            key = sandbox.AdministratorOf(sandbox.AdminAccountId);
            sandbox.RemoveUser("eve");
            group = sandbox.AddGroup("Night", "ben").GroupId;
            sandbox.PutManagedPolicy(onboarding.ClientId, "Extra", Onboarding.AllowAssume("*"));
            await onboarding.Client.IamAsync(
                "CreateRole", ("RoleName", "acme-ops"), ("AssumeRolePolicyDocument", onboarding.Trust("Jump")), ("Description", "ours"), ("MaxSessionDuration", "7200"), ("Tags.member.1.Key", "a"), ("Tags.member.1.Value", "b"));
            await onboarding.Client.IamAsync("AttachRolePolicy", ("RoleName", "acme-ops"), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
            await onboarding.Client.IamAsync("PutRolePolicy", ("RoleName", "acme-ops"), ("PolicyName", "p"), ("PolicyDocument", Onboarding.AllowAssume("*")));
            at = await onboarding.SetAsync("Jump", Onboarding.AllowAssume(onboarding.RoleArn("acme-ops")));
            await onboarding.AssignAsync(at, "ana");
            sandbox.Advance(TimeSpan.FromDays(3));
            (await SignedClient.User(sandbox, "ana", "Jump").AssumeAsync(onboarding.RoleArn("acme-ops"), "ana")).Dispose();
            arn = sandbox.SignIn("ana", "Jump").Arn;
            before = Described(await onboarding.Client.IamAsync("GetRole", ("RoleName", "acme-ops")));
            outstanding = await onboarding.AssignAsync(at, "ben");
        }

        await using CrossAccessSandbox resumed = CrossAccessSandbox.Start(SandboxOptions.Resume(StatePath) with { ProvisioningDelay = TimeSpan.FromHours(1) });
        using Onboarding again = new(resumed);

        Assert.Equal(key, resumed.AdministratorOf(resumed.AdminAccountId));
        Assert.Equal(["ana", "ben"], resumed.Users.Select(static user => user.UserName).Order());
        Assert.Equal(["ben"], resumed.Groups.Single(found => found.GroupId == group).Members);
        Assert.Equal(arn, resumed.SignIn("ana", "Jump").Arn);
        Assert.True(resumed.Now > DateTimeOffset.UtcNow.AddDays(2.9));
        Assert.Equal(before, Described(await again.Client.IamAsync("GetRole", ("RoleName", "acme-ops"))));
        Assert.Equal("p", (await again.Client.IamAsync("ListRolePolicies", ("RoleName", "acme-ops"))).Text("member"));
        Assert.Equal("ReadOnlyAccess", (await again.Client.IamAsync("ListAttachedRolePolicies", ("RoleName", "acme-ops"))).Text("PolicyName"));
        Assert.Equal("Extra", (await again.Client.IamAsync("ListPolicies", ("Scope", "Local"))).Text("PolicyName"));
        Assert.Contains("[profile ana@Jump]", await File.ReadAllTextAsync(resumed.ConfigFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        (await SignedClient.User(resumed, "ana", "Jump").AssumeAsync(again.RoleArn("acme-ops"), "ana")).Dispose();

        Assert.Equal("IN_PROGRESS", await again.StatusAsync(outstanding));
        resumed.Advance(TimeSpan.FromHours(2));
        Assert.Equal("SUCCEEDED", await again.StatusAsync(outstanding));
        Assert.EndsWith("/ben", resumed.SignIn("ben", "Jump").Arn, StringComparison.Ordinal);
        await again.UnassignAsync(at, "ana");
        resumed.Advance(TimeSpan.FromHours(2));
        Assert.Throws<InvalidOperationException>(() => resumed.SignIn("ana", "Jump"));
    }

    [Fact]
    public async Task A_policys_versions_go_on_with_their_numbers()
    {
        string account, arn;
        await using (CrossAccessSandbox sandbox = CrossAccessSandbox.Start(Options()))
        {
            using Onboarding onboarding = new(sandbox);
            account = onboarding.ClientId;
            arn = (await onboarding.Client.IamAsync(
                "CreatePolicy", ("PolicyName", "Extra"), ("Description", "ours"), ("PolicyDocument", Onboarding.AllowAssume("*")), ("Tags.member.1.Key", "a"), ("Tags.member.1.Value", "b"))).Text("Arn");
            await onboarding.Client.IamAsync("CreatePolicyVersion", ("PolicyArn", arn), ("PolicyDocument", Onboarding.AllowAssume("arn:aws:iam::1:role/second")), ("SetAsDefault", "true"));
            await onboarding.Client.IamAsync("CreatePolicyVersion", ("PolicyArn", arn), ("PolicyDocument", Onboarding.AllowAssume("*")));
            await onboarding.Client.IamAsync("DeletePolicyVersion", ("PolicyArn", arn), ("VersionId", "v3"));
        }
        await using CrossAccessSandbox resumed = CrossAccessSandbox.Start(SandboxOptions.Resume(StatePath));
        using SignedClient client = SignedClient.Administrator(resumed, account);

        XElement policy = await client.IamAsync("GetPolicy", ("PolicyArn", arn));
        Assert.Equal(("v2", "ours", "b"), (policy.Text("DefaultVersionId"), policy.Text("Description"), policy.Text("Value")));
        XElement versions = await client.IamAsync("ListPolicyVersions", ("PolicyArn", arn));
        Assert.Equal(["v2", "v1"], versions.Descendants().Where(static e => e.Name.LocalName == "VersionId").Select(static e => e.Value));
        XElement second = await client.IamAsync("GetPolicyVersion", ("PolicyArn", arn), ("VersionId", "v2"));
        Assert.Contains("second", second.Text("Document"), StringComparison.Ordinal);
        XElement next = await client.IamAsync("CreatePolicyVersion", ("PolicyArn", arn), ("PolicyDocument", Onboarding.AllowAssume("*")));
        Assert.Equal("v4", next.Text("VersionId"));
    }

    [Fact]
    public async Task A_file_from_before_policies_had_versions_is_read()
    {
        string account, arn;
        await using (CrossAccessSandbox sandbox = CrossAccessSandbox.Start(Options()))
        {
            account = sandbox.ClientAccountIds[0];
            arn = sandbox.PutManagedPolicy(account, "Extra", Onboarding.AllowAssume("*"));
        }
        JsonNode file = JsonNode.Parse(await File.ReadAllTextAsync(StatePath, TestContext.Current.CancellationToken))!;
        JsonArray policies = file["Accounts"]!.AsArray().Single(saved => saved!["Id"]!.GetValue<string>() == account)!["Policies"]!.AsArray();
        JsonNode written = policies.Single()!;
        // The members that such a policy had.
        policies[0] = new JsonObject
        {
            ["Name"] = "Extra",
            ["Path"] = "/",
            ["Arn"] = arn,
            ["Id"] = written["Id"]!.DeepClone(),
            ["Document"] = Onboarding.AllowAssume("arn:aws:iam::1:role/older"),
            ["CreatedAt"] = written["CreatedAt"]!.DeepClone(),
        };
        await File.WriteAllTextAsync(StatePath, file.ToJsonString(), TestContext.Current.CancellationToken);

        await using CrossAccessSandbox resumed = CrossAccessSandbox.Start(SandboxOptions.Resume(StatePath));
        using SignedClient client = SignedClient.Administrator(resumed, account);

        XElement version = await client.IamAsync("GetPolicyVersion", ("PolicyArn", arn), ("VersionId", "v1"));
        Assert.Equal(("true", Onboarding.AllowAssume("arn:aws:iam::1:role/older")), (version.Text("IsDefaultVersion"), Uri.UnescapeDataString(version.Text("Document"))));
        XElement next = await client.IamAsync("CreatePolicyVersion", ("PolicyArn", arn), ("PolicyDocument", Onboarding.AllowAssume("*")));
        Assert.Equal("v2", next.Text("VersionId"));
    }

    [Fact]
    public async Task The_file_is_the_owners_alone_and_nothing_else_is_left_beside_it()
    {
        await using (CrossAccessSandbox.Start(Options()))
        {
        }
        Assert.Equal([StatePath], Directory.GetFiles(Path.GetDirectoryName(StatePath)!));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(StatePath));
    }

    [Fact]
    public async Task No_session_or_token_is_in_the_file()
    {
        SandboxSession session;
        string token;
        await using (CrossAccessSandbox sandbox = CrossAccessSandbox.Start(Options() with { ProvisioningDelay = TimeSpan.Zero }))
        {
            using Onboarding onboarding = new(sandbox);
            await onboarding.AssignAsync(await onboarding.SetAsync("Jump"), "ana");
            session = sandbox.SignIn("ana", "Jump");
            token = sandbox.IssuePortalToken("ana");
        }
        string text = await File.ReadAllTextAsync(StatePath, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(session.SecretAccessKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain(session.SessionToken, text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_accounts_users_and_groups_may_join_what_rests()
    {
        await using (CrossAccessSandbox.Start(Options()))
        {
        }
        SandboxOptions more = SandboxOptions.Resume(StatePath) with { ClientAccountIds = ["777777777777"], Users = ["zoe"], Groups = new Dictionary<string, IReadOnlyList<string>> { ["Night"] = ["zoe"] } };
        await using CrossAccessSandbox resumed = CrossAccessSandbox.Start(more);
        Assert.Equal(["222222222222", "333333333333", "444444444444", "777777777777"], resumed.ClientAccountIds);
        Assert.Equal(["ana", "ben", "eve", "zoe"], resumed.Users.Select(static user => user.UserName).Order());
        Assert.Equal(["Engineers", "Night", "Support"], resumed.Groups.Select(static found => found.DisplayName).Order());
    }

    [Fact]
    public async Task A_file_that_is_no_Sandbox_or_one_of_another_layout_is_refused()
    {
        string other = Path.Combine(_folder, "other.json");
        foreach (string text in new[] { "", "{}", "null", "[1]", """{"Form":1}""" })
        {
            await File.WriteAllTextAsync(other, text, TestContext.Current.CancellationToken);
            Assert.Throws<InvalidDataException>(() => CrossAccessSandbox.Start(new SandboxOptions { StatePath = other }));
            Assert.Equal(text, await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken));
        }
        await using (CrossAccessSandbox.Start(Options()))
        {
        }
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => CrossAccessSandbox.Start(Options() with { HomeAccountId = "555555555555" }));
        Assert.Equal("The saved Sandbox has the home account 111111111111, not 555555555555.", error.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SandboxOptions Options() => new() { StatePath = StatePath, ProvisioningDelay = TimeSpan.FromHours(1) };

    private static string Described(XElement role) => role.Elements().First().ToString();
}
