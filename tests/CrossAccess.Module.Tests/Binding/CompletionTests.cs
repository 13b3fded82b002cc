using CrossAccess.Module.Tests.Engine;
using CrossAccess.Module.Tests.Shell;

namespace CrossAccess.Module.Tests.Binding;

[Collection(ProcessEnvironment.Collection)]
public sealed class CompletionTests : IDisposable
{
    private readonly ModuleSession _session = ThingSession.Open();
    private readonly ProcessEnvironment _environment = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("crossaccess-completion-").FullName;

    public void Dispose()
    {
        _session.Dispose();
        _environment.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Clients_tiers_accounts_groups_and_users_complete_from_the_inventory()
    {
        WriteInventory("""
            {
              "version": 1, "company": "acme",
              "tiers": { "Backup": { "roleNameSuffix": "backup" } },
              "clients": {
                "AbcCorp": { "displayName": "ABC Corporation", "accounts": [{ "id": "222222222222", "name": "prod" }] },
                "Other": { "accounts": [{ "id": "333333333333", "name": "dev" }] }
              },
              "grants": [
                { "client": "AbcCorp", "tier": "ReadOnly", "type": "group", "name": "Night Shift" },
                { "client": "Other", "tier": "ReadOnly", "type": "group", "name": "night shift" },
                { "client": "AbcCorp", "tier": "ReadOnly", "type": "user", "name": "o'neil" }
              ]
            }
            """);

        Assert.Equal(["AbcCorp"], Complete("Client a"));
        Assert.Equal(["Backup"], Complete("Tier b"));
        Assert.Equal(["222222222222", "333333333333"], Complete("AccountId "));
        Assert.Equal(["333333333333"], Complete("Client other -AccountId "));
        Assert.Equal(["prod"], Complete("Client AbcCorp -AccountName "));
        Assert.Equal(["'Night Shift'"], Complete("Group n"));
        Assert.Equal(["'Night Shift'"], Complete("Group 'ni"));
        Assert.Equal(["'o''neil'"], Complete("User o"));
        Assert.Contains("222222222222", _session.Complete("Show-Completion -Client a")[0].ToolTip, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ not an inventory", "Client ")]
    [InlineData("{}", "Client [")]
    public void What_cannot_be_completed_completes_to_nothing(string inventory, string line)
    {
        WriteInventory(inventory);

        Assert.Empty(Complete(line));
    }

    [Fact]
    public void Regions_complete() => Assert.Equal(["eu-central-1", "eu-central-2"], Complete("Region EU-CENTRAL"));

    [Fact]
    public void Profiles_complete_from_both_files_and_nothing_else_of_them()
    {
        string configuration = Path.Combine(_folder, "config");
        File.WriteAllText(configuration, "[default]\nregion = x\n[profile home admin]\n[sso-session acme]\n[services local]\n[profile both]\n");
        string credentials = Path.Combine(_folder, "credentials");
        File.WriteAllText(credentials, "[both]\naws_access_key_id = A\n[keys]\n");
        _environment.Set("AWS_CONFIG_FILE", configuration);
        _environment.Set("AWS_SHARED_CREDENTIALS_FILE", credentials);

        Assert.Equal(["default", "'home admin'", "both", "keys"], Complete("ProfileName "));
    }

    private IEnumerable<string> Complete(string line) => _session.Complete($"Show-Completion -{line}").Select(match => match.CompletionText);

    private void WriteInventory(string json)
    {
        string path = Path.Combine(_folder, "inventory.json");
        File.WriteAllText(path, json);
        _environment.Set("CROSSACCESS_INVENTORY", path);
    }
}
