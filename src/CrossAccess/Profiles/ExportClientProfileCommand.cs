using System.Management.Automation;
using CrossAccess.Binding;
using CrossAccess.Profiles;

namespace CrossAccess.Commands;

/// <summary>Export-ClientProfile: the profiles by which the AWS CLI, SDKs and other tools enter clients' roles.</summary>
[Cmdlet(VerbsData.Export, "ClientProfile", SupportsShouldProcess = true)]
[OutputType(typeof(ClientProfile), typeof(string))]
public sealed class ExportClientProfileCommand : ClientProfileCommand
{
    private ClientProfileSelection? _selection;

    /// <summary>Names or wildcards; by default all clients of the inventory.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientName", "Name")]
    [SupportsWildcards]
    [ListTransformation(Commas = true)]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public string[]? Client { get; set; }

    /// <summary>Whose profiles are written; by default those of the AWS CLI and SDKs.</summary>
    [Parameter]
    public ClientProfileFormat Format { get; set; }

    /// <summary>How profiles are named, such as '{Client}-{Tier}'.</summary>
    [Parameter]
    [BlankTransformation]
    public string? NameTemplate { get; set; }

    /// <summary>The AWS Region to work in; by default the one that the profile has already, else Identity Center's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankTransformation]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The name that CloudTrail shows; by default the signed-in user's.</summary>
    [Parameter]
    [BlankTransformation]
    public string? RoleSessionName { get; set; }

    /// <summary>The sso-session that profiles start from; by default the company's, which Connect-CrossAccess signs in under.</summary>
    [Parameter]
    [BlankTransformation]
    [ArgumentCompleter(typeof(SignInCompleter))]
    public string? SessionName { get; set; }

    private ClientProfileSelection Selection => _selection ??= new ClientProfileSelection(Services.Inventory.Read());

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        (string[]? tiers, string[]? accounts, string? region) = (Tier, Account, Region);
        foreach (string client in Client ?? ["*"])
        {
            if (!TryRun(client, (_, _) => Task.FromResult(Selection.Add(new ClientProfileScope(client, tiers, accounts), region)), out IReadOnlyList<ClientAccessException> missing)) continue;
            foreach (ClientAccessException problem in missing) WriteError(ErrorRecords.From(problem, client));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Selection.IsEmpty) return;

        ProfileFile file = File;
        (ClientProfiles profiles, ProfileExport export) = RunOrThrow(file.Path, (_, _) => Task.FromResult((
            new ClientProfiles(Format, Services.Inventory.Read(), Services.Provider.Configuration, SessionName),
            ExportTo(file))));
        if (Format == ClientProfileFormat.AwsExtendSwitchRoles && Path is null) WriteText(profiles, export);
        else Change(file, content => profiles.Plan(export, file.Path, content));
    }

    /// <inheritdoc/>
    private protected override void Report(ProfileChange change)
    {
        base.Report(change);
        if (change.Content is not null && change.HasNameless)
            WriteWarning("Nobody is signed in, so some profiles have no role_session_name, and CloudTrail in the clients' accounts will show a name that each tool makes up. Type Connect-CrossAccess and export again, or give -RoleSessionName.");
    }

    private ProfileExport ExportTo(ProfileFile file) => new()
    {
        Targets = Selection.Targets,
        IsInScope = Selection.Includes,
        Names = ProfileNameTemplate.Parse(NameTemplate),
        RoleSessionName = RoleSessionName is null ? SignedInName() : CrossAccess.RoleSessionName.Parse(RoleSessionName),
        TakenElsewhere = file.Path == Environment.ConfigFile ? NamesIn(Environment.CredentialsFile) : [],
        Force = Force,
    };

    private void WriteText(ClientProfiles profiles, ProfileExport export)
    {
        (string text, MadeProfiles made) = RunOrThrow(null, (_, _) => Task.FromResult(profiles.Write(export)));
        foreach ((ProfileKey role, ClientAccessException reason) in made.Refused) WriteError(ErrorRecords.From(reason, role.ToString()));
        WriteLeftOut(made.LeftOut);
        if (text.Length > 0) WriteObject(text);
    }

    private string? SignedInName() =>
        Services.Provider.SignIns.Find(SessionName)?.UserName is { } user ? CrossAccess.RoleSessionName.Of(HomeCaller.SignedIn(user, "")) : null;

    // What the credentials file says of a profile counts before what ours says.
    private static Dictionary<string, string> NamesIn(string credentialsFile) =>
        AwsConfigurationFile.Read(credentialsFile).Keys.ToDictionary(name => name, _ => credentialsFile);
}
