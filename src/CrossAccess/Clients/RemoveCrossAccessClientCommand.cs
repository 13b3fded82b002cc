using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Remove-CrossAccessClient: off-boards a client whole, and reports what was removed and what could not be reached.</summary>
[Cmdlet(VerbsCommon.Remove, "CrossAccessClient", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientRemoval))]
public sealed class RemoveCrossAccessClientCommand : ChangeCommand<ClientRemoval>
{
    private readonly ClientRows _rows = new();

    /// <summary>The client's key.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientName", "Name")]
    [BlankTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public string Client { get; set; } = "";

    /// <summary>The account that the credentials are of, where the client has several; the client is removed with all of them.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientAccountId", "Account ID")]
    [AccountIdTransformation]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>An AWS profile of the client's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>Credentials of the client's account.</summary>
    [Parameter]
    [CredentialTransformation]
    public GivenCredentials? Credential { get; set; }

    /// <summary>A role in the client's accounts, by ARN or name, that the current credentials may assume.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? ThroughRole { get; set; }

    /// <summary>The tier of remote access roles that stand already, to act through them from home.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string? Via { get; set; }

    /// <summary>Drops the record even of accounts that could not be reached.</summary>
    [Parameter]
    public SwitchParameter Forget { get; set; }

    /// <summary>Removes without asking. -WhatIf outranks it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (TryRun(Client, (_, _) => Task.FromResult(NamedCredentials.Of(Services.Provider, ProfileName, Credential, ThroughRole, Via)), out RemoteCredentials? credentials))
            _rows.Add(Client, AccountId, credentials);
        else
            _rows.Refuse(Client);
    }

    // A client with several accounts comes in several rows, and is removed once.
    private protected override void SubmitRest()
    {
        bool forget = Forget;
        foreach (OffboardingRequest request in _rows.ToRequests(new RemoteCredentials.Direct(Services.Provider.Ambient)))
        {
            SubmitSeveral(
                request.Client,
                $"client {request.Client}",
                "off-board it: remove its roles, grants, permission sets and record",
                (activity, cancellation) => Services.Offboarding.PlanAsync(request with { Forget = forget }, activity, cancellation));
        }
    }
}
