using System.Management.Automation;
using System.Reflection;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>A module session whose process talks to a Sandbox of its own, where the company acme is set up.</summary>
internal sealed class SandboxSession : IDisposable
{
    public const string Home = "111111111111";
    public const string Abc = "222222222222";
    public const string Globex = "333333333333";
    public const string Initech = "444444444444";

    private readonly ProcessEnvironment _environment = new();

    /// <param name="parameters">Of Start-CrossAccessSandbox.</param>
    /// <param name="initialize">What sets the company up; null leaves that to the test.</param>
    public SandboxSession(string parameters = "", string? initialize = "Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home")
    {
        try
        {
            Run($"Start-CrossAccessSandbox {parameters}");
            Sandbox = OfProcess();
            if (initialize is not null) Run(initialize);
            Sandbox.ClearEvents();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public ModuleSession Shell { get; } = new();

    /// <summary>The Sandbox itself, for what a test must do to AWS. Its type lies in an assembly that these tests may not reference.</summary>
    public dynamic Sandbox { get; }

    public static string InventoryPath => Environment.GetEnvironmentVariable("CROSSACCESS_INVENTORY")!;

    /// <summary>What was answered since the Sandbox started or the events were last cleared.</summary>
    public IReadOnlyList<AnsweredRequest> Requests => [.. ((IEnumerable<object>)Sandbox.Events).Select(AnsweredRequest.From)];

    /// <summary>Those of them that changed something, or were meant to.</summary>
    public IReadOnlyList<string> ChangingRequests => [.. Requests.Where(request => !request.IsReadOnly).Select(request => request.Operation)];

    /// <summary>The operations in the alphabet's order with how often each was asked for.</summary>
    public IReadOnlyList<string> RequestCounts =>
        [.. Requests.GroupBy(request => request.Operation).OrderBy(requests => requests.Key, StringComparer.Ordinal).Select(requests => $"{requests.Key} {requests.Count()}")];

    public static string ProfileOf(string accountId) => $"client-{accountId}";

    /// <summary>A row as Import-Csv gives it: note properties of text, and "" for an empty cell.</summary>
    public static PSObject Row(string client, string accountId, string accountName = "", string? profileName = null, string externalId = "")
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Client", client));
        row.Properties.Add(new PSNoteProperty("AccountId", accountId));
        row.Properties.Add(new PSNoteProperty("AccountName", accountName));
        row.Properties.Add(new PSNoteProperty("ProfileName", profileName ?? ProfileOf(accountId)));
        row.Properties.Add(new PSNoteProperty("ExternalId", externalId));
        row.Properties.Add(new PSNoteProperty("Notes", "a column that nobody binds"));
        return row;
    }

    /// <summary>The rows of three clients of one account each.</summary>
    public static PSObject[] ThreeRows() => [Row("AbcCorp", Abc), Row("Globex", Globex), Row("Initech", Initech)];

    /// <summary>Runs a script with the rows in $rows; it must write no error.</summary>
    public ShellResult Run(string script, params PSObject[] rows)
    {
        ShellResult result = Try(script, rows);
        Assert.Empty(result.Errors);
        Assert.Null(result.Terminated);
        return result;
    }

    /// <summary>Runs a script with the rows in $rows, whatever comes of it.</summary>
    public ShellResult Try(string script, params PSObject[] rows)
    {
        if (rows.Length > 0) Shell.Set("rows", rows);
        return Shell.Run(script);
    }

    /// <summary>Makes role, permission set and grants of a client's account, and forgets the requests that it took.</summary>
    public void Onboard(string client = "AbcCorp", string accountId = Abc, string grant = "-User ana", string role = "")
    {
        Run($"New-RemoteAccessRole {client} {accountId} -ProfileName {ProfileOf(accountId)} {role} | New-ClientPermissionSet | Grant-ClientAccess {grant}");
        Sandbox.ClearEvents();
    }

    /// <summary>Has every request of an operation wait, once it has been carried out, for the work that the test gives.</summary>
    /// <param name="hold">Given the account of the caller.</param>
    public void Hold(string operation, Func<string?, CancellationToken, Task> hold)
    {
        var standing = (Func<object, CancellationToken, Task>?)Sandbox.BeforeResponse;
        Sandbox.BeforeResponse = (Func<object, CancellationToken, Task>)(async (request, cancellation) =>
        {
            dynamic seen = request;
            if ((string)seen.Operation == operation) await hold((string?)seen.AccountId, cancellation);
            else if (standing is not null) await standing(request, cancellation);
        });
    }

    public static Dictionary<string, string> Variables() => ProcessEnvironment.Variables();

    public void Dispose()
    {
        Shell.Run("if (Get-ClientRole) { Exit-ClientRole -All }; if (Get-CrossAccessSandbox) { Stop-CrossAccessSandbox }");
        Shell.Dispose();
        _environment.Dispose();
    }

    // The module keeps it to itself: users have the environment that leads to it, and Get-CrossAccessSandbox.
    private static object OfProcess() => AppDomain.CurrentDomain.GetAssemblies()
        .Single(assembly => assembly.GetName().Name == "CrossAccess")
        .GetType("CrossAccess.Rehearsal.ProcessSandbox", throwOnError: true)!
        .GetField("_sandbox", BindingFlags.NonPublic | BindingFlags.Static)!
        .GetValue(null)!;
}
