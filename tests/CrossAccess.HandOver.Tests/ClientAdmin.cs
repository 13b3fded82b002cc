using System.Diagnostics;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.HandOver.Tests;

/// <summary>The admin of a client's account, who runs what the provider hands over with the tools that it is made for.</summary>
internal sealed class ClientAdmin(ModuleSession shell, string profile, string folder)
{
    /// <summary>Does with a text what its format is for, and returns what was said; it must succeed.</summary>
    public string Run(string format, string text)
    {
        (int exitCode, string output) = TryRun(format, text);
        Assert.True(exitCode == 0, $"{format}: {output}");
        return output;
    }

    public (int ExitCode, string Output) TryRun(string format, string text) => format switch
    {
        "CloudFormation" or "StackSet" => RunCli(
            "cloudformation", "deploy", "--stack-name", "crossaccess-acme-AbcCorp", "--template-file", Write("template.yaml", text), "--capabilities", "CAPABILITY_NAMED_IAM", "--no-fail-on-empty-changeset"),
        "AwsCli" => Program.Run(profile, "", "bash", Write("aws-cli.sh", text)),
        "CloudShell" => Program.Run(profile, text, "bash"),
        "PowerShell" => RunInEngine(text),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    // Typed by hand: what is handed over is the template alone.
    private (int ExitCode, string Output) RunCli(params string[] arguments)
    {
        var start = new ProcessStartInfo("aws", arguments);
        start.Environment["AWS_PROFILE"] = profile;
        (int exitCode, string output, string errors) = ForkedPython.RunAsync(start, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return (exitCode, output + errors);
    }

    private (int ExitCode, string Output) RunInEngine(string text)
    {
        string? before = Environment.GetEnvironmentVariable("AWS_PROFILE");
        Environment.SetEnvironmentVariable("AWS_PROFILE", profile);
        try
        {
            shell.Set("script", Write("powershell.ps1", text));
            ShellResult result = shell.Run("& ([scriptblock]::Create([System.IO.File]::ReadAllText($script)))");
            return (result.Terminated is null && result.Errors.Count == 0 ? 0 : 1, string.Join('\n', [.. result.Texts, .. result.Errors.Select(error => error.ToString()), result.Terminated?.Message ?? ""]));
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_PROFILE", before);
        }
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
