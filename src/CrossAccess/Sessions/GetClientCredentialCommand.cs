using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Get-ClientCredential: a session of a client's role, without entering it; as text that other programs read where one is named.</summary>
[Cmdlet(VerbsCommon.Get, "ClientCredential")]
[OutputType(typeof(ClientSession), typeof(string))]
public sealed class GetClientCredentialCommand : ClientCommand
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
    [SingleTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string Tier { get; set; } = "ReadOnly";

    /// <summary>The account's id or name, where the client has several.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccountId")]
    [AccountTransformation]
    [ArgumentCompleter(typeof(AccountNameCompleter))]
    public string? Account { get; set; }

    /// <summary>The program to write for; without it an object comes that shows no secret.</summary>
    [Parameter]
    public ClientCredentialFormat? Format { get; set; }

    /// <summary>The AWS Region to work in; by default that of the home credentials.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>How long the session lasts, 15 minutes to 12 hours; from Identity Center an hour at most.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Duration { get; set; }

    /// <summary>The AWS profile of the home account to start from; by default the sign-in of Connect-CrossAccess, else the ambient credentials.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? HomeProfileName { get; set; }

    /// <summary>The sign-in to start from, where several Identity Centers are signed in to.</summary>
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
        var request = new RoleEntryRequest(Client, Tier)
        {
            Account = Account,
            HomeProfileName = HomeProfileName,
            SessionName = SessionName,
            NoCache = NoCache,
            Region = Region,
            Duration = Duration,
        };
        if (Format is not { } format)
        {
            if (TryRun(Client, (activity, cancellation) => EnterAsync(request, activity, cancellation), out RoleSession session)) WriteObject(new ClientSession(session));
            return;
        }

        // Whoever reads the text reads all that this process writes to its output, and that is where a shell writes warnings.
        if (TryRun(Client, async (activity, cancellation) => CredentialDocument.Of(await EnterAsync(request, new VerboseActivity(activity), cancellation), format), out string text)) WriteObject(text);
    }

    private Task<RoleSession> EnterAsync(RoleEntryRequest request, IActivity activity, CancellationToken cancellation) =>
        new RoleEntry(Services.Provider).EnterAsync(request, activity, cancellation);
}
