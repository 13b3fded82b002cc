namespace CrossAccess.Host.CommandLine;

/// <summary>The Host's command line, in the words that pwsh's command line uses.</summary>
/// <param name="Mode">What to run.</param>
/// <param name="Script">The path of the script, or the text of the command; empty in the other modes.</param>
/// <param name="ScriptArguments">What follows the script's path.</param>
/// <param name="StaysOpen">Whether a prompt follows.</param>
/// <param name="NonInteractive">Whether a question is answered with an error.</param>
internal sealed record HostArguments(
    HostMode Mode,
    string Script,
    IReadOnlyList<string> ScriptArguments,
    bool StaysOpen,
    bool NonInteractive)
{
    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">A parameter is unknown or lacks its value.</exception>
    public static HostArguments Parse(string[] args)
    {
        bool interactive = false, noExit = false, nonInteractive = false;
        for (int index = 0; index < args.Length; index++)
        {
            string argument = args[index];
            string[] rest = args[(index + 1)..];
            switch (Name(argument))
            {
                case "file" or "f":
                    return Build(HostMode.File, First(argument, rest), rest[1..]);
                case "command" or "c":
                    First(argument, rest);
                    return Build(HostMode.Command, string.Join(' ', rest), []);
                case "help" or "h" or "?":
                    return Build(HostMode.Help, "", []);
                case "interactive" or "i":
                    interactive = true;
                    break;
                case "noexit" or "noe":
                    noExit = true;
                    break;
                case "noninteractive" or "noni":
                    nonInteractive = true;
                    break;
                case "noprofile" or "nop" or "nologo" or "nol":
                    // There is neither a profile nor a banner: accepted so that a pwsh command line can be reused.
                    break;
                case null:
                    return Build(HostMode.File, argument, rest);
                default:
                    throw new ArgumentException($"{argument} is not a parameter of CrossAccess.Host. -Help lists them.");
            }
        }

        return Build(interactive || noExit ? HostMode.Interactive : HostMode.Rehearsal, "", []);

        HostArguments Build(HostMode mode, string script, string[] scriptArguments) => new(
            mode,
            script,
            scriptArguments,
            StaysOpen: noExit || mode == HostMode.Interactive,
            // A script that is fed from a pipe must not take the pipe's text for its answers.
            NonInteractive: nonInteractive || (Console.IsInputRedirected && !interactive));
    }

    private static string? Name(string argument) =>
        argument.StartsWith('-') ? argument.TrimStart('-').ToLowerInvariant() : null;

    private static string First(string parameter, string[] rest) =>
        rest.Length > 0 ? rest[0] : throw new ArgumentException($"{parameter} needs a value. -Help shows how.");
}
