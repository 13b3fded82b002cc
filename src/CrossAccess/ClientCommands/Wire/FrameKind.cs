namespace CrossAccess.ClientCommands;

/// <summary>What one message between a command and its child shell holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>To the child, once: what it shall run.</summary>
    Request,

    /// <summary>An object that the script wrote.</summary>
    Output,

    /// <summary>An error after which the script went on.</summary>
    Error,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>Verbose text.</summary>
    Verbose,

    /// <summary>Debug text.</summary>
    Debug,

    /// <summary>An information record.</summary>
    Information,

    /// <summary>A line that the script wrote to the host.</summary>
    HostLine,

    /// <summary>The last frame: the script ended, with this exit code.</summary>
    Completed,

    /// <summary>The last frame: the script ended with this error.</summary>
    Failed,
}
