using System.Management.Automation;
using CrossAccess.Binding;
using CrossAccess.Profiles;

namespace CrossAccess.Commands;

/// <summary>Remove-ClientProfile: takes away profiles that Export-ClientProfile wrote, and what they alone rest on.</summary>
[Cmdlet(VerbsCommon.Remove, "ClientProfile", SupportsShouldProcess = true)]
[OutputType(typeof(ClientProfile))]
public sealed class RemoveClientProfileCommand : ClientProfileCommand
{
    private readonly List<ClientProfileScope> _scopes = [];

    /// <summary>Names or wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientName", "Name")]
    [SupportsWildcards]
    [ListTransformation(Commas = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientCompleter))]
    public string[] Client { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => _scopes.AddRange(Client.Select(client => new ClientProfileScope(client, Tier, Account)));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Inventory inventory = RunOrThrow(null, (_, _) => Task.FromResult(Services.Inventory.Read()));
        var export = new ProfileExport
        {
            Targets = [],
            IsInScope = role => _scopes.Exists(scope => scope.Includes(role, inventory)),
            Force = Force,
        };
        ClientProfiles profiles = RunOrThrow(null, (_, _) => Task.FromResult(new ClientProfiles(ClientProfileFormat.AwsConfig, inventory, Services.Provider.Configuration)));
        ProfileFile file = File;
        Change(file, content => profiles.Plan(export, file.Path, content));
    }

    /// <inheritdoc/>
    private protected override void Report(ProfileChange change)
    {
        base.Report(change);
        Inventory inventory = Services.Inventory.Read();
        foreach (ClientProfileScope scope in _scopes.Where(scope => scope.IsNamed && !change.Profiles.Any(profile => scope.Includes(profile.Key, inventory))))
        {
            WriteError(ErrorRecords.From(
                new ClientAccessException(ClientAccessError.ProfileNotFound, $"Export-ClientProfile wrote no profile of {Printable.Of(scope.ToString())} to '{File.Path}'."),
                scope.Client));
        }
    }
}
