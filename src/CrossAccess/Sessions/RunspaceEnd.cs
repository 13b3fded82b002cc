using System.Management.Automation.Runspaces;

namespace CrossAccess.Sessions;

/// <summary>Leaves the roles of a runspace that ends without leaving them: the environment is the whole process's, which may go on.</summary>
internal static class RunspaceEnd
{
    public static void Watch(Runspace runspace)
    {
        runspace.StateChanged -= Leave;
        runspace.StateChanged += Leave;
    }

    private static void Leave(object? sender, RunspaceStateEventArgs change)
    {
        if (sender is Runspace runspace && change.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken) EnteredRoles.OfProcess.Abandon(runspace.InstanceId);
    }
}
