using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Revoke-ClientAccess: takes client permission sets from groups and users, and tidies up after access that has ended.</summary>
[Cmdlet(VerbsSecurity.Revoke, "ClientAccess", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = PrincipalSet)]
[OutputType(typeof(ClientAccess))]
public sealed class RevokeClientAccessCommand : ClientAccessCommand
{
    private const string ExpiredSet = "Expired";

    /// <summary>The client's key; with -Expired by default all clients of the inventory.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet)]
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ExpiredSet)]
    [Alias("ClientName", "Name")]
    [BlankTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public override string Client { get; set; } = "";

    /// <summary>Takes away the assignments of access that has ended by itself, and the ends themselves where no session is left.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExpiredSet)]
    public SwitchParameter Expired { get; set; }

    /// <summary>From the pipeline: the kind of the principal that Get-ClientAccess found.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet, DontShow = true)]
    public PrincipalType? PrincipalType { get; set; }

    /// <summary>From the pipeline: the name of the principal that Get-ClientAccess found.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PrincipalSet, DontShow = true)]
    [BlankTransformation]
    public string? PrincipalName { get; set; }

    /// <summary>Revokes without asking. -WhatIf outranks it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Expired)
            TidyUp();
        else
            Revoke();
    }

    private void Revoke()
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

    private void TidyUp()
    {
        (string? client, string[]? tiers) = (Client.Length == 0 ? null : Client, Tier);
        if (!TryRun(client, (_, _) => Task.FromResult(Services.Grants.ListRecordedSets(client, tiers)), out IReadOnlyList<(string Client, string Tier)> sets)) return;
        foreach ((string ofClient, string tier) in sets)
        {
            SubmitSeveral(
                ofClient,
                $"{ofClient}, tier {tier}",
                "take away what has ended",
                (_, cancellation) => Services.Grants.PlanTidyingAsync(ofClient, tier, cancellation));
        }
    }

    private (PrincipalType, string)[] PipedPrincipal() =>
        PrincipalType is { } type && PrincipalName is { } name && Group is null && User is null ? [(type, name)] : [];
}
