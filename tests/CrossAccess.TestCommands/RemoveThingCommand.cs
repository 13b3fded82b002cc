using System.Management.Automation;

namespace CrossAccess.TestCommands;

/// <summary>As Set-Thing, but asks by default.</summary>
[Cmdlet(VerbsCommon.Remove, "Thing", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Thing))]
public sealed class RemoveThingCommand : ThingCommand;
