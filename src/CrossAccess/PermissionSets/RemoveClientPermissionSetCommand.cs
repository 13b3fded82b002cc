using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Remove-ClientPermissionSet: removes permission sets that this module made and nobody holds any more.</summary>
[Cmdlet(VerbsCommon.Remove, "ClientPermissionSet", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientPermissionSet))]
public sealed class RemoveClientPermissionSetCommand : ChangeCommand<ClientPermissionSet>
{
    /// <summary>The client's key.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientName", "Name")]
    [BlankTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public string Client { get; set; } = "";

    /// <summary>The tiers.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string[] Tier { get; set; } = [];

    /// <summary>Removes without asking. -WhatIf outranks it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string client = Client;
        foreach (string tier in Tier)
        {
            Submit(
                client,
                $"{client}, tier {tier}",
                "remove the permission set",
                (_, cancellation) => Services.PermissionSets.PlanRemovalAsync(client, tier, cancellation));
        }
    }
}
