using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Export-RemoteAccessTemplate: what a client's admin is handed to make the roles that trust home alone.</summary>
[Cmdlet(VerbsData.Export, "RemoteAccessTemplate", SupportsShouldProcess = true, DefaultParameterSetName = TextSet)]
[OutputType(typeof(string), ParameterSetName = [TextSet])]
[OutputType(typeof(RemoteAccessTemplate), ParameterSetName = [FolderSet])]
public sealed class ExportRemoteAccessTemplateCommand : ClientTierCommand<RemoteAccessTemplate>
{
    private const string TextSet = "Text";
    private const string FolderSet = "Folder";

    // What the next command binds stays with the text, as Get-Content keeps a line's path.
    private static readonly string[] PropertiesOfText =
    [
        nameof(RemoteAccessTemplate.Client), nameof(RemoteAccessTemplate.AccountId), nameof(RemoteAccessTemplate.AccountName), nameof(RemoteAccessTemplate.Tier), nameof(RemoteAccessTemplate.RoleName),
        nameof(RemoteAccessTemplate.RoleArn), nameof(RemoteAccessTemplate.ExternalId), nameof(RemoteAccessTemplate.Format), nameof(RemoteAccessTemplate.QuickCreateUrl), nameof(RemoteAccessTemplate.Status),
    ];

    private bool _warnedOfExternalId;

    /// <summary>The account, where it is known: scripts refuse every other, and the inventory records it.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientAccountId", "Account ID")]
    [AccountIdTransformation]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>What the text shall be.</summary>
    [Parameter(ParameterSetName = TextSet)]
    public RemoteAccessTemplateFormat Format { get; set; }

    /// <summary>The folder in which the client gets a folder with all formats and a page for its admin.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FolderSet)]
    [BlankTransformation]
    public string Path { get; set; } = "";

    /// <summary>A short name of the account, such as production, where the client has several.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? AccountName { get; set; }

    /// <summary>The client's name for people, on the page and in the inventory.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? DisplayName { get; set; }

    /// <summary>The managed policies that the roles carry; by default the tier's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ListTransformation]
    public string[]? ManagedPolicyArn { get; set; }

    /// <summary>The roles' own policy, JSON text or a hashtable; by default the tier's.</summary>
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

    /// <summary>Asks for an external id: the one that is recorded for the client, else a new one.</summary>
    [Parameter]
    public SwitchParameter GenerateExternalId { get; set; }

    /// <summary>The longest session, 1 to 12 hours. A session entered from Identity Center lasts an hour at most whatever stands here.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? MaxSessionDuration { get; set; }

    /// <summary>The roles' permissions boundary.</summary>
    [Parameter]
    [BlankTransformation]
    public string? PermissionsBoundaryArn { get; set; }

    /// <summary>Tags of the roles besides our own.</summary>
    [Parameter]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <summary>Where the CloudFormation template will lie in S3, for a link that opens the console with the stack filled in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? TemplateUrl { get; set; }

    /// <summary>The Region of the stack; by default the one that the client's admin works in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WarnOfExternalId();
        string? path = ParameterSetName == FolderSet ? GetUnresolvedProviderPathFromPSPath(Path) : null;
        if (!TryRun(Client, (_, _) => Task.FromResult(Request(path)), out RemoteAccessTemplateRequest request)) return;
        Submit(
            request.Terms.Client,
            request.AccountId is null ? request.Terms.Client : $"{request.Terms.Client}, account {request.AccountId}",
            path is null ? "export a template" : "export templates and a page",
            (activity, cancellation) => Services.Templates.PlanAsync(request, activity, cancellation));
    }

    private protected override object? ToOutput(RemoteAccessTemplate result)
    {
        if (result.Path is not null) return result;
        var text = new PSObject(result.Content);
        foreach (string name in PropertiesOfText) text.Properties.Add(new PSNoteProperty(name, typeof(RemoteAccessTemplate).GetProperty(name)!.GetValue(result)));
        return text;
    }

    private void WarnOfExternalId()
    {
        if ((ExternalId is null && !GenerateExternalId) || _warnedOfExternalId) return;
        WriteWarning(ExternalIdAdvice.Text);
        _warnedOfExternalId = true;
    }

    private RemoteAccessTemplateRequest Request(string? path) => new(
        new RemoteAccessRoleTerms(ClientName.Parse(Client), "")
        {
            ManagedPolicyArns = ManagedPolicyArn,
            PolicyDocument = PolicyDocument,
            TrustScope = TrustScope,
            TrustedRoleArns = TrustedRoleArn ?? [],
            ExternalId = ExternalId,
            MaxSessionDuration = MaxSessionDuration,
            PermissionsBoundaryArn = PermissionsBoundaryArn is null ? null : PolicyArn.Parse(PermissionsBoundaryArn),
            Tags = Tag,
        },
        Tier ?? DefaultTier)
    {
        AccountId = AccountId,
        AccountName = AccountName is null ? null : CrossAccess.AccountName.Parse(AccountName),
        DisplayName = DisplayName,
        Format = Format,
        Path = path,
        GeneratesExternalId = GenerateExternalId,
        TemplateUrl = TemplateUrl,
        Region = Region,
    };
}
