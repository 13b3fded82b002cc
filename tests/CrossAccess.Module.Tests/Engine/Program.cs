using System.Diagnostics;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>A program that a client's admin has, as a child of this process.</summary>
internal static class Program
{
    public static void SkipWhereMissing(string command, string remedy) => Assert.SkipUnless(Exists(command), $"{command} is not on the PATH: {remedy}");

    /// <param name="profile">The AWS profile; null: what the environment says.</param>
    /// <param name="input">What is typed.</param>
    public static (int ExitCode, string Output) Run(string? profile, string input, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (profile is not null) start.Environment["AWS_PROFILE"] = profile;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result + errors.Result);
    }

    public static bool Exists(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)) || File.Exists(Path.Combine(folder, command + ".exe")));
}
