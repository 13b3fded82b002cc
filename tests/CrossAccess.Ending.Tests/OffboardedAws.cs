using System.Diagnostics;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>
/// AWS with a client to be off-boarded, AbcCorp, and another that must not notice: AbcCorp has two accounts, Administrator in one
/// and ReadOnly in both, and a group and two users have its sets.
/// </summary>
internal sealed class OffboardedAws : IDisposable
{
    public const string Administrator = "arn:aws:iam::222222222222:role/acme-administrator";

    /// <summary>As Import-Csv gives them.</summary>
    public const string Rows = "[pscustomobject]@{ Client = 'AbcCorp'; AccountId = '222222222222'; ProfileName = 'client-222222222222' }, [pscustomobject]@{ Client = 'abccorp'; AccountId = '444444444444'; ProfileName = 'client-444444444444' }";

    private readonly string _statePath = Path.Combine(Directory.CreateTempSubdirectory("crossaccess-").FullName, "sandbox.json");
    private readonly string _others;
    private string _inventory;

    /// <param name="onboarding">Makes AbcCorp another than it is described here.</param>
    public OffboardedAws(string? onboarding = null)
    {
        Aws = new TimedAws("$null = Grant-ClientAccess Globex -User eve; Remove-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly -ProfileName client-222222222222 -Force; Remove-ClientPermissionSet AbcCorp -Tier ReadOnly -Force", new SandboxOptions { StatePath = _statePath });
        (_others, _inventory) = (Others(), InventoryOfOthers());
        Onboard(onboarding ?? """
            New-RemoteAccessRole AbcCorp 222222222222 -Tier Administrator, ReadOnly -ProfileName client-222222222222 | New-ClientPermissionSet
            New-RemoteAccessRole AbcCorp 444444444444 -Tier ReadOnly -ProfileName client-444444444444 | New-ClientPermissionSet
            Grant-ClientAccess AbcCorp -Tier ReadOnly -Group Engineers -User ben
            Grant-ClientAccess AbcCorp -Tier Administrator -User ana
            """);
    }

    public TimedAws Aws { get; }

    public CrossAccessSandbox Sandbox => Aws.Sandbox;

    public void Onboard(string script)
    {
        Aws.Run(script);
        Sandbox.ClearEvents();
    }

    public IReadOnlyList<PSObject> Run(string script) => Aws.Run(script);

    public SignedClient? Open(string user, string permissionSet = "AbcCorpReadOnly") => Aws.Open(user, permissionSet);

    public Task<SignedClient> EnterAsync(string user, string permissionSet = "AbcCorpReadOnly", string role = LiveSession.AbcReadOnly) => Aws.EnterAsync(user, permissionSet, role);

    public static Task<bool> MayEnterAsync(SignedClient session, string role = LiveSession.AbcReadOnly) => TimedAws.MayEnterAsync(session, role);

    public static IReadOnlyList<string> Lines(IEnumerable<PSObject> rows) =>
        [.. rows.Select(row => string.Join(' ', new[] { "Status", "Kind", "Name", "AccountId", "Tier" }.Select(row.Text).Where(text => text.Length > 0)))];

    /// <summary>Nothing of the client is left but the roles named, and nothing of others has changed.</summary>
    public void RequireClean(params string[] rolesLeft)
    {
        JsonNode state = State();
        Assert.DoesNotContain(state["IdentityCenter"]!["Sets"]!.AsArray(), set => IsOfAbc((string)set!["Name"]!));
        Assert.DoesNotContain(RolesOf(state, Sandbox.HomeAccountId), role => IsOfAbc((string)role["Name"]!));
        Assert.Equal(rolesLeft.Order(StringComparer.Ordinal), AbcAccounts.SelectMany(account => RolesOf(state, account).Select(role => (string)role["Name"]!)).Order(StringComparer.Ordinal));
        Assert.Null(Aws.Inventory["clients"]!["AbcCorp"]);
        Assert.DoesNotContain(Aws.Inventory["grants"]!.AsArray(), grant => (string)grant!["client"]! == "AbcCorp");
        RequireOthersUntouched();
    }

    public void RequireOthersUntouched()
    {
        Assert.Equal(_others, Others());
        Assert.Equal(_inventory, InventoryOfOthers());
    }

