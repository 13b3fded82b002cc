using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Remove-RemoteAccessRole: removes roles that this module made in a client's account, with all that they carry.</summary>
[Cmdlet(VerbsCommon.Remove, "RemoteAccessRole", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RemoteAccessRole))]
public sealed class RemoveRemoteAccessRoleCommand : RemoteAccessRoleCommand
{
    /// <summary>The client's account, 12 digits.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientAccountId", "Account ID")]
    [AccountIdTransformation]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string AccountId { get; set; } = "";

    /// <summary>Removes without asking. -WhatIf outranks it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!TryRun(Client, (_, _) => Task.FromResult(RemoteCredentials()), out RemoteCredentials credentials)) return;
        (string client, string account) = (Client, AccountId);
        foreach (string tier in Tier ?? throw NoTier())
        {
            Submit(
                client,
                $"{client}, account {account}, tier {tier}",
                "remove the role that trusts home",
                (_, cancellation) => Services.Roles.PlanRemovalAsync(client, account, tier, credentials, cancellation));
        }
    }

    private static PSArgumentException NoTier() => new("Name the tiers whose roles to remove: -Tier ReadOnly", nameof(Tier));
}
