using System.Diagnostics;
using System.IO.Pipes;
using System.Security;
using System.Xml;
using System.Xml.Linq;
using CrossAccess.ClientCommands;

// A shell for Invoke-ClientCommand that runs native commands and is no PowerShell, so that hundreds of them can be started
// in a test. It has the environment and the pipe that any other shell has, runs the first argument by sh and answers with
// each line that this prints.
const string PipeVariable = "CROSSACCESS_COMMAND_PIPE";
const string Clixml = "http://schemas.microsoft.com/powershell/2004/04";

string pipeName = Environment.GetEnvironmentVariable(PipeVariable)!;
Environment.SetEnvironmentVariable(PipeVariable, null);
using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
await pipe.ConnectAsync();
var channel = new FrameChannel(pipe);
Frame request = (await channel.ReadAsync(CancellationToken.None))!.Value;

var start = new ProcessStartInfo("sh", ["-c", FirstArgument(request.Text)]) { RedirectStandardOutput = true };
using Process native = Process.Start(start)!;
while (await native.StandardOutput.ReadLineAsync() is { } line)
    channel.Write(FrameKind.Output, $"<Objs Version=\"1.1.0.1\" xmlns=\"{Clixml}\"><S>{SecurityElement.Escape(line)}</S></Objs>");
await native.WaitForExitAsync();
channel.Write(FrameKind.Completed, $"{native.ExitCode}");

static string FirstArgument(string clixml)
{
    XElement arguments = XDocument.Parse(clixml).Descendants(XName.Get("En", Clixml))
        .Single(entry => entry.Elements().First().Value == "Arguments");
    return XmlConvert.DecodeName(arguments.Descendants(XName.Get("LST", Clixml)).Single().Elements().First().Value);
}
