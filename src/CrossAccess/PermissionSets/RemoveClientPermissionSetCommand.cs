using System.Management.Automation;

namespace CrossAccess.Commands;

/// <summary>Remove-ClientPermissionSet: removes permission sets that this module made and nobody holds any more.</summary>
[Cmdlet(VerbsCommon.Remove, "ClientPermissionSet", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientPermissionSet))]
public sealed class RemoveClientPermissionSetCommand : ClientTierCommand<ClientPermissionSet>
{
    /// <summary>Removes without asking. -WhatIf outranks it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string client = Client;
        if (!TryRun(client, (_, _) => Task.FromResult(RequireTiers()), out string[] tiers)) return;
        foreach (string tier in tiers)
        {
            Submit(
                client,
                $"{client}, tier {tier}",
                "remove the permission set",
                (_, cancellation) => Services.PermissionSets.PlanRemovalAsync(client, tier, cancellation));
        }
    }
}
