using System.Diagnostics;
using System.Reflection;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests;

/// <summary>A program that is a child of this process, and so is led where the environment leads.</summary>
internal static class ChildProcess
{
    public static void SkipWhereMissing(string command) =>
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, command))), $"{command} is not installed here.");

    /// <summary>Runs it to its end. If it asks something, its input has ended.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> TryAsync(string command, params string[] arguments)
    {
        SkipWhereMissing(command);
        return ForkedPython.RunAsync(new ProcessStartInfo(command, arguments), TestContext.Current.CancellationToken);
    }

    /// <summary>Runs it to its end, which must be a good one, and returns what it printed.</summary>
    public static async Task<string> RunAsync(string command, params string[] arguments)
    {
        (int exitCode, string output, string errors) = await TryAsync(command, arguments);
        Assert.SkipWhen(errors.Contains("No module named 'boto", StringComparison.Ordinal), "boto3 is not installed here.");
        Assert.True(exitCode == 0, $"{command} {string.Join(' ', arguments)}: {errors}");
        return output;
    }

    /// <summary>Who the AWS CLI is with a profile, or with the environment alone.</summary>
    public static async Task<string> WhoAsync(string? profile = null) =>
        (await RunAsync("aws", ["sts", "get-caller-identity", "--query", "Arn", "--output", "text", .. profile is null ? Array.Empty<string>() : ["--profile", profile]])).Trim();

    /// <summary>Who the AWS SDK for .NET is with a profile.</summary>
    public static async Task<string> WhoByDotNetAsync(string profile) =>
        (await RunAsync("env", $"AWS_PROFILE={profile}", "dotnet", "exec", typeof(ChildProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "SdkProgram").Value!)).Trim();
}
