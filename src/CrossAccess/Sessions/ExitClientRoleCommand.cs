using System.Management.Automation;
using System.Management.Automation.Runspaces;

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
            if (!TryRun(null, (_, _) => Task.FromResult(Services.Entered.Exit(runspace)), out RoleSession left)) return;
            WriteVerbose($"Left {left}.");
        }
        while (All && Services.Entered.Sessions.Count > 0);
    }
}
