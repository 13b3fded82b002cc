using System.Diagnostics;
using System.Reflection;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.AutoRefresh.Tests;

/// <summary>Programs that no one here wrote, started from the shell that has entered a role: they find their credentials by themselves.</summary>
internal static class Programs
{
    private const string WhoByBoto3 = "import boto3; print(boto3.client('sts').get_caller_identity()['Arn'])";

    /// <summary>Skips the test where one of them is missing.</summary>
    public static void Require()
    {
        Assert.SkipUnless(IsOnPath("aws"), "The AWS CLI is not on the PATH.");
        Assert.SkipUnless(IsOnPath("python3") && RunAsync("python3", "-c", "import boto3").Result.ExitCode == 0, "python3 with boto3 is not installed here.");
    }

    /// <summary>Who each of them is: the AWS CLI, boto3 and the AWS SDK for .NET.</summary>
    public static async Task<IReadOnlyList<string>> WhoAsync() => [.. (await Task.WhenAll(CliAsync(), ArnAsync("python3", "-c", WhoByBoto3), ArnAsync(DotNet, "exec", SdkProgram)))];

    public static Task<string> CliAsync() => ArnAsync("aws", "sts", "get-caller-identity", "--query", "Arn", "--output", "text");

    /// <summary>What the AWS CLI says when it fails.</summary>
    public static async Task<string> CliErrorAsync()
    {
        (int exitCode, _, string errors) = await RunAsync("aws", "sts", "get-caller-identity");
        Assert.NotEqual(0, exitCode);
        return errors;
    }

    public static Process StartLongLived() => Process.Start(
        new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "long_lived.py")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string SdkProgram => typeof(Programs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "SdkProgram").Value!;

    private static async Task<string> ArnAsync(string command, params string[] arguments)
    {
        (int exitCode, string output, string errors) = await RunAsync(command, arguments);
        Assert.True(exitCode == 0, $"{command}: {errors}");
        return output.Trim();
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(string command, params string[] arguments) =>
        ForkedPython.RunAsync(new ProcessStartInfo(command, arguments), TestContext.Current.CancellationToken);

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)) || File.Exists(Path.Combine(folder, command + ".exe")));
}
