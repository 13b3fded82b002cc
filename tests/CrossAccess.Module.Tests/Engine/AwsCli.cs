using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CrossAccess.Module.Tests.Engine;

/// <summary>The AWS CLI as a child of this process: whatever the environment leads this process to, it leads the CLI to.</summary>
internal static class AwsCli
{
    private const string Command = "aws";

    public static bool IsOnPath { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Command)) || File.Exists(Path.Combine(folder, Command + ".exe")));

    public static void SkipWhereMissing() => Assert.SkipUnless(IsOnPath, "The AWS CLI is not on the PATH: pip install awscli to have it read back what was made.");

    /// <summary>Runs a command with the profile, or with what the environment says where none is named, and returns its JSON.</summary>
    public static JsonNode Run(string? profile, params string[] arguments)
    {
        var start = new ProcessStartInfo(Command, [.. arguments, "--output", "json"]);
        if (profile is not null) start.Environment["AWS_PROFILE"] = profile;
        (int exitCode, string output, string errors) = ForkedPython.RunAsync(start, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        Assert.True(exitCode == 0, $"aws {string.Join(' ', arguments)}: {errors}");
        return JsonNode.Parse(string.IsNullOrWhiteSpace(output) ? "{}" : output)!;
    }
}
