using System.Diagnostics;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Sandbox.Tests.Clients;

/// <summary>Runs a command that others wrote against a Sandbox, with the Sandbox's profiles.</summary>
internal static class Command
{
    private static readonly Lazy<bool> Boto3 = new(static () =>
    {
        using Process process = Process.Start(new ProcessStartInfo("python3", ["-c", "import boto3"]) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    });

    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(CrossAccessSandbox sandbox, string? profile, string command, params string[] arguments)
        => RunWithAsync(sandbox, new Dictionary<string, string?> { ["AWS_PROFILE"] = profile }, command, arguments);

    /// <param name="variables">Of the environment; null is unset.</param>
    public static Task<(int ExitCode, string Output, string Errors)> RunWithAsync(CrossAccessSandbox sandbox, IReadOnlyDictionary<string, string?> variables, string command, params string[] arguments)
    {
        ProcessStartInfo start = new(command, arguments);
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["AWS_CONFIG_FILE"] = sandbox.ConfigFile;
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = sandbox.CredentialsFile;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        foreach ((string name, string? value) in variables)
            start.Environment[name] = value;
        // A long script would hold up the commands of other tests.
        return command == "aws" ? ForkedPython.RunAsync(start, TestContext.Current.CancellationToken) : ForkedPython.RunAloneAsync(start, TestContext.Current.CancellationToken);
    }

    public static bool Exists(string command)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)) || File.Exists(Path.Combine(folder, command + ".exe")));

    /// <summary>Whether python3 has boto3.</summary>
    public static bool HasBoto3() => Exists("python3") && Boto3.Value;
}
