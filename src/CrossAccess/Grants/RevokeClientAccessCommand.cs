using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Revoke-ClientAccess: takes client permission sets from groups and users.</summary>
[Cmdlet(VerbsSecurity.Revoke, "ClientAccess", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ClientAccess))]
public sealed class RevokeClientAccessCommand : ClientAccessCommand
{
    /// <summary>From the pipeline: the kind of the principal that Get-ClientAccess found.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public PrincipalType? PrincipalType { get; set; }

    /// <summary>From the pipeline: the name of the principal that Get-ClientAccess found.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [BlankTransformation]
    public string? PrincipalName { get; set; }

    /// <summary>Revokes without asking. -WhatIf outranks it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        (PrincipalType Type, string Name)[] principals = [.. Principals.Concat(PipedPrincipal())];
        if (principals.Length == 0)
        {
            WriteError(ErrorRecords.From(NobodyNamed(), Client));
            return;
        }
        if (!TryRun(Client, (_, _) => Task.FromResult(RequireTiers()), out string[] tiers)) return;
        foreach (string tier in tiers)
        {
            foreach ((PrincipalType type, string name) in principals)
            {
                var request = new ClientAccessRequest(Client, tier, type, name) { AccountId = AccountId, PermissionSetName = PermissionSetName, Wait = !NoWait };
                Submit(
                    request.Client,
                    $"{request.Client}, tier {tier}",
                    $"revoke access from {type} {name}",
                    (activity, cancellation) => Services.Grants.PlanRevocationAsync(request, activity, cancellation));
            }
        }
    }

    private (PrincipalType, string)[] PipedPrincipal() =>
        PrincipalType is { } type && PrincipalName is { } name && Group is null && User is null ? [(type, name)] : [];
}
