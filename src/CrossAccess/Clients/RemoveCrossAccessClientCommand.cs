using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Remove-CrossAccessClient: off-boards a client whole, and reports what was removed and what could not be reached.</summary>
[Cmdlet(VerbsCommon.Remove, "CrossAccessClient", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientRemoval))]
public sealed class RemoveCrossAccessClientCommand : AccountCredentialsCommand<ClientRemoval>
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
        if (TryRun(Client, (_, _) => Task.FromResult(NamedRemoteCredentials()), out RemoteCredentials? credentials))
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
