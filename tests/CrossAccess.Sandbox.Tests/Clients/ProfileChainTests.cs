using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CrossAccess.Sandbox.Tests.Clients;

/// <summary>The profiles that users of the AWS CLI have, resolved by the CLI itself.</summary>
public sealed class ProfileChainTests : IAsyncLifetime
{
    private readonly CrossAccessSandbox _sandbox = CrossAccessSandbox.Start();
    private readonly Onboarding _onboarding;
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("crossaccess-home-");

    public ProfileChainTests() => _onboarding = new Onboarding(_sandbox);

    [Fact]
    public async Task A_cached_token_leads_through_the_portal_into_the_clients_role()
    {
        Assert.SkipUnless(Command.Exists("aws"), "The AWS CLI is not installed here.");
        await _onboarding.RoleAsync("acme-read-only", _onboarding.Trust("Jump"));
        await _onboarding.AssignAsync(await _onboarding.SetAsync("Jump", Onboarding.AllowAssume(_onboarding.RoleArn("acme-read-only"))), "ana");
        WriteToken(_sandbox.IssuePortalToken("ana"));
        string config = Config($"""
            [sso-session corp]
            sso_start_url = {_sandbox.PortalUrl}
            sso_region = {_sandbox.Region}
            [profile home]
            sso_session = corp
            sso_account_id = {_sandbox.HomeAccountId}
            sso_role_name = Jump
            [profile client]
            role_arn = {_onboarding.RoleArn("acme-read-only")}
            source_profile = home
            role_session_name = ana
            """);
        Assert.StartsWith($"arn:aws:sts::{_sandbox.HomeAccountId}:assumed-role/AWSReservedSSO_Jump_", await WhoAsync(config, "home"), StringComparison.Ordinal);
        Assert.Equal($"arn:aws:sts::{_onboarding.ClientId}:assumed-role/acme-read-only/ana", await WhoAsync(config, "client"));
        Assert.Contains(_sandbox.Events, static e => e.Operation == "GetRoleCredentials");
    }

    [Fact]
    public async Task Keys_in_the_environment_are_a_credential_source()
    {
        Assert.SkipUnless(Command.Exists("aws"), "The AWS CLI is not installed here.");
        await _onboarding.RoleAsync("ops", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{_sandbox.HomeAccountId}}"},"Action":"sts:AssumeRole"}]}""");
        AccessKey key = _sandbox.AdministratorOf(_sandbox.HomeAccountId);
        string config = Config($"""
            [profile client]
            role_arn = {_onboarding.RoleArn("ops")}
            credential_source = Environment
            role_session_name = ci
            """);
        Assert.Equal($"arn:aws:sts::{_onboarding.ClientId}:assumed-role/ops/ci", await WhoAsync(config, "client", key));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _home.Delete(recursive: true);
        _onboarding.Dispose();
        await _sandbox.DisposeAsync();
    }

    private string Config(string text)
    {
        string path = Path.Combine(_home.FullName, "config");
        File.WriteAllText(path, text);
        return path;
    }

    private void WriteToken(string token)
    {
#pragma warning disable CA5350 // The AWS CLI names the file so.
        string name = Convert.ToHexStringLower(SHA1.HashData("corp"u8)) + ".json";
#pragma warning restore CA5350
        DirectoryInfo cache = _home.CreateSubdirectory(Path.Combine(".aws", "sso", "cache"));
        JsonObject cached = new()
        {
            ["startUrl"] = _sandbox.PortalUrl,
            ["region"] = _sandbox.Region,
            ["accessToken"] = token,
            ["expiresAt"] = DateTimeOffset.UtcNow.AddHours(8).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        };
        File.WriteAllText(Path.Combine(cache.FullName, name), cached.ToJsonString(), new UTF8Encoding(false));
    }

    private async Task<string> WhoAsync(string config, string profile, AccessKey? key = null)
    {
        Dictionary<string, string?> variables = new()
        {
            ["HOME"] = _home.FullName,
            ["AWS_CONFIG_FILE"] = config,
            ["AWS_SHARED_CREDENTIALS_FILE"] = config + "-none",
            ["AWS_ENDPOINT_URL"] = _sandbox.EndpointUrl,
            ["AWS_DEFAULT_REGION"] = _sandbox.Region,
            ["AWS_ACCESS_KEY_ID"] = key?.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = key?.SecretAccessKey,
        };
        (int exitCode, string output, string errors) = await Command.RunWithAsync(_sandbox, variables, "aws", "sts", "get-caller-identity", "--profile", profile, "--query", "Arn", "--output", "text");
        Assert.True(exitCode == 0, errors);
        return output.Trim();
    }
}
