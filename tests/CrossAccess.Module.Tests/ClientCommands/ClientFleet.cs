using System.Globalization;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.ClientCommands;

/// <summary>A Sandbox with many onboarded clients, and one that nobody can enter, shared by the tests of a class.</summary>
public sealed class ClientFleet : IDisposable
{
    /// <summary>Set to 200, say, the tests have as many clients: too many for every run, since each is a process.</summary>
    private const string CountVariable = "CROSSACCESS_TEST_CLIENTS";

    /// <summary>A client whose account has no role, though the inventory cannot tell.</summary>
    public const string Closed = "Closed";

    private readonly ProcessEnvironment _environment = new();

    /// <summary>How many clients can be entered: Client1 and so on, of which Client1 has two accounts.</summary>
    public static int Count { get; } = int.Parse(Environment.GetEnvironmentVariable(CountVariable) ?? "20", CultureInfo.InvariantCulture);

    public ClientFleet()
    {
        _environment.Set("CROSSACCESS_SHELL", BuiltModule.HostAssembly);
        Session = new ModuleSession();
        string accounts = string.Join(", ", Enumerable.Range(0, Count + 2).Select(number => $"'{AccountOf(number)}'"));
        Run($"Start-CrossAccessSandbox -ClientAccount {accounts}");
        Run("Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home");
        for (int number = 1; number <= Count; number++) Onboard($"Client{number}", number, "-AccountName main -TrustScope Account");
        Onboard("Client1", 0, "-AccountName second -TrustScope Account");
        Record(Closed, Count + 1);
        _environment.Set("AWS_PROFILE", "sandbox-home");
    }

    internal ModuleSession Session { get; }

    /// <summary>The account of the client of a number; 0 is Client1's second.</summary>
    public static string AccountOf(int number) => (300000000000 + number).ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Session.Run("Stop-CrossAccessSandbox");
        Session.Dispose();
        _environment.Dispose();
    }

    private void Onboard(string client, int number, string parameters) =>
        Run($"New-RemoteAccessRole {client} {AccountOf(number)} -Tier ReadOnly -ProfileName client-{AccountOf(number)} {parameters}");

    // In the file alone: a role that this process had made and removed would be waited for.
    private static void Record(string client, int number)
    {
        string path = Environment.GetEnvironmentVariable("CROSSACCESS_INVENTORY")!;
        JsonNode inventory = JsonNode.Parse(File.ReadAllText(path))!;
        inventory["clients"]![client] = new JsonObject { ["accounts"] = new JsonArray(new JsonObject { ["id"] = AccountOf(number) }) };
        File.WriteAllText(path, inventory.ToJsonString());
    }

    private void Run(string script)
    {
        ShellResult result = Session.Run(script);
        Assert.True(result.Errors.Count == 0 && result.Terminated is null, string.Join('\n', result.Errors) + result.Terminated);
    }
}
