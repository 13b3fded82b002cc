using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace CrossAccess.Host.Formatting;

/// <summary>Format-List, with the engine's own formatter and parameters.</summary>
[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    /// <summary>Makes the command.</summary>
    public FormatListCommand() => FormatImplementation.Join(this, "List");
}
