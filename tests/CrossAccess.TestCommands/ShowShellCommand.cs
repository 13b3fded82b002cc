using System.Management.Automation;
using CrossAccess.ClientCommands;

namespace CrossAccess.TestCommands;

/// <summary>Writes the program that client commands would run in, were PowerShell installed elsewhere.</summary>
[Cmdlet(VerbsCommon.Show, "Shell")]
[OutputType(typeof(string))]
public sealed class ShowShellCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string PowerShellHome { get; set; } = "";

    protected override void EndProcessing() => WriteObject(ShellProgram.Find(PowerShellHome).Path);
}
