using System.Diagnostics;

namespace CrossAccess.Sandbox.Tests.Clients;

/// <summary>Runs a command that others wrote against a Sandbox, with the Sandbox's profiles.</summary>
internal static class Command
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(CrossAccessSandbox sandbox, string? profile, string command, params string[] arguments)
    {
        ProcessStartInfo start = new(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["AWS_CONFIG_FILE"] = sandbox.ConfigFile;
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = sandbox.CredentialsFile;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        if (profile is not null)
            start.Environment["AWS_PROFILE"] = profile;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    public static bool Exists(string command)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)) || File.Exists(Path.Combine(folder, command + ".exe")));

    /// <summary>Whether python3 has boto3.</summary>
    public static bool HasBoto3()
    {
        if (!Exists("python3"))
            return false;
        using Process process = Process.Start(new ProcessStartInfo("python3", ["-c", "import boto3"]) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
