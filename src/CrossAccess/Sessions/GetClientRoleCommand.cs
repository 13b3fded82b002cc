using System.Management.Automation;

namespace CrossAccess.Commands;

/// <summary>Get-ClientRole: the roles that this process has entered and not left, innermost first, and the time they have left.</summary>
[Cmdlet(VerbsCommon.Get, "ClientRole")]
[OutputType(typeof(ClientSession))]
public sealed class GetClientRoleCommand : ClientCommand
{
    /// <inheritdoc/>
    protected override void EndProcessing() =>
        WriteObject(Services.Entered.Sessions.Select(session => new ClientSession(session)), enumerateCollection: true);
}
