using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using CrossAccess.Sessions;

namespace CrossAccess.Commands;

/// <summary>Exit-ClientRole: leaves the innermost entered role and puts the environment back exactly as it was.</summary>
[Cmdlet(VerbsCommon.Exit, "ClientRole")]
public sealed class ExitClientRoleCommand : ClientCommand
{
    /// <summary>Leaves all entered roles at once.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Guid runspace = Runspace.DefaultRunspace.InstanceId;
        do
        {
            object? stored = AwsToolsVariables.CredentialsSeenBy(this, Services.Entered.Roles);
            if (!TryLeave(runspace, out LeftRole? left)) return;
            PromptFunction.Restore(this, left.Role);
            WriteVerbose($"Left {left.Session}.");
            SayWhatBecameOf(stored);
            foreach (string path in left.KeptFiles) WriteWarning($"What was written into the AWS configuration inside {left.Session} is kept in '{path}'. Take over what you want of it, and delete it.");
        }
        while (All && Services.Entered.Sessions.Count > 0);
    }

    // On this thread: what is put back are variables of its shell.
    private bool TryLeave(Guid runspace, [NotNullWhen(true)] out LeftRole? left)
    {
        ClientAccessException refused;
        try
        {
            left = Services.Entered.Exit(runspace);
            return true;
        }
        catch (ClientAccessException e)
        {
            refused = e;
        }

        WriteError(ErrorRecords.From(refused, null));
        left = null;
        return false;
    }

    private void SayWhatBecameOf(object? stored)
    {
        if (stored is null) return;

        if (ReferenceEquals(stored, AwsToolsVariables.CredentialsSeenBy(this, Services.Entered.Roles)))
            WriteWarning("AWS Tools for PowerShell goes on with credentials that were stored while the role was entered, and not with the environment's. To end that, type: Clear-AWSCredential");
        else
            WriteVerbose("Credentials that were stored for AWS Tools for PowerShell while the role was entered are forgotten.");
    }
}
