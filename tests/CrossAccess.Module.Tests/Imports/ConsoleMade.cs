using System.Diagnostics;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Imports;

/// <summary>
/// A Sandbox that was set up with the AWS CLI as an admin would do it by hand in the console. It is made once and rests in a
/// file; every test goes on from a copy of its own.
/// </summary>
public sealed class ConsoleMade : IDisposable
{
    private const string Accounts = "-ClientAccount 222222222222, 333333333333, 444444444444, 555555555555";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-");

    public ConsoleMade()
    {
        AwsCli.SkipWhereMissing();
        using var aws = new SandboxSession($"{Accounts} -StatePath '{StatePath}'", initialize: null);
        using Process script = Process.Start(new ProcessStartInfo("bash", [Path.Combine(AppContext.BaseDirectory, "Imports", "console.sh"), aws.Sandbox.InstanceArn, aws.Sandbox.IdentityStoreId, aws.Sandbox.HomeAccountId])
        {
            RedirectStandardError = true,
        })!;
        string errors = script.StandardError.ReadToEnd();
        script.WaitForExit();
        Assert.True(script.ExitCode == 0, errors);
    }

    private string StatePath => Path.Combine(_folder.FullName, "console.json");

    /// <summary>The company acme is set up and has recorded no client.</summary>
    internal SandboxSession Open(string parameters = "")
    {
        string copy = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.json");
        File.Copy(StatePath, copy);
        return new SandboxSession($"-StatePath '{copy}' {parameters}");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
