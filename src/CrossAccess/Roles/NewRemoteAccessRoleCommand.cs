using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>New-RemoteAccessRole: makes the roles in a client's account that trust home.</summary>
[Cmdlet(VerbsCommon.New, "RemoteAccessRole", SupportsShouldProcess = true)]
[OutputType(typeof(RemoteAccessRole))]
public sealed class NewRemoteAccessRoleCommand : RemoteAccountCommand<RemoteAccessRole>
{
    private bool _warnedOfExternalId;

    /// <summary>The client's account, 12 digits.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientAccountId", "Account ID")]
    [AccountIdTransformation]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string AccountId { get; set; } = "";

    /// <summary>A short name of the account, such as production, where the client has several.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? AccountName { get; set; }

    /// <summary>The client's name for people; it stays in the inventory.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? DisplayName { get; set; }

    /// <summary>The managed policies that the role carries; by default the tier's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ListTransformation]
    public string[]? ManagedPolicyArn { get; set; }

    /// <summary>The role's own policy, JSON text or a hashtable; by default the tier's.</summary>
    [Parameter]
    [PolicyDocumentTransformation]
    public string? PolicyDocument { get; set; }

    /// <summary>PermissionSet (default): the client permission set alone may enter. Account: whatever home's policies allow.</summary>
    [Parameter]
    public TrustScope TrustScope { get; set; }

    /// <summary>Roles of the home account that may enter besides: a runbook's, or one for an outage of Identity Center.</summary>
    [Parameter]
    [ListTransformation]
    public string[]? TrustedRoleArn { get; set; }

    /// <summary>An external id that the trust asks for. The console's Switch Role cannot give one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? ExternalId { get; set; }

    /// <summary>The longest session, 1 to 12 hours. A session entered from Identity Center lasts an hour at most whatever stands here.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? MaxSessionDuration { get; set; }

    /// <summary>The role's permissions boundary.</summary>
    [Parameter]
    [BlankTransformation]
    public string? PermissionsBoundaryArn { get; set; }

    /// <summary>Tags of the role besides our own.</summary>
    [Parameter]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <summary>Takes over a role of that name which this module did not make.</summary>
    [Parameter]
    public SwitchParameter Adopt { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WarnOfExternalId();
        foreach (string tier in Tier ?? DefaultTier)
        {
            if (!TryRun(Client, (_, _) => Task.FromResult(Request(tier)), out RemoteAccessRoleRequest request)) return;
            Submit(
                request.Client,
                $"{request.Client}, account {request.AccountId}, tier {tier}",
                "make the role that trusts home",
                (activity, cancellation) => Services.Roles.PlanAsync(request, activity, cancellation));
        }
    }

    private void WarnOfExternalId()
    {
        if (ExternalId is null || _warnedOfExternalId) return;
        WriteWarning(ExternalIdAdvice.Text);
        _warnedOfExternalId = true;
    }

    private RemoteAccessRoleRequest Request(string tier) => new(ClientName.Parse(Client), AccountId, tier, RemoteCredentials())
    {
        AccountName = AccountName is null ? null : CrossAccess.AccountName.Parse(AccountName),
        DisplayName = DisplayName,
        ManagedPolicyArns = ManagedPolicyArn,
        PolicyDocument = PolicyDocument,
        TrustScope = TrustScope,
        TrustedRoleArns = TrustedRoleArn ?? [],
        ExternalId = ExternalId,
        MaxSessionDuration = MaxSessionDuration,
        PermissionsBoundaryArn = PermissionsBoundaryArn is null ? null : PolicyArn.Parse(PermissionsBoundaryArn),
        Tags = Tag,
        Adopt = Adopt,
    };
}
