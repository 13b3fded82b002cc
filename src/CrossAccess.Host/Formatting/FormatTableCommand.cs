using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace CrossAccess.Host.Formatting;

/// <summary>Format-Table, with the engine's own formatter and parameters.</summary>
[Cmdlet(VerbsCommon.Format, "Table")]
public sealed class FormatTableCommand : OuterFormatTableBase
{
    /// <summary>Makes the command.</summary>
    public FormatTableCommand() => FormatImplementation.Join(this, "Table");
}
