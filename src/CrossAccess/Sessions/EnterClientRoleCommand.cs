using System.Management.Automation;
using System.Management.Automation.Runspaces;
using CrossAccess.Binding;
using CrossAccess.Sessions;

namespace CrossAccess.Commands;

/// <summary>Enter-ClientRole: this session acts in a client's account until Exit-ClientRole.</summary>
[Cmdlet(VerbsCommon.Enter, "ClientRole")]
[OutputType(typeof(ClientSession))]
public sealed class EnterClientRoleCommand : ClientCommand
{
    /// <summary>The client's key.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientName", "Name")]
    [BlankTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public string Client { get; set; } = "";

    /// <summary>The tier; by default ReadOnly.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string Tier { get; set; } = "ReadOnly";

    /// <summary>The account's id or name, where the client has several.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccountId")]
    [AccountTransformation]
    [ArgumentCompleter(typeof(AccountNameCompleter))]
    public string? Account { get; set; }

    /// <summary>The AWS Region to work in; by default that of the home credentials.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>How long the session lasts, 15 minutes to 12 hours; from Identity Center an hour at most, unless it is renewed.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Duration { get; set; }

    /// <summary>Renews the session before it ends, for this shell and the programs that it starts.</summary>
    [Parameter]
    public SwitchParameter AutoRefresh { get; set; }

    /// <summary>Why the role is entered; kept with the session.</summary>
    [Parameter]
    [BlankTransformation]
    public string? Reason { get; set; }

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

    /// <summary>Asks AWS for a new session even where this process holds one that lasts.</summary>
    [Parameter]
    public SwitchParameter NoCache { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Runspace runspace = Runspace.DefaultRunspace;
        var stored = AwsToolsVariables.SeenBy(this);
        var request = new RoleEntryRequest(Client, Tier)
        {
            Account = Account,
            HomeProfileName = HomeProfileName,
            SessionName = SessionName,
            NoCache = NoCache,
            Region = Region,
            Duration = Duration,
            Reason = Reason,
        };
        EnteredRole entered = AutoRefresh ? EnterToStay(request, runspace.InstanceId, stored) : Enter(request, runspace.InstanceId, stored);
        RunspaceEnd.Watch(runspace);
        PromptFunction.Show(this, entered);
        WriteObject(new ClientSession(entered));
    }

    private EnteredRole Enter(RoleEntryRequest request, Guid runspace, AwsToolsVariables stored)
    {
        RoleSession session = RunOrThrow(Client, (activity, cancellation) =>
        {
            RequireEnterable(runspace, stored);
            return new RoleEntry(Services.Provider).EnterAsync(request, activity, cancellation);
        });
        return Enter(session, runspace, stored, null);
    }

    private EnteredRole EnterToStay(RoleEntryRequest request, Guid runspace, AwsToolsVariables stored)
    {
        ServedSession? unentered = null;
        try
        {
            ServedSession served = RunOrThrow(Client, async (activity, cancellation) =>
            {
                RequireEnterable(runspace, stored);
                return unentered = await new RefreshedEntry(Services.Provider, CredentialClock.OfProcess).EnterAsync(request, activity, cancellation);
            });
            EnteredRole entered = Enter(served.Current, runspace, stored, served);
            unentered = null;
            return entered;
        }
        finally
        {
            unentered?.Dispose();
        }
    }

    private void RequireEnterable(Guid runspace, AwsToolsVariables stored)
    {
        Services.Entered.RequireOwner(runspace);
        stored.RequireWritable();
    }

    private EnteredRole Enter(RoleSession session, Guid runspace, AwsToolsVariables stored, ServedSession? served)
    {
        ClientAccessException refused;
        try
        {
            EnteredRole entered = Services.Entered.Enter(session, runspace, stored, served);
            if (served is not null) LetAwsToolsTake(stored, runspace);
            return entered;
        }
        catch (ClientAccessException e)
        {
            refused = e;
        }

        ThrowTerminatingError(ErrorRecords.From(refused, session.Client));
        throw new PipelineStoppedException();
    }

    private void LetAwsToolsTake(AwsToolsVariables stored, Guid runspace)
    {
        bool isTaken = false;
        try
        {
            if (ServedAwsToolsCredentials.Make(this) is { } credentials) stored.Hold(credentials);
            isTaken = true;
        }
        finally
        {
            if (!isTaken) Services.Entered.Exit(runspace);
        }
    }
}
