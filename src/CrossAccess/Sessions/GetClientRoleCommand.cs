using System.Management.Automation;

namespace CrossAccess.Commands;

/// <summary>Get-ClientRole: the roles that this process has entered and not left, innermost first, and the time they have left.</summary>
[Cmdlet(VerbsCommon.Get, "ClientRole")]
[OutputType(typeof(ClientSession))]
public sealed class GetClientRoleCommand : ClientCommand
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        IReadOnlyList<RoleSession> sessions = Services.Entered.Sessions;
        if (sessions.Count > 0 && AwsToolsVariables.CredentialsSeenBy(this) is not null)
            WriteWarning("AWS Tools for PowerShell acts with credentials that were stored in this shell, and not in the account of the entered role. To end that, type: Clear-AWSCredential");
        WriteObject(sessions.Select(session => new ClientSession(session)), enumerateCollection: true);
    }
}
