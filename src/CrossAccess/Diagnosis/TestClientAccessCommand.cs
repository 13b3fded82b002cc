using System.Management.Automation;
using CrossAccess.Binding;

namespace CrossAccess.Commands;

/// <summary>Test-ClientAccess: examines the chain by which somebody reaches a client's role, link by link, and says what mends it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ClientAccess")]
[OutputType(typeof(ClientAccessLink), typeof(bool))]
public sealed class TestClientAccessCommand : RemoteAccountCommand<object>
{
    /// <summary>Ids or names of accounts; by default every account of the client.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccountId")]
    [AccountListTransformation]
    [ArgumentCompleter(typeof(AccountNameCompleter))]
    public string[]? Account { get; set; }

    /// <summary>The permission set, where its name is neither client and tier together nor recorded.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    public string? PermissionSetName { get; set; }

    /// <summary>Groups, by their display name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ListTransformation]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string[]? Group { get; set; }

    /// <summary>Users, by user name or e-mail address; by default whoever runs the command.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ListTransformation]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? User { get; set; }

    /// <summary>From the pipeline: the kind of the principal that Get-ClientAccess found.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public PrincipalType? PrincipalType { get; set; }

    /// <summary>From the pipeline: the name of the principal that Get-ClientAccess found.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [BlankTransformation]
    public string? PrincipalName { get; set; }

    /// <summary>The AWS profile of the home account to try with; by default the sign-in of Connect-CrossAccess, else the ambient credentials.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? HomeProfileName { get; set; }

    /// <summary>The sign-in to try with, where several Identity Centers are signed in to.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(SignInCompleter))]
    public string? SessionName { get; set; }

    /// <summary>Answers for each record whether all of its chains are known to hold.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string client = Client;
        if (!TryRun(client, (_, _) => Task.FromResult(Questions()), out IReadOnlyList<ClientAccessQuestion> questions)) return;
        if (Quiet) SubmitReading(client, async (activity, cancellation) => [await AllHoldAsync(questions, activity, cancellation)]);
        else foreach (ClientAccessQuestion question in questions) SubmitReading(client, async (activity, cancellation) => await Services.Diagnosis.ExamineAsync(question, activity, cancellation));
    }

    private async Task<bool> AllHoldAsync(IReadOnlyList<ClientAccessQuestion> questions, IActivity activity, CancellationToken cancellation)
    {
        bool allHold = true;
        foreach (ClientAccessQuestion question in questions)
            allHold &= ClientAccessDiagnosis.Holds(await Services.Diagnosis.ExamineAsync(question, activity, cancellation));
        return allHold;
    }

    private IReadOnlyList<ClientAccessQuestion> Questions()
    {
        RemoteCredentials? remote = NamedRemoteCredentials();
        return
        [
            .. from tier in Tier ?? DefaultTier
               from account in ClientAccessDiagnosis.AccountsOf(Services.Inventory.Read(), Client, Account)
               from principal in Principals()
               select new ClientAccessQuestion(Client, tier)
               {
                   Account = account,
                   PermissionSetName = PermissionSetName,
                   PrincipalType = principal.Type,
                   PrincipalName = principal.Name,
                   HomeProfileName = HomeProfileName,
                   SessionName = SessionName,
                   Remote = remote,
               },
        ];
    }

    private IReadOnlyList<(PrincipalType Type, string? Name)> Principals()
    {
        (PrincipalType, string?)[] named =
        [
            .. (Group ?? []).Select(name => (CrossAccess.PrincipalType.Group, (string?)name)),
            .. (User ?? []).Select(name => (CrossAccess.PrincipalType.User, (string?)name)),
        ];
        if (named.Length > 0) return named;
        return PrincipalName is null ? [(CrossAccess.PrincipalType.User, null)] : [(PrincipalType ?? CrossAccess.PrincipalType.User, PrincipalName)];
    }
}
