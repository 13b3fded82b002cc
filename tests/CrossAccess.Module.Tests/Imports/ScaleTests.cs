using System.Diagnostics;
using System.Globalization;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Imports;

/// <summary>Many permission sets under the rates that AWS keeps to. Set the variable to 500, say, for as many: a minute's work at 20 requests a second.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ScaleTests : IDisposable
{
    private const string CountVariable = "CROSSACCESS_TEST_SETS";

    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable(CountVariable) ?? "30", CultureInfo.InvariantCulture);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Many_sets_are_read_by_two_requests_each_and_adopted_by_two_more_without_one_that_AWS_would_throttle()
    {
        string state = Path.Combine(_folder.FullName, "sets.json");
        using (var made = new SandboxSession($"-StatePath '{state}'", initialize: null)) MakeSets(made);

        using var aws = new SandboxSession($"-StatePath '{state}' -Limits Aws");
        ShellResult planned = aws.Run("Import-CrossAccessClient -WhatIf");
        string[] reading = Counts(aws);
        aws.Sandbox.ClearEvents();
        ShellResult adopted = aws.Run("Import-CrossAccessClient -Force");

        Assert.Equal(Count, planned.Statuses().Count(status => status == "Planned"));
        Assert.Equal(
            [
                "DescribeGroup 1",
                $"DescribePermissionSet {Count}",
                "GetAccountAuthorizationDetails 1",
                $"ListAccountAssignments {Count}",
                $"ListPermissionSetsProvisionedToAccount {((Count + 99) / 100) + 1}",
            ],
            reading);
        Assert.Equal(Count, adopted.Statuses().Count(status => status == "Adopted"));
        Assert.Equal([.. reading, $"ListTagsForResource {Count}", $"TagResource {Count}"], Counts(aws));
        Assert.All(aws.Requests, request => Assert.Null(request.ErrorCode));
    }

    private static string[] Counts(SandboxSession aws) => [.. aws.RequestCounts.Where(count => !count.StartsWith("GetCallerIdentity", StringComparison.Ordinal))];

    private static void MakeSets(SandboxSession aws)
    {
        Assert.SkipUnless(Program.Exists("python3"), "python3 is not installed here.");
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Imports", "sets.py"), Count.ToString(CultureInfo.InvariantCulture), aws.Sandbox.HomeAccountId];
        (int exitCode, _, string errors) = ForkedPython.RunAsync(new ProcessStartInfo("python3", arguments), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        Assert.SkipWhen(errors.Contains("No module named 'boto3'", StringComparison.Ordinal), "python3 with boto3 is not installed here.");
        Assert.True(exitCode == 0, errors);
    }
}
