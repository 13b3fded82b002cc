using System.Management.Automation;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;
using CrossAccess.SignIn.Tests;

namespace CrossAccess.Diagnosis.Tests;

/// <summary>A workplace in which ana may read AbcCorp, and the hands to break what lets her.</summary>
internal sealed class ChainUnderTest : IDisposable
{
    public const string Home = "111111111111";
    public const string Set = "AbcCorpReadOnly";
    public const string RoleName = "acme-read-only";
    public const string ByAdmin = "Test-ClientAccess AbcCorp -User ana -ProfileName client-222222222222";

    public static readonly string[] Links =
    [
        "SignIn", "Principal", "PermissionSet", "Assignment", "Provisioning", "PermissionSetPolicy", "Deny",
        "Role", "Trust", "ExternalId", "TrustConditions", "SourceIdentity", "Chaining", "RolePolicies", "Entry",
    ];

    public ChainUnderTest(SandboxOptions? options = null, bool readable = false)
    {
        Work = new Workplace(options, readable);
        Admin = SignedClient.Administrator(Sandbox, Sandbox.AdminAccountId);
        Client = SignedClient.Administrator(Sandbox, Workplace.Client);
    }

    public Workplace Work { get; }

    public CrossAccessSandbox Sandbox => Work.Sandbox;

    /// <summary>An administrator of Identity Center, past the module.</summary>
    public SignedClient Admin { get; }

    /// <summary>An administrator of the client's account, past the module.</summary>
    public SignedClient Client { get; }

    public string UserIdOf(string user) => Sandbox.Users.Single(candidate => candidate.UserName == user).UserId;

    /// <summary>The one chain that a command emits, whole and in order.</summary>
    public IReadOnlyList<TestedLink> Test(string script = ByAdmin)
    {
        TestedLink[] links = [.. Work.Run(script).Output.Select(TestedLink.Of)];
        Assert.Equal(Links, links.Select(link => link.Link));
        return links;
    }

    /// <summary>Tests a chain of which one link is broken: that one alone fails, and whatever is unknown is so because of it.</summary>
    public TestedLink Broken(string link, string script = ByAdmin, params string[] unknown)
    {
        IReadOnlyList<TestedLink> links = Test(script);
        TestedLink failed = Assert.Single(links, candidate => candidate.Result == "Fail");
        Assert.Equal(link, failed.Link);
        Assert.Equal([.. unknown, "Entry"], links.Where(candidate => candidate.Result == "Unknown").Select(candidate => candidate.Link));
        Assert.NotEmpty(failed.Fix);
        return failed;
    }

    /// <summary>Tests a chain of which AWS's refusal is all that is known.</summary>
    public TestedLink BrokenEntry(string script)
    {
        TestedLink failed = Assert.Single(Test(script), candidate => candidate.Result == "Fail");
        Assert.Equal("Entry", failed.Link);
        return failed;
    }

    /// <summary>Does what a fix says, word for word, and tests the chain again.</summary>
    public void Mend(TestedLink broken, string script = ByAdmin)
    {
        Work.Run(broken.Fix);
        AssertWhole(Test(script));
    }

    /// <summary>Every link passes but that AWS was not asked, where it was not.</summary>
    public static void AssertWhole(IReadOnlyList<TestedLink> links)
    {
        Assert.All(links.SkipLast(1), link => Assert.True(link.Result == "Pass", $"{link.Link} is {link.Result}: {link.Reason}"));
        Assert.NotEqual("Fail", links[^1].Result);
    }

    public async Task<string> SetArnAsync(string name = Set)
    {
        JsonNode sets = await Admin.SsoAsync("ListPermissionSets", new JsonObject { ["InstanceArn"] = Sandbox.InstanceArn });
        foreach (string arn in sets["PermissionSets"]!.AsArray().Select(set => (string)set!))
        {
            JsonNode described = await Admin.SsoAsync("DescribePermissionSet", OfSet(arn));
            if ((string?)described["PermissionSet"]!["Name"] == name) return arn;
        }
        throw new InvalidOperationException($"There is no set {name}.");
    }

    public async Task<JsonArray> SetStatementsAsync()
    {
        JsonNode answer = await Admin.SsoAsync("GetInlinePolicyForPermissionSet", OfSet(await SetArnAsync()));
        return JsonNode.Parse((string)answer["InlinePolicy"]!)!["Statement"]!.DeepClone().AsArray();
    }

    /// <summary>Changes the set's inline policy as an admin would in the console.</summary>
    public async Task ChangeSetAsync(Action<JsonArray> change, bool provision = true)
    {
        JsonArray statements = await SetStatementsAsync();
        change(statements);
        string arn = await SetArnAsync();
        JsonObject put = OfSet(arn);
        put["InlinePolicy"] = Policy(statements);
        await Admin.SsoAsync("PutInlinePolicyToPermissionSet", put);
        if (!provision) return;
        JsonObject request = OfSet(arn);
        request["TargetType"] = "ALL_PROVISIONED_ACCOUNTS";
        await Admin.SsoAsync("ProvisionPermissionSet", request);
    }

    public async Task<JsonArray> TrustAsync()
    {
        string encoded = (await Client.IamAsync("GetRole", ("RoleName", RoleName))).Text("AssumeRolePolicyDocument");
        return JsonNode.Parse(Uri.UnescapeDataString(encoded))!["Statement"]!.DeepClone().AsArray();
    }

    /// <summary>Changes the role's trust as the client's admin would.</summary>
    public async Task ChangeTrustAsync(Action<JsonArray> change)
    {
        JsonArray statements = await TrustAsync();
        change(statements);
        await Client.IamAsync("UpdateAssumeRolePolicy", ("RoleName", RoleName), ("PolicyDocument", Policy(statements)));
    }

    /// <summary>A machine without any profile: neither an admin's credentials nor a client's.</summary>
    public void ForgetProfiles()
    {
        string empty = Path.Combine(Work.Home, "empty");
        File.WriteAllText(empty, "");
        Work.Set("AWS_CONFIG_FILE", empty);
        Work.Set("AWS_SHARED_CREDENTIALS_FILE", empty);
    }

    public static string Policy(JsonArray statements) => new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = statements.DeepClone() }.ToJsonString();

    public static JsonObject Condition(JsonNode? statement) => (statement!["Condition"] ??= new JsonObject()).AsObject();

    public ErrorRecord ErrorOf(string script)
    {
        ShellResult result = Work.Try(script);
        Assert.Empty(result.Output);
        return result.OnlyError();
    }

    public void Dispose()
    {
        Admin.Dispose();
        Client.Dispose();
        Work.Dispose();
    }

    private JsonObject OfSet(string arn) => new() { ["InstanceArn"] = Sandbox.InstanceArn, ["PermissionSetArn"] = arn };
}
