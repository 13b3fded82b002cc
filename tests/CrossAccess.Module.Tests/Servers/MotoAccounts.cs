using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Module.Tests.Servers;

/// <summary>A moto_server as an AWS with an admin account, a home account and two clients, and this process led to it.</summary>
internal sealed class MotoAccounts : IDisposable
{
    private const string Region = "eu-west-1";

    private readonly string _folder = Directory.CreateTempSubdirectory("crossaccess-moto-").FullName;
    private readonly ProcessEnvironment _environment = new();
    private readonly MotoServer _server;

    private MotoAccounts(MotoServer server)
    {
        _server = server;
        // moto takes keys that it did not issue for those of account 123456789012: that is the admin account.
        File.WriteAllText(Path.Combine(_folder, "credentials"), "[admin]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = not-verified\n");
        File.WriteAllText(Path.Combine(_folder, "config"), string.Concat(new[] { "[profile admin]\nregion = eu-west-1\n" }
            .Concat(new[] { SandboxSession.Home, SandboxSession.Abc, SandboxSession.Globex }.Select(account =>
                $"[profile moto-{account}]\nrole_arn = arn:aws:iam::{account}:role/Owner\nsource_profile = admin\nrole_session_name = owner\nregion = eu-west-1\n"))));
        _environment.Set("AWS_ENDPOINT_URL", server.Url);
        _environment.Set("AWS_CONFIG_FILE", Path.Combine(_folder, "config"));
        _environment.Set("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(_folder, "credentials"));
        _environment.Set("AWS_PROFILE", "admin");
        _environment.Set("AWS_EC2_METADATA_DISABLED", "true");
        // The AWS CLI keeps the sessions of roles there, and those of an earlier server are worth nothing.
        _environment.Set("HOME", _folder);
        _environment.Set("CROSSACCESS_INVENTORY", Path.Combine(_folder, "inventory.json"));
        foreach (string variable in new[] { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_DEFAULT_REGION" })
            _environment.Set(variable, null);
    }

    public static async Task<MotoAccounts> StartAsync()
    {
        Assert.SkipWhen(MotoServer.Missing is not null, MotoServer.Missing ?? "");
        return new MotoAccounts(await MotoServer.StartAsync());
    }

    /// <summary>The profile of an account's owner.</summary>
    public static string ProfileOf(string accountId) => $"moto-{accountId}";

    public async Task<string> InstanceArnAsync() => (string)(await InstanceAsync())["InstanceArn"]!;

    public async Task AddGroupAsync(string displayName)
    {
        await _server.CallAsync(Region, "identitystore", "AWSIdentityStore.CreateGroup", new JsonObject
        {
            ["IdentityStoreId"] = (string)(await InstanceAsync())["IdentityStoreId"]!,
            ["DisplayName"] = displayName,
        });
    }

    private async Task<JsonNode> InstanceAsync() =>
        (await _server.CallAsync(Region, "sso", "SWBExternalService.ListInstances", []))["Instances"]![0]!;

    public void Dispose()
    {
        _server.Dispose();
        _environment.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
