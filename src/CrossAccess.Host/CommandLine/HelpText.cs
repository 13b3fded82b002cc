namespace CrossAccess.Host.CommandLine;

/// <summary>What -Help prints.</summary>
internal static class HelpText
{
    /// <summary>The usage text.</summary>
    public const string Text = """
        CrossAccess.Host: a console for CrossAccess on the real PowerShell engine,
        for machines that have the .NET SDK and no pwsh.

          CrossAccess.Host                            the rehearsal: a tour against a local AWS
          CrossAccess.Host -File <script> [args]      runs a script; its exit code is ours
          CrossAccess.Host -Command <text>            runs a command text
          CrossAccess.Host -Interactive               a prompt with history and Tab completion
          CrossAccess.Host -Help                      this text

          -NoExit          with -File or -Command: a prompt afterwards
          -NonInteractive  a question is an error (so it is when input is not a terminal,
                           unless -Interactive is given)

        The module is imported already. Of PowerShell's own Utility and Management commands
        only a few are here: Get-Command -Module CrossAccess.Host.Commands lists them.

        """;
}
