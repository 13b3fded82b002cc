using System.Management.Automation.Host;

namespace CrossAccess;

/// <summary>Whether somebody is there.</summary>
internal static class Interactivity
{
    // These two read the terminal; an editor's host does not, and has a person all the same.
    private static readonly string[] TerminalHosts = ["ConsoleHost", "CrossAccess.Host"];

    public static bool Of(PSHost host) =>
        Environment.UserInteractive
        && host.UI?.RawUI is not null
        && host.Name is not "Default Host"
        && !(TerminalHosts.Contains(host.Name) && (Console.IsInputRedirected || IsToldNotToBe(Environment.GetCommandLineArgs())));

    // pwsh takes any beginning of the word that is its alone.
    internal static bool IsToldNotToBe(IEnumerable<string> arguments) =>
        arguments.Any(argument => argument.Length >= 5 && "-noninteractive".StartsWith(argument.Replace('/', '-'), StringComparison.OrdinalIgnoreCase));
}
