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
        IReadOnlyList<EnteredRole> roles = Services.Entered.Roles;
        if (roles.Count > 0 && AwsToolsVariables.CredentialsSeenBy(this, roles) is not null)
            WriteWarning("AWS Tools for PowerShell acts with credentials that were stored in this shell, and not in the account of the entered role. To end that, type: Clear-AWSCredential");
        foreach (ClientSession session in roles.Select(entered => new ClientSession(entered)))
        {
            if (session.RefreshFailure is { } failure) WriteWarning($"{session} could not be renewed. {failure}");
            else if (session is { MinutesLeft: 0, AutoRefresh: false }) WriteWarning($"The session of {session} has ended. To go on, type: Exit-ClientRole; Enter-ClientRole {session.Client} -Tier {session.Tier} -Account {session.AccountId}");
            WriteObject(session);
        }
    }
}
