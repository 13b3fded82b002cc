using System.Diagnostics;
using System.Reflection;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.AwsTools.Tests;

/// <summary>
/// The AWS SDK keeps the path of the configuration files that it has read first. Where AWS Tools is loaded while a role is
/// renewed those are the role's, whose default profile holds no keys.
/// </summary>
public sealed class LateLoadingTests
{
    private const string KeysOfHome = """
        $lines = [IO.File]::ReadAllLines($env:AWS_SHARED_CREDENTIALS_FILE)
        $start = [array]::IndexOf($lines, '[sandbox-home]')
        [IO.File]::AppendAllLines($env:AWS_SHARED_CREDENTIALS_FILE, [string[]](@('[default]') + $lines[($start + 1)..($start + 2)]))
        """;

    [Fact]
    public async Task AWS_Tools_that_is_loaded_inside_follows_the_role_and_finds_the_users_profiles_afterwards()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The Host is started as Unix starts it.");
        string folders = Path.Combine(Path.GetTempPath(), $"crossaccess-late-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folders);
        string script = $$"""
            $null = Start-CrossAccessSandbox
            $null = Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home
            $null = New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 | New-ClientPermissionSet | Grant-ClientAccess -User ana
            {{KeysOfHome}}
            $env:AWS_PROFILE = $null
            $enter = { $null = Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly -AutoRefresh }
            . $enter
            Import-Module '{{SharedShell.StandIn}}'
            $who = { (Get-STSCallerIdentity).Account }
            & $who; Exit-ClientRole; & $who; . $enter; & $who; Exit-ClientRole; & $who
            (Get-STSCallerIdentity -ProfileName client-222222222222).Account
            Stop-CrossAccessSandbox
            """;
        var start = new ProcessStartInfo("dotnet", ["exec", HostAssembly, "-NonInteractive", "-Command", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TMPDIR"] = folders;
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await errors);
        Assert.Equal(
            [SandboxSession.Abc, SandboxSession.Home, SandboxSession.Abc, SandboxSession.Home, SandboxSession.Abc],
            output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(Directory.GetDirectories(folders, "crossaccess-session-*"));
        Directory.Delete(folders, recursive: true);
    }

    private static string HostAssembly => typeof(LateLoadingTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "HostAssembly").Value!;
}
