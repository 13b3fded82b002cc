using System.Management.Automation;
using CrossAccess.Host.CommandLine;
using CrossAccess.Host.Interactive;
using CrossAccess.Host.Running;
using CrossAccess.Host.Terminal;

HostArguments arguments;
try
{
    arguments = HostArguments.Parse(args);
}
catch (ArgumentException refused)
{
    Console.Error.WriteLine(refused.Message);
    return ExitCode.BadCommandLine;
}

if (arguments.Mode == HostMode.Help)
{
    Console.Out.Write(HelpText.Text);
    return ExitCode.Success;
}

TerminalHost host = new(arguments.NonInteractive);
try
{
    using HostSession session = HostSession.Open(host);
    using ScriptRunner runner = new(session);
    int exitCode = arguments.Mode switch
    {
        HostMode.File => runner.RunFile(arguments.Script, arguments.ScriptArguments),
        HostMode.Command => runner.RunCommand(arguments.Script),
        HostMode.Rehearsal => runner.RunFile(Rehearsal.ScriptPath, []),
        _ => ExitCode.Success,
    };
    return arguments.StaysOpen && !host.ShouldExit ? new PromptLoop(runner).Run() : exitCode;
}
// The manifest was not found, or the module could not be imported.
catch (Exception failed) when (failed is FileNotFoundException or RuntimeException)
{
    Console.Error.WriteLine(failed.Message);
    return ExitCode.Failure;
}
