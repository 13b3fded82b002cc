using System.Globalization;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.ClientCommands;

/// <summary>A Sandbox with many onboarded clients, and one that nobody can enter, shared by the tests of a class.</summary>
public class ClientFleet : IDisposable
{
    /// <summary>Set to 200, say, the tests have as many clients: too many for every run, since each is a whole PowerShell.</summary>
    private const string CountVariable = "CROSSACCESS_TEST_CLIENTS";

    /// <summary>A client whose account has no role, though the inventory cannot tell.</summary>
    public const string Closed = "Closed";

    private readonly ProcessEnvironment _environment = new();

    public ClientFleet()
        : this(int.Parse(Environment.GetEnvironmentVariable(CountVariable) ?? "20", CultureInfo.InvariantCulture), BuiltModule.HostAssembly)
    {
    }

    private protected ClientFleet(int count, string shell)
    {
        Count = count;
        _environment.Set("CROSSACCESS_SHELL", shell);
        Session = new ModuleSession();
        string accounts = string.Join(", ", Enumerable.Range(0, Count + 2).Select(number => $"'{AccountOf(number)}'"));
        Run($"Start-CrossAccessSandbox -ClientAccount {accounts}");
        Run("Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home");
        Session.Set("rows", Enumerable.Range(1, Count).Select(number => SandboxSession.Row($"Client{number}", AccountOf(number), "main")).Append(SandboxSession.Row("Client1", AccountOf(0), "second")).ToArray());
        Run("$rows | New-RemoteAccessRole -TrustScope Account");
        Record(Closed, Count + 1);
        _environment.Set("AWS_PROFILE", "sandbox-home");
    }

    /// <summary>How many clients can be entered: Client1 and so on, of which Client1 has two accounts.</summary>
    public int Count { get; }

    internal ModuleSession Session { get; }

    /// <summary>The account of the client of a number; 0 is Client1's second.</summary>
    public static string AccountOf(int number) => (300000000000 + number).ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Session.Run("Stop-CrossAccessSandbox");
        Session.Dispose();
        _environment.Dispose();
        GC.SuppressFinalize(this);
    }

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
