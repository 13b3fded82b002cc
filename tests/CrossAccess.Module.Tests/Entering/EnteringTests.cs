using System.Management.Automation;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Entering;

/// <summary>Entering a client's role, and leaving it with everything as it was.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class EnteringTests : IDisposable
{
    private static readonly string[] Set =
    [
        "AWS_ACCESS_KEY_ID", "AWS_CREDENTIAL_EXPIRATION", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
        "CROSSACCESS_CLIENT", "CROSSACCESS_TIER",
    ];

    private readonly SandboxSession _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void Entering_sets_these_variables_and_takes_AWS_PROFILE_away_and_leaving_restores_every_one()
    {
        _aws.Onboard();
        SignIn("ana@AbcCorpReadOnly");
        Environment.SetEnvironmentVariable("AWS_REGION", null);
        Environment.SetEnvironmentVariable("AWS_DEFAULT_REGION", "eu-north-1");
        Dictionary<string, string> before = SandboxSession.Variables();

        PSObject session = Assert.Single(_aws.Run("Enter-ClientRole AbcCorp -Tier ReadOnly -Region eu-central-1").Output);

        Dictionary<string, string> inside = SandboxSession.Variables();
        Assert.Equal(Set, inside.Where(variable => before.GetValueOrDefault(variable.Key) != variable.Value).Select(variable => variable.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["AWS_PROFILE"], before.Keys.Except(inside.Keys));
        Assert.Equal(session.Text("AccessKey"), inside["AWS_ACCESS_KEY_ID"]);
        Assert.Equal((string)((dynamic)session.BaseObject).SecretAccessKey, inside["AWS_SECRET_ACCESS_KEY"]);
        Assert.Equal((string)((dynamic)session.BaseObject).SessionToken, inside["AWS_SESSION_TOKEN"]);
        Assert.Equal("eu-central-1", inside["AWS_REGION"]);
        Assert.Equal("eu-central-1", inside["AWS_DEFAULT_REGION"]);
        Assert.Equal("AbcCorp", inside["CROSSACCESS_CLIENT"]);
        Assert.Equal("ReadOnly", inside["CROSSACCESS_TIER"]);
        Assert.EndsWith("Z", inside["AWS_CREDENTIAL_EXPIRATION"], StringComparison.Ordinal);

        _aws.Run("Exit-ClientRole");

        Assert.Equal(before, SandboxSession.Variables());
        Assert.Empty(_aws.Run("Get-ClientRole").Output);
    }

    [Fact]
    public void A_client_from_the_inventory_is_entered_by_its_one_account_and_of_several_none_is_picked()
    {
        _aws.Onboard(role: "-AccountName production");
        SignIn("ana@AbcCorpReadOnly");

        Assert.Equal("production", Assert.Single(_aws.Run("Get-CrossAccessClient | Enter-ClientRole -Tier ReadOnly").Output).Text("AccountName"));

        SignIn("sandbox-admin");
        _aws.Onboard("AbcCorp", SandboxSession.Globex, role: "-AccountName staging");
        Assert.Contains("One account is needed and 2 are given", _aws.Try("Get-CrossAccessClient | Enter-ClientRole -Tier ReadOnly").OnlyError().Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_before_come_back_byte_for_byte_from_a_nested_entry()
    {
        _aws.Onboard();
        _aws.Onboard("AbcCorp", SandboxSession.Globex, role: "-AccountName staging");
        dynamic keys = _aws.Sandbox.SignIn("ana", "AbcCorpReadOnly");
        SignIn(null);
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", (string)keys.AccessKeyId);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", (string)keys.SecretAccessKey);
        Environment.SetEnvironmentVariable("AWS_SESSION_TOKEN", (string)keys.SessionToken);
        Environment.SetEnvironmentVariable("AWS_CREDENTIAL_EXPIRATION", " odd = text ");
        Environment.SetEnvironmentVariable("CROSSACCESS_CLIENT", "inherited");
        Dictionary<string, string> home = SandboxSession.Variables();

        _aws.Run("Enter-ClientRole AbcCorp -Account 222222222222");
        Dictionary<string, string> first = SandboxSession.Variables();
        _aws.Run("Enter-ClientRole AbcCorp -Account staging");

        Assert.Equal(["staging", ""], _aws.Run("(Get-ClientRole).AccountName").Texts);
        _aws.Run("Exit-ClientRole");
        Assert.Equal(first, SandboxSession.Variables());
        _aws.Run("Exit-ClientRole");
        Assert.Equal(home, SandboxSession.Variables());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-AutoRefresh")]
    public void What_was_empty_is_empty_again_and_what_was_unset_is_unset(string parameters)
    {
        _aws.Onboard();
        _aws.Onboard("Globex", SandboxSession.Globex);
        string[] touched = ["AWS_SESSION_TOKEN", "AWS_CREDENTIAL_EXPIRATION", "AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_BEARER_TOKEN_BEDROCK", "CROSSACCESS_TIER"];
        for (int i = 0; i < touched.Length; i++) Environment.SetEnvironmentVariable(touched[i], i % 2 == 0 ? "" : null);
        Dictionary<string, string> before = SandboxSession.Variables();

        _aws.Run($"Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly {parameters}; Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly {parameters}");
        Assert.DoesNotContain("", touched.Select(name => SandboxSession.Variables().GetValueOrDefault(name)));
        _aws.Run("Exit-ClientRole; Exit-ClientRole");

        // .NET 9 and later tell an empty variable from none, as the system does.
        Assert.Equal(before, SandboxSession.Variables());
    }

    [Fact]
    public void A_nested_entry_starts_from_home_and_never_from_the_client()
    {
        _aws.Onboard();
        _aws.Onboard("AbcCorp", SandboxSession.Globex, role: "-AccountName staging");
        SignIn("ana@AbcCorpReadOnly");

        _aws.Run("Enter-ClientRole AbcCorp -Account 222222222222; Enter-ClientRole AbcCorp -Account staging");

        AnsweredRequest[] entries = [.. _aws.Requests.Where(request => request.Operation == "AssumeRole")];
        Assert.Equal(2, entries.Length);
        Assert.All(entries, entry => Assert.StartsWith("arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_AbcCorpReadOnly_", entry.PrincipalArn, StringComparison.Ordinal));
        _aws.Run("Exit-ClientRole -All");
        Assert.Equal("ana@AbcCorpReadOnly", Environment.GetEnvironmentVariable("AWS_PROFILE"));
    }

    [Fact]
    public void One_entry_is_one_question_who_am_I_and_one_AssumeRole_under_the_callers_own_name()
    {
        _aws.Onboard();
        SignIn("ana@AbcCorpReadOnly");

        PSObject session = Assert.Single(_aws.Run("Enter-ClientRole AbcCorp").Output);

        Assert.Equal(["AssumeRole 1", "GetCallerIdentity 1"], _aws.RequestCounts);
        AnsweredRequest entry = _aws.Requests.Single(request => request.Operation == "AssumeRole");
        Assert.Equal("arn:aws:iam::222222222222:role/acme-read-only", (string?)entry.Sent("RoleArn"));
        Assert.Equal("ana", (string?)entry.Sent("RoleSessionName"));
        Assert.Equal("ana", entry.SourceIdentity);
        Assert.Equal("ana", session.Text("RoleSessionName"));
        Assert.Equal("ana", session.Text("SourceIdentity"));
    }

    [Fact]
    public void A_child_process_acts_in_the_clients_account()
    {
        AwsCli.SkipWhereMissing();
        _aws.Onboard();
        SignIn("ana@AbcCorpReadOnly");
        _aws.Run("Enter-ClientRole AbcCorp");

        JsonNode caller = AwsCli.Run(null, "sts", "get-caller-identity");

        Assert.Equal("arn:aws:sts::222222222222:assumed-role/acme-read-only/ana", (string?)caller["Arn"]);
        AnsweredRequest asked = _aws.Requests[^1];
        Assert.Equal("ana", asked.SourceIdentity);
    }

    [Fact]
    public void Home_side_cmdlets_act_at_home_while_a_role_is_entered()
    {
        _aws.Run("Stop-CrossAccessSandbox");
        using var oneAccount = new SandboxSession("-HomeAccountId 555555555555 -AdminAccountId 555555555555", "Initialize-CrossAccess acme");
        oneAccount.Onboard(role: "-TrustScope Account");

        ShellResult inside = oneAccount.Run("Enter-ClientRole AbcCorp | Out-Null; Get-ClientAccess AbcCorp -Tier ReadOnly; Grant-ClientAccess AbcCorp -Tier ReadOnly -User eve");

        Assert.Equal(["ana → AbcCorpReadOnly", "eve → AbcCorpReadOnly"], inside.Texts);
        Assert.All(oneAccount.Requests, request => Assert.Equal("arn:aws:iam::555555555555:user/admin", request.PrincipalArn));
        Assert.Equal("AbcCorp", Environment.GetEnvironmentVariable("CROSSACCESS_CLIENT"));
    }

    [Fact]
    public void A_role_made_by_hand_is_entered_without_a_source_identity()
    {
        AwsCli.SkipWhereMissing();
        AwsCli.Run(SandboxSession.ProfileOf(SandboxSession.Abc), "iam", "create-role", "--role-name", "acme-read-only", "--assume-role-policy-document",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::111111111111:root"}}]}""");
        _aws.Run("New-ClientPermissionSet AbcCorp 222222222222 | Grant-ClientAccess -User ana");
        _aws.Sandbox.ClearEvents();

        ShellResult entered = _aws.Run("Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly -Verbose");

        PSObject session = Assert.Single(entered.Output);
        Assert.Equal("ana", session.Text("RoleSessionName"));
        Assert.Equal("", session.Text("SourceIdentity"));
        Assert.Contains(entered.Verbose, line => line.Contains("source identity", StringComparison.Ordinal));
        Assert.Equal(["AccessDenied", null], _aws.Requests.Where(request => request.Operation == "AssumeRole").Select(request => request.ErrorCode));
    }

    [Fact]
    public void A_role_that_asks_for_an_external_id_is_entered_with_the_recorded_one()
    {
        _aws.Run("$rows | New-RemoteAccessRole | New-ClientPermissionSet | Grant-ClientAccess -User ana", SandboxSession.Row("AbcCorp", SandboxSession.Abc, externalId: "acme-4711"));

        Assert.Single(_aws.Run("Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly").Output);
    }

    [Fact]
    public void A_longer_session_than_an_hour_is_cut_to_an_hour_with_a_warning()
    {
        _aws.Onboard();

        ShellResult entered = _aws.Run("Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly -Duration 4:00");

        Assert.Contains("an hour", Assert.Single(entered.Warnings), StringComparison.Ordinal);
        Assert.Equal(3600, (int?)_aws.Requests.Single(request => request.Operation == "AssumeRole").Sent("DurationSeconds"));
    }

    [Fact]
    public void No_secret_is_shown_said_or_listed()
    {
        _aws.Onboard();
        SignIn("ana@AbcCorpReadOnly");

        ShellResult result = _aws.Run(
            "$PSStyle.OutputRendering = 'PlainText'; $VerbosePreference = $DebugPreference = 'Continue'; $entered = Enter-ClientRole AbcCorp; $entered | Out-Default; \"$entered\"; $entered.psobject.Properties.Value; Get-ClientRole | Out-Default");

        dynamic session = _aws.Run("$entered").Output[0].BaseObject;
        string secret = session.SecretAccessKey;
        string token = session.SessionToken;
        Assert.NotEmpty(secret);
        Assert.NotEmpty(token);
        // What ConvertTo-Json passes over is what these serializers are told to.
        string[] json = [Newtonsoft.Json.JsonConvert.SerializeObject((object)session), System.Text.Json.JsonSerializer.Serialize((object)session)];
        string all = string.Join('\n', [.. json, result.HostText, .. result.Texts, .. result.Verbose, .. result.Warnings, .. _aws.Shell.Screen.Progress.Select(record => $"{record}")]);
        Assert.Contains("AbcCorp", all, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        Assert.DoesNotContain(token, all, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, File.ReadAllText(SandboxSession.InventoryPath), StringComparison.Ordinal);
    }

    private static void SignIn(string? profile) => Environment.SetEnvironmentVariable("AWS_PROFILE", profile);
}
