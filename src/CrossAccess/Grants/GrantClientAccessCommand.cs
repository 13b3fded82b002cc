using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Grant-ClientAccess: assigns client permission sets on the home account to groups and users.</summary>
[Cmdlet(VerbsSecurity.Grant, "ClientAccess", SupportsShouldProcess = true, DefaultParameterSetName = PrincipalSet)]
[OutputType(typeof(ClientAccess))]
public sealed class GrantClientAccessCommand : ClientAccessCommand<ClientAccess>
{
    /// <summary>How long access lasts from now on, 15 minutes to 365 days; it then ends by itself. For users alone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DurationTransformation]
    public TimeSpan? Duration { get; set; }

    /// <summary>Why access is given; kept in the inventory.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? Reason { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        (PrincipalType Type, string Name)[] principals = [.. Principals];
        if (principals.Length == 0)
        {
            WriteError(ErrorRecords.From(NobodyNamed(), Client));
            return;
        }
        foreach (string tier in Tier ?? DefaultTier)
        {
            foreach ((PrincipalType type, string name) in principals)
            {
                ClientAccessRequest request = Request(tier, type, name);
                Submit(
                    request.Client,
                    $"{request.Client}, tier {tier}",
                    $"grant access to {type} {name}",
                    (activity, cancellation) => Services.Grants.PlanAsync(request, activity, cancellation));
            }
        }
    }

    private ClientAccessRequest Request(string tier, PrincipalType type, string name) => new(Client, tier, type, name)
    {
        AccountId = AccountId,
        PermissionSetName = PermissionSetName,
        Reason = Reason,
        Duration = Duration,
        Wait = !NoWait,
        SetMayBePlanned = IsWhatIf && MyInvocation.ExpectingInput,
    };
}
