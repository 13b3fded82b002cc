using System.Management.Automation;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Servers;

/// <summary>The pipeline against an AWS that no one here wrote, read back by a client that no one here wrote.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class MotoChainTests : IAsyncLifetime
{
    private const string Chain = "$rows | New-RemoteAccessRole -OutVariable roles | New-ClientPermissionSet -OutVariable sets | Grant-ClientAccess -Group Engineers";

    private readonly ModuleSession _shell = new();
    private MotoAccounts? _moto;

    public async ValueTask InitializeAsync()
    {
        _moto = await MotoAccounts.StartAsync();
        await _moto.AddGroupAsync("Engineers");
        _shell.Set("rows", new[] { Row("AbcCorp", SandboxSession.Abc), Row("Globex", SandboxSession.Globex) });
        Run($"Initialize-CrossAccess acme -HomeProfileName {MotoAccounts.ProfileOf(SandboxSession.Home)}");
    }

    public ValueTask DisposeAsync()
    {
        if (_moto is not null) _shell.Run("if (Get-ClientRole) { Exit-ClientRole -All }");
        _shell.Dispose();
        _moto?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_chain_makes_what_the_AWS_CLI_reads_back()
    {
        AwsCli.SkipWhereMissing();

        ShellResult result = Run(Chain);

        Assert.Equal(["Created", "Created"], result.Statuses());
        Assert.Equal(["Created", "Created"], Run("$roles").Statuses());
        IReadOnlyList<PSObject> sets = Run("$sets").Output;
        Assert.Equal(["AbcCorpReadOnly", "GlobexReadOnly"], sets.Select(set => set.Text("PermissionSetName")));
        string instance = await _moto!.InstanceArnAsync();
        ReadBack(SandboxSession.Abc, instance, sets[0].Text("PermissionSetArn"), result.Output[0]);
        ReadBack(SandboxSession.Globex, instance, sets[1].Text("PermissionSetArn"), result.Output[1]);
    }

    [Fact]
    public void A_second_run_says_Unchanged_throughout()
    {
        Run(Chain);

        ShellResult again = Run(Chain);

        Assert.Equal(["Unchanged", "Unchanged"], again.Statuses());
        Assert.All([.. Run("$roles").Statuses(), .. Run("$sets").Statuses()], status => Assert.Equal("Unchanged", status));
    }

    [Fact]
    public void WhatIf_makes_nothing()
    {
        ShellResult result = Run("$rows | New-RemoteAccessRole -WhatIf | New-ClientPermissionSet -WhatIf | Grant-ClientAccess -Group Engineers -WhatIf");

        Assert.Equal(["Planned", "Planned"], result.Statuses());
        Assert.Empty(Run($"Get-RemoteAccessRole Other 222222222222 -Tier ReadOnly -ProfileName {MotoAccounts.ProfileOf(SandboxSession.Abc)} -ErrorAction Ignore").Output);
        Assert.Empty(Run("Get-ClientPermissionSet").Output);
    }

    [Fact]
    public void The_role_is_entered_and_left()
    {
        Run(Chain);

        PSObject session = Assert.Single(Run($"Enter-ClientRole AbcCorp -HomeProfileName {MotoAccounts.ProfileOf(SandboxSession.Home)}").Output);

        Assert.Equal("arn:aws:iam::222222222222:role/acme-read-only", session.Text("RoleArn"));
        Assert.Equal(session.Text("AccessKey"), Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID"));
        Run("Exit-ClientRole");
        Assert.Equal("admin", Environment.GetEnvironmentVariable("AWS_PROFILE"));
    }

    [Fact]
    public void Another_accounts_credentials_make_nothing()
    {
        _shell.Set("rows", new[] { Row("AbcCorp", SandboxSession.Abc, MotoAccounts.ProfileOf(SandboxSession.Globex)) });

        ShellResult result = _shell.Run(Chain);

        Assert.Equal("AccountMismatch", result.OnlyError().Id());
        Assert.Empty(result.Output);
    }

    private static void ReadBack(string accountId, string instance, string set, PSObject grant)
    {
        string remote = MotoAccounts.ProfileOf(accountId);
        JsonNode role = AwsCli.Run(remote, "iam", "get-role", "--role-name", "acme-read-only")["Role"]!;
        Assert.Equal($"arn:aws:iam::{accountId}:role/acme-read-only", (string?)role["Arn"]);
        JsonNode trust = role["AssumeRolePolicyDocument"]!["Statement"]![0]!;
        Assert.Equal($"arn:aws:iam::{SandboxSession.Home}:root", (string?)trust["Principal"]!["AWS"]);
        Assert.Contains($"AWSReservedSSO_{grant.Text("PermissionSetName")}_????????????????", trust["Condition"]!.ToJsonString(), StringComparison.Ordinal);

        JsonNode attached = AwsCli.Run(remote, "iam", "list-attached-role-policies", "--role-name", "acme-read-only");
        Assert.Equal(["arn:aws:iam::aws:policy/ReadOnlyAccess"], attached["AttachedPolicies"]!.AsArray().Select(policy => (string?)policy!["PolicyArn"]));

        string[] of = ["--instance-arn", instance, "--permission-set-arn", set];
        Assert.Equal(grant.Text("PermissionSetName"), (string?)AwsCli.Run(null, ["sso-admin", "describe-permission-set", .. of])["PermissionSet"]!["Name"]);
        string inline = (string)AwsCli.Run(null, ["sso-admin", "get-inline-policy-for-permission-set", .. of])["InlinePolicy"]!;
        Assert.All(JsonNode.Parse(inline)!["Statement"]!.AsArray(), statement => Assert.Equal($"arn:aws:iam::{accountId}:role/acme-read-only", (string?)statement!["Resource"]));

        JsonNode assignment = Assert.Single(AwsCli.Run(null, ["sso-admin", "list-account-assignments", .. of, "--account-id", SandboxSession.Home])["AccountAssignments"]!.AsArray())!;
        Assert.Equal("GROUP", (string?)assignment["PrincipalType"]);
        Assert.Equal(grant.Text("PrincipalId"), (string?)assignment["PrincipalId"]);
    }

    private static PSObject Row(string client, string accountId, string? profileName = null) =>
        SandboxSession.Row(client, accountId, profileName: profileName ?? MotoAccounts.ProfileOf(accountId));

    private ShellResult Run(string script)
    {
        ShellResult result = _shell.Run(script);
        Assert.Empty(result.Errors);
        Assert.Null(result.Terminated);
        return result;
    }
}
