using System.Management.Automation;

namespace CrossAccess.TestCommands;

[Cmdlet(VerbsCommon.Set, "Thing", SupportsShouldProcess = true)]
[OutputType(typeof(Thing))]
public sealed class SetThingCommand : ThingCommand;
