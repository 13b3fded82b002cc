namespace CrossAccess.ClientCommands;

/// <summary>One message between a command and its child shell.</summary>
/// <param name="Text">Plain text, or CLIXML where the kind holds an object.</param>
internal readonly record struct Frame(FrameKind Kind, string Text);