    /// <summary>Acts from home as a user of the client's own administrators, as an operator without other credentials does.</summary>
    public void OperateAs(string user)
    {
        Run($"$null = Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName '{user}@AbcCorpAdministrator'");
        _inventory = InventoryOfOthers();
        Sandbox.ClearEvents();
    }

    /// <summary>Does what an admin of the account is told to do with the role that is shut.</summary>
    public void Reset(string accountId)
    {
        using SignedClient admin = SignedClient.Administrator(Sandbox, accountId);
        foreach (JsonObject role in RolesOf(State(), accountId))
        {
            string name = (string)role["Name"]!;
            foreach (JsonNode? arn in role["AttachedPolicies"]!.AsArray()) admin.IamAsync("DetachRolePolicy", ("RoleName", name), ("PolicyArn", (string)arn!)).GetAwaiter().GetResult();
            foreach ((string policy, JsonNode? _) in role["InlinePolicies"]!.AsObject()) admin.IamAsync("DeleteRolePolicy", ("RoleName", name), ("PolicyName", policy)).GetAwaiter().GetResult();
            admin.IamAsync("DeleteRole", ("RoleName", name)).GetAwaiter().GetResult();
        }
    }

    /// <summary>Makes the role that an account of an organization has.</summary>
    public async Task LetHomeInAsync(string accountId)
    {
        using SignedClient admin = SignedClient.Administrator(Sandbox, accountId);
        await admin.IamAsync("CreateRole", ("RoleName", "OrganizationAccountAccessRole"), ("AssumeRolePolicyDocument", $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{Sandbox.HomeAccountId}}}:root"},"Action":"sts:AssumeRole"}]}"""));
        await admin.IamAsync("AttachRolePolicy", ("RoleName", "OrganizationAccountAccessRole"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
    }

    public void Untag(string accountId, string role)
    {
        using SignedClient admin = SignedClient.Administrator(Sandbox, accountId);
        admin.IamAsync("UntagRole", ("RoleName", role), ("TagKeys.member.1", "crossaccess:company")).GetAwaiter().GetResult();
    }

    /// <summary>Has a set reach a role of another client.</summary>
    public void LetReach(string set, string roleArn) => Edit(set, statements => statements.Add(new JsonObject { ["Effect"] = "Allow", ["Action"] = "sts:AssumeRole", ["Resource"] = roleArn }));

    /// <summary>Leaves a set's policy no room.</summary>
    public void Fill(string set) => Edit(set, statements =>
    {
        JsonObject filler = new() { ["Effect"] = "Allow", ["Action"] = "s3:GetObject", ["Resource"] = "arn:aws:s3:::" };
        statements.Add(filler);
        filler["Resource"] = "arn:aws:s3:::" + new string('a', 10_200 - statements.Root.ToJsonString().Length);
    });

    /// <summary>Types commands of the AWS CLI as an admin of an account.</summary>
    public async Task TypeAsync(string accountId, string commands)
    {
        using SignedClient admin = SignedClient.Administrator(Sandbox, accountId);
        foreach (string line in commands.Split('\n').Where(line => !line.StartsWith('#')))
        {
            string[] words = line.Split(' ');
            Assert.Equal(["aws", "iam"], words[..2]);
            string operation = string.Concat(words[2].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            await admin.IamAsync(operation, [.. words[3..].Chunk(2).Select(pair => (string.Concat(pair[0].TrimStart('-').Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])), pair[1]))]);
        }
    }

    /// <summary>The same with the AWS CLI itself.</summary>
    public static void TypeInBash(string accountId, string commands)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-e", "-c", commands]) { RedirectStandardError = true };
        start.Environment["AWS_PROFILE"] = $"client-{accountId}";
        using Process bash = Process.Start(start)!;
        string errors = bash.StandardError.ReadToEnd();
        bash.WaitForExit();
        Assert.True(bash.ExitCode == 0, errors);
    }

    /// <summary>Makes a role as it would have been adopted, and records it as ReadOnly's in an account.</summary>
    public async Task RecordAsync(string accountId, string role)
    {
        using SignedClient admin = SignedClient.Administrator(Sandbox, accountId);
        await admin.IamAsync("CreateRole", ("RoleName", role), ("Tags.member.1.Key", "crossaccess:company"), ("Tags.member.1.Value", "acme"), ("AssumeRolePolicyDocument", $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{Sandbox.HomeAccountId}}}:root"},"Action":"sts:AssumeRole"}]}"""));
        JsonNode inventory = Aws.Inventory;
        inventory["clients"]!["AbcCorp"]!["accounts"]!.AsArray().Single(account => (string)account!["id"]! == accountId)!["roles"]!["ReadOnly"]!["arn"] = $"arn:aws:iam::{accountId}:role/{role}";
        await File.WriteAllTextAsync(Aws.InventoryPath, inventory.ToJsonString());
    }

    /// <summary>Assigns a set on another account than home, as somebody does in the console.</summary>
    public async Task AssignAsync(string set, string accountId, string user)
    {
        using SignedClient admin = SignedClient.Administrator(Sandbox, Sandbox.AdminAccountId);
        await admin.SsoAsync("CreateAccountAssignment", Of(
            ("PermissionSetArn", ArnOf(set)), ("TargetId", accountId), ("TargetType", "AWS_ACCOUNT"), ("PrincipalType", "USER"), ("PrincipalId", Sandbox.Users.Single(entry => entry.UserName == user).UserId)));
    }

    private string ArnOf(string set) => (string)Aws.Inventory["clients"]!["AbcCorp"]!["permissionSets"]![set["AbcCorp".Length..]]!;

    private JsonObject Of(params (string Name, string Value)[] more) =>
        new([KeyValuePair.Create<string, JsonNode?>("InstanceArn", Sandbox.InstanceArn), .. more.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Name, pair.Value))]);

    private void Edit(string set, Action<JsonArray> edit)
    {
        using SignedClient admin = SignedClient.Administrator(Sandbox, Sandbox.AdminAccountId);
        string arn = ArnOf(set);
        JsonNode policy = JsonNode.Parse((string)admin.SsoAsync("GetInlinePolicyForPermissionSet", Of(("PermissionSetArn", arn))).GetAwaiter().GetResult()["InlinePolicy"]!)!;
        edit(policy["Statement"]!.AsArray());
        admin.SsoAsync("PutInlinePolicyToPermissionSet", Of(("PermissionSetArn", arn), ("InlinePolicy", policy.ToJsonString()))).GetAwaiter().GetResult();
        Sandbox.ClearEvents();
    }

    public JsonNode State()
    {
        Sandbox.Save();
        return JsonNode.Parse(File.ReadAllText(_statePath))!;
    }

    public static IEnumerable<JsonObject> RolesOf(JsonNode state, string accountId) =>
        state["Accounts"]!.AsArray().Single(account => (string)account!["Id"]! == accountId)!["Roles"]!.AsArray().Select(role => role!.AsObject());

    public void Dispose()
    {
        Aws.Dispose();
        Directory.Delete(Path.GetDirectoryName(_statePath)!, recursive: true);
    }

    private static readonly string[] AbcAccounts = ["222222222222", "444444444444"];

    private static bool IsOfAbc(string name) => name.Contains("AbcCorp", StringComparison.Ordinal);

    private string InventoryOfOthers()
    {
        JsonNode inventory = Aws.Inventory;
        inventory["clients"]!.AsObject().Remove("AbcCorp");
        inventory["grants"]!.AsArray().RemoveAll(grant => (string)grant!["client"]! == "AbcCorp");
        return inventory.ToJsonString();
    }

    // How requests fared is no state of anybody's.
    private string Others()
    {
        JsonNode state = State();
        state["ClockAhead"] = null;
        state["IdentityCenter"]!["Requests"] = null;
        state["IdentityCenter"]!["Sets"]!.AsArray().RemoveAll(set => IsOfAbc((string)set!["Name"]!));
        foreach (JsonNode? account in state["Accounts"]!.AsArray())
        {
            if (AbcAccounts.Contains((string)account!["Id"]!)) account["Roles"]!.AsArray().Clear();
            account["Roles"]!.AsArray().RemoveAll(role => IsOfAbc((string)role!["Name"]!));
        }
        return state.ToJsonString();
    }
}
