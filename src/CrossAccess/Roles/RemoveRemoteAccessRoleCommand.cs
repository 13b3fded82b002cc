using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Remove-RemoteAccessRole: removes roles that this module made in a client's account, with all that they carry.</summary>
[Cmdlet(VerbsCommon.Remove, "RemoteAccessRole", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RemoteAccessRole))]
public sealed class RemoveRemoteAccessRoleCommand : RemoteAccountCommand<RemoteAccessRole>
{
    /// <summary>The client's account, 12 digits; by default its only one.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientAccountId", "Account ID")]
    [AccountIdTransformation]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Removes without asking. -WhatIf outranks it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string client = Client;
        if (!TryRun(client, (_, _) => Task.FromResult((AccountId ?? OnlyAccountOf(client), RequireTiers(), RemoteCredentials())), out (string AccountId, string[] Tiers, RemoteCredentials Credentials) scope)) return;
        foreach (string tier in scope.Tiers)
        {
            Submit(
                client,
                $"{client}, account {scope.AccountId}, tier {tier}",
                "remove the role that trusts home",
                (_, cancellation) => Services.Roles.PlanRemovalAsync(client, scope.AccountId, tier, scope.Credentials, cancellation));
        }
    }

    private string OnlyAccountOf(string client) =>
        Services.Inventory.Read().RequireClient(client).RequireAccount(client, account: null).Id;
}
