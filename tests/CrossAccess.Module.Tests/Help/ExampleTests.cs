using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Help;

/// <summary>The examples of the help are one story, told in the order in which a new user would need the cmdlets.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ExampleTests : IDisposable
{
    private static readonly string[] Story =
    [
        "Start-CrossAccessSandbox", "Initialize-CrossAccess", "Get-CrossAccessConfiguration", "Set-AccessTier", "Get-AccessTier",
        "New-RemoteAccessRole", "Get-RemoteAccessRole", "New-ClientPermissionSet", "Get-ClientPermissionSet",
        "Grant-ClientAccess", "Get-ClientAccess", "Get-CrossAccessClient", "Import-CrossAccessClient", "Export-RemoteAccessTemplate", "Connect-CrossAccess", "Test-ClientAccess", "Enter-ClientRole", "Get-ClientRole", "Get-ClientConsoleUrl", "Open-ClientConsole", "Exit-ClientRole", "Get-ClientCredential", "Export-ClientProfile", "Remove-ClientProfile", "Disconnect-CrossAccess", "Invoke-ClientCommand",
        "Revoke-ClientSession", "Revoke-ClientAccess", "Remove-ClientPermissionSet", "Remove-RemoteAccessRole", "Remove-CrossAccessClient", "Get-CrossAccessSandbox", "Stop-CrossAccessSandbox",
    ];

    // The engine alone has no Import-Csv; the Host's stand-ins have the few commands that examples use.
    private readonly ModuleSession _session = new(Path.Combine(BuiltModule.Folder, "src", "CrossAccess.Host", "HostCommands.psm1"));
    private readonly ProcessEnvironment _environment = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-examples-");

    public void Dispose()
    {
        _session.Run("if (Get-ClientRole) { Exit-ClientRole -All }; if (Get-CrossAccessSandbox) { Stop-CrossAccessSandbox }");
        _session.Dispose();
        _environment.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Every_example_runs_in_the_Sandbox_without_an_error()
    {
        _environment.Set("CROSSACCESS_SHELL", BuiltModule.HostAssembly);
        _environment.Set("CROSSACCESS_INVENTORY", Path.Combine(_folder.FullName, "inventory.json"));
        // A test opens no window: the sign-in goes by a code, which the Sandbox approves.
        _environment.Set("BROWSER", Path.Combine(_folder.FullName, "none"));
        File.Copy(Path.Combine(BuiltModule.Folder, "src", "CrossAccess.Host", "Rehearsal", "clients.csv"), Path.Combine(_folder.FullName, "clients.csv"));
        IReadOnlyList<HelpOfCommand> helps = HelpOfCommand.OfModule(_session);
        Assert.Equal(Story.Order(), helps.Select(help => help.Command.Name).Order());
        _session.Set("folder", _folder.FullName);
        _session.Run("Set-Location $folder");

        foreach (string name in Story)
        {
            // Where a test cannot name the browser, a window would open.
            if (name == "Open-ClientConsole" && !OperatingSystem.IsLinux()) continue;
            if (name == "Open-ClientConsole") _environment.Set("BROWSER", VisitingBrowser());

            foreach (string example in helps.Single(help => help.Command.Name == name).Examples)
            {
                ShellResult result = _session.Run(example);
                Assert.True(result.Errors.Count == 0 && result.Terminated is null, $"{name}: {example}\n{string.Join('\n', result.Errors)}{result.Terminated?.Message}");
            }
        }
    }

    // It comes for the page and goes no further.
    private string VisitingBrowser()
    {
        string path = Path.Combine(_folder.FullName, "browser");
        File.WriteAllText(path, """
            #!/bin/bash
            rest=${1#http://}
            exec 3<>"/dev/tcp/127.0.0.1/$(expr "$rest" : '[^:]*:\([0-9]*\)')"
            printf 'GET /%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "${rest#*/}" "${rest%%/*}" >&3
            cat <&3 > /dev/null

            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
