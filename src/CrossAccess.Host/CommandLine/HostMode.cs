namespace CrossAccess.Host.CommandLine;

/// <summary>What the Host was started for.</summary>
internal enum HostMode
{
    /// <summary>The tour of the product against the Sandbox: what runs when nothing is asked for.</summary>
    Rehearsal,

    /// <summary>A script file, then its end.</summary>
    File,

    /// <summary>A command text, then its end.</summary>
    Command,

    /// <summary>A prompt.</summary>
    Interactive,

    /// <summary>The usage text.</summary>
    Help,
}
