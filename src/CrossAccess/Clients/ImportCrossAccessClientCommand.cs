using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Import-CrossAccessClient: adopts permission sets and roles that were made by hand, by tagging and recording them as they are.</summary>
[Cmdlet(VerbsData.Import, "CrossAccessClient", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ImportedAccess))]
public sealed class ImportCrossAccessClientCommand : AccountCredentialsCommand<ImportedAccess>
{
    private readonly List<ImportRequest> _requests = [];

    /// <summary>Whose it is, where a permission set, role or account is named; else the clients that are wanted, as names or wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientName", "Name")]
    [SupportsWildcards]
    [BlankTransformation]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public string? Client { get; set; }

    /// <summary>Of which tier it is, where a permission set, role or account is named; else the tier that is wanted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(TierCompleter))]
    public string? Tier { get; set; }

    /// <summary>The permission sets, as a name or wildcard; by default all that are provisioned in home.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [BlankTransformation]
    public string? PermissionSetName { get; set; }

    /// <summary>From an earlier import: the permission set, so that it is not searched for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? PermissionSetArn { get; set; }

    /// <summary>The client's account; by default all that permission sets reach.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ClientAccountId", "Account ID")]
    [AccountIdTransformation]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? AccountId { get; set; }

    /// <summary>The role, where a permission set may assume several or names a pattern.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? RoleArn { get; set; }

    /// <summary>A short name of the account, such as production, where the client has several.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? AccountName { get; set; }

    /// <summary>The client's name for people; it stays in the inventory.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? DisplayName { get; set; }

    /// <summary>The external id that the role's trust asks for, where the role cannot be read.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? ExternalId { get; set; }

    /// <summary>How permission sets are named: templates such as {Client}-{Tier}, or regular expressions with the groups client and tier. The first that matches counts.</summary>
    [Parameter]
    public string[]? NamePattern { get; set; }

    /// <summary>Adopts without asking. -WhatIf outranks it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool Forced => Force;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (TryRun(Client, (_, _) => Task.FromResult(Request()), out ImportRequest request)) _requests.Add(request);
    }

    // What is found is seen as a whole: a set's name says whose an account is, and another reaches it too.
    private protected override void SubmitRest()
    {
        if (_requests.Count == 0) return;

        (ImportRequest[] requests, string[] patterns) = ([.. _requests], NamePattern ?? []);
        ImportPlan plan = RunOrThrow(null, (activity, cancellation) =>
            Services.Imports.PlanAsync(requests, [.. patterns.Select(CrossAccess.NamePattern.Parse)], activity, cancellation));
        foreach (ImportFailure failure in plan.Failures) WriteError(ErrorRecords.From(failure.Cause, failure.Target));
        if (plan.Skipped > 0)
            WriteWarning($"{plan.Skipped} of {plan.Changes.Sum(change => change.Preview.Count)} ways in are skipped. To see why, type: Import-CrossAccessClient -WhatIf | Where-Object Status -eq Skipped | Select-Object PermissionSetName, RoleArn, Reason");
        foreach (IChange<IReadOnlyList<ImportedAccess>> change in plan.Changes)
            SubmitSeveral(change.Target, change.Target, change.Action ?? "record what is there", (_, _) => Task.FromResult(change));
    }

    private ImportRequest Request()
    {
        var request = new ImportRequest
        {
            Client = Client,
            Tier = Tier,
            PermissionSetName = PermissionSetName,
            PermissionSetArn = PermissionSetArn,
            AccountId = AccountId,
            RoleArn = RoleArn,
            AccountName = AccountName,
            DisplayName = DisplayName,
            ExternalId = ExternalId,
            Credentials = NamedRemoteCredentials(),
        };
        // An empty row of a file must not mean everything.
        return request != ImportRequest.Everything || !MyInvocation.ExpectingInput
            ? request
            : throw new ClientAccessException(ClientAccessError.RequestRejected, "The row names nothing to import.")
            {
                RecommendedAction = "Give it a column PermissionSetName, RoleArn, AccountId or Client.",
            };
    }
}
