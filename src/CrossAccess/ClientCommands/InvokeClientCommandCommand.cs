using System.Management.Automation;
using CrossAccess.Binding;
using CrossAccess.ClientCommands;

namespace CrossAccess.Commands;

/// <summary>Invoke-ClientCommand: runs one script block in the accounts of many clients, each in a child shell of its own.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "ClientCommand", DefaultParameterSetName = ScriptBlockFirst)]
[OutputType(typeof(PSObject))]
public sealed class InvokeClientCommandCommand : ClientCommand
{
    // Two orders of the positions, so that both 'AbcCorp { … }' and '… | Invoke-ClientCommand { … }' are understood.
    private const string ScriptBlockFirst = "ScriptBlockFirst";
    private const string ClientFirst = "ClientFirst";
    private const string ProgressActivity = "Running in clients' accounts";

    private readonly List<ClientCommandRun> _runs = [];
    private readonly HashSet<ClientCommandTarget> _seen = [];
    private ClientCommandRunner? _runner;
    private int _ended;

    /// <summary>The clients' keys, or wildcards.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ScriptBlockFirst)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ClientFirst)]
    [Alias("ClientName", "Name")]
    [SupportsWildcards]
    [ListTransformation(Commas = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public string[] Client { get; set; } = [];

    /// <summary>What to run. It sees its own variables, $args, and those that it names as $using:name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ScriptBlockFirst)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ClientFirst)]
    [Alias("Command")]
    [ValidateNotNull]
    public ScriptBlock ScriptBlock { get; set; } = null!;

    /// <summary>The tier; by default ReadOnly.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SingleTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string Tier { get; set; } = "ReadOnly";

    /// <summary>Ids, names or wildcards of accounts; by default every account of each client.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccountId")]
    [SupportsWildcards]
    [AccountListTransformation]
    [ArgumentCompleter(typeof(AccountNameCompleter))]
    public string[]? Account { get; set; }

    /// <summary>What the script block's parameters, or $args, are given.</summary>
    [Parameter]
    [Alias("Args")]
    public object?[]? ArgumentList { get; set; }

    /// <summary>How many child shells may be alive at a time.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 5;

    /// <summary>Writes results in the order of the accounts; by default as they come.</summary>
    [Parameter]
    public SwitchParameter KeepOrder { get; set; }

    /// <summary>How many seconds the script may take in one account; 0: as long as it takes.</summary>
    [Parameter]
    [ValidateRange(0, 86400)]
    public int TimeoutSeconds { get; set; }

    /// <summary>How many levels of an object's properties come back as objects; what lies deeper comes as text.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int Depth { get; set; } = 4;

    /// <summary>The AWS Region to work in; by default that of the home credentials.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The AWS profile of the home account to enter from; by default the sign-in of Connect-CrossAccess, else the ambient credentials.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? HomeProfileName { get; set; }

    /// <summary>The sign-in to enter from, where several Identity Centers are signed in to.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(SignInCompleter))]
    public string? SessionName { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        string powerShellHome = GetVariableValue("PSHOME")?.ToString() ?? "";
        ShellProgram shell = RunOrThrow(null, (_, _) => Task.FromResult(ShellProgram.Find(powerShellHome)));
        var request = new CommandRequest(
            ScriptBlock.ToString(), ArgumentList ?? [], UsingValues.Of(ScriptBlock, GetVariableValue), Depth, IsOn("Verbose"), IsOn("Debug"));
        _runner = new ClientCommandRunner(Services.Provider, shell, request.Write(), Manifest, SessionState.Path.CurrentFileSystemLocation.ProviderPath)
        {
            HomeProfileName = HomeProfileName,
            SessionName = SessionName,
            Region = Region,
            Timeout = TimeoutSeconds == 0 ? null : TimeSpan.FromSeconds(TimeoutSeconds),
        };
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        (string tier, string[]? accounts) = (Tier, Account);
        List<ClientCommandTarget> targets = [];
        foreach (string client in Client)
        {
            if (!TryRun(client, (_, _) => Task.FromResult(ClientCommandSelection.Of(Services.Inventory.Read(), client, tier, accounts)), out ClientCommandSelection selection)) continue;
            if (selection.WithoutRole is { Count: > 0 } left) WriteWarning($"Left out, because the inventory records no {tier} role in them: {string.Join(", ", left)}.");
            // A client that several records name is acted on once.
            targets.AddRange(selection.Targets.Where(_seen.Add));
        }

        foreach (ClientCommandTarget target in targets)
        {
            RelayUntil(() =>
            {
                WriteWhatIsThere();
                return _runs.Count(run => !run.Work.IsCompleted) < ThrottleLimit;
            });
            Begin(target);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        RelayUntil(() =>
        {
            WriteWhatIsThere();
            return _runs.Count == 0;
        });
        EndProgress(this);
    }

    private void Begin(ClientCommandTarget target)
    {
        ClientCommandRunner runner = _runner!;
        var run = new ClientCommandRun(target, Wake);
        run.Work = Start(async (activity, cancellation) =>
        {
            await runner.RunAsync(run, activity, cancellation);
            return true;
        });
        _runs.Add(run);
    }

    private void WriteWhatIsThere()
    {
        if (_seen.Count > 1) ShowProgress(this, ProgressActivity, $"{_ended} of {_seen.Count}", 100 * _ended / _seen.Count);
        foreach (ClientCommandRun run in _runs.ToList())
        {
            bool hasEnded = run.WriteTo(this);
            if (!hasEnded && KeepOrder) break;
            if (!hasEnded) continue;

            _runs.Remove(run);
            _ended++;
            if (!run.Work.IsCompletedSuccessfully) Fail(run.Work, run.Target);
        }
    }

    private bool IsOn(string parameter) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out object? value) && LanguagePrimitives.IsTrue(value);

    // The dll lies in the manifest's bin.
    private static string Manifest =>
        Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(typeof(InvokeClientCommandCommand).Assembly.Location))!, "CrossAccess.psd1");
}
