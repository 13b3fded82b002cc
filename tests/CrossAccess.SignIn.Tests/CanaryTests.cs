using System.Diagnostics;
using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests;

/// <summary>A whole day at work with everything said aloud; then a search for what must have been said to nobody.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class CanaryTests
{
    // What an engineer types on a good day and on a bad one. Nothing here asks for a secret in clear.
    private static readonly string[] Day =
    [
        "Get-CrossAccessConfiguration | Out-Default; Get-CrossAccessClient | Out-Default",
        "Enter-ClientRole AbcCorp -Reason 'Ticket 4711' -Verbose -Debug",
        "Get-ClientRole | Out-Default; (Get-ClientRole).psobject.Properties | Out-Default; [string](Get-ClientRole)",
        "Enter-ClientRole AbcCorp -NoCache -Verbose; Exit-ClientRole -Verbose",
        "Enter-ClientRole AbcCorp -Duration 4:00 -Verbose",
        "Enter-ClientRole AbcCorp -Tier Administrator -Verbose",
        "Enter-ClientRole AbcCorp -Account nowhere -Verbose",
        "Enter-ClientRole Nobody -Verbose",
        "Exit-ClientRole -All -Verbose",
        "Enter-ClientRole AbcCorp -AutoRefresh -Verbose -Debug",
        "Get-ClientRole | Out-Default",
        "Exit-ClientRole -Verbose",
        "Invoke-ClientCommand -Client AbcCorp -Tier ReadOnly { 'in the account of ' + $env:CROSSACCESS_CLIENT } -Verbose -Debug",
        "Invoke-ClientCommand -Client AbcCorp -Tier ReadOnly { throw 'it went wrong' } -Verbose",
        "Get-ClientConsoleUrl AbcCorp -SwitchRole -Verbose | Out-Default; Get-ClientConsoleUrl AbcCorp -Portal -Verbose | Out-Default",
        "Get-ClientConsoleUrl AbcCorp -Service s3 -Verbose -Debug; Get-ClientConsoleUrl AbcCorp -NoCache -Verbose | Out-Default; [string](Get-ClientConsoleUrl AbcCorp)",
        "Get-ClientConsoleUrl AbcCorp -Destination https://elsewhere.example/ -Verbose -Debug; $url = Get-ClientConsoleUrl AbcCorp; $url | Enter-ClientRole -Account nowhere",
        "Export-ClientProfile -Verbose -Debug | Out-Default",
        "$null = Get-ClientCredential AbcCorp -Verbose -Debug; $null = Get-ClientCredential AbcCorp -Format Process -Verbose -Debug; Get-ClientCredential AbcCorp | Out-Default",
        "Get-ClientCredential AbcCorp -Tier Administrator -Format env -Verbose -Debug",
        "Export-ClientProfile -Region us-east-1 -WhatIf; Remove-ClientProfile * -Verbose -Debug",
        "New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 -Verbose -Debug | New-ClientPermissionSet -Verbose -Debug | Grant-ClientAccess -User ana -Verbose -Debug",
        "New-RemoteAccessRole Globex 333333333333 -ProfileName client-222222222222 -Verbose -Debug",
        "Connect-CrossAccess -UseDeviceCode -Verbose -Debug | Out-Default",
    ];

    [Fact]
    public async Task After_a_whole_day_no_secret_stands_in_a_file_a_stream_the_screen_or_the_history()
    {
        using Workplace work = new(new SandboxOptions { ApproveSignInAs = "ana" });
        using WireTap wire = new(work.Sandbox.Port);
        string temporary = Directory.CreateDirectory(Path.Combine(work.Home, "tmp")).FullName;
        work.Set("TMPDIR", temporary);
        work.Set("AWS_ENDPOINT_URL", wire.Url);
        work.Set("AWS_CONFIG_FILE", CopyTo(work.Home, work.Sandbox.ConfigFile));
        work.Set("CROSSACCESS_SHELL", BuiltModule.NativeShell);
        List<string> said = [];
        List<string> served = [];
        work.Run("$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; $InformationPreference = 'Continue'");
        await work.SignInAsync("Connect-CrossAccess -Verbose -Debug");
        // The address that was opened goes to the browser, which keeps it no longer than the sign-in.
        Directory.Delete(Path.Combine(work.Home, "browser"), recursive: true);

        foreach (string typed in Day)
        {
            ShellResult result = work.Try(typed);
            Assert.DoesNotContain("is not recognized", result.Terminated?.Message ?? "", StringComparison.Ordinal);
            said.AddRange(TextsOf(typed, result));
            if (Environment.GetEnvironmentVariable("AWS_CONTAINER_AUTHORIZATION_TOKEN") is { } token) served.Add(token);
            Search($"{typed}: a file", wire.Secrets.Concat(served), FilesOf(work).Select(ReadAll));
        }

        said.AddRange(TextsOf("Disconnect-CrossAccess -Verbose -Debug", work.Try("Disconnect-CrossAccess -Verbose -Debug")));
        string[] secrets = [.. wire.Secrets, .. served];
        // At least: keys, secret and token of some sessions; access and refresh token, client secret, code and verifier of the sign-in; the endpoint's token.
        Assert.True(secrets.Length >= 14 && served.Count > 0, $"The wire told {secrets.Length} secrets.");
        Search("the history", secrets, work.Run("Get-History").Texts);
        Search("a file", secrets, FilesOf(work).Concat(Directory.GetFiles(Path.Combine(work.Home, ".aws"), "*", SearchOption.AllDirectories)).Select(ReadAll));
        Search("what was said", secrets, said);
    }

    [Fact]
    public async Task The_search_finds_a_secret_where_one_is()
    {
        using Workplace work = new(new SandboxOptions { ApproveSignInAs = "ana" });
        using WireTap wire = new(work.Sandbox.Port);
        work.Set("AWS_ENDPOINT_URL", wire.Url);
        await work.SignInAsync();

        ShellResult result = work.Run("(Enter-ClientRole AbcCorp).SecretAccessKey");

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Search("what was said", wire.Secrets, TextsOf("", result)));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Search("a file", wire.Secrets, work.CacheFiles.Select(ReadAll)));
    }

    private static void Search(string where, IEnumerable<string> secrets, IEnumerable<string> texts)
    {
        string all = string.Join('\n', texts);
        // The secret itself is not shown: a test's output is a log, too.
        foreach (string secret in secrets.Distinct()) Assert.False(all.Contains(secret, StringComparison.Ordinal), $"A secret that begins with {secret[..6]} stands in {where}.");
    }

    // Everything that a shell could show or log, the exceptions with all that is inside them.
    private static IEnumerable<string> TextsOf(string typed, ShellResult result) =>
    [
        typed, result.HostText, .. result.Texts, .. result.Verbose, .. result.Warnings, result.Terminated?.ToString() ?? "",
        .. result.Errors.SelectMany(error => new[] { error.ToString(), error.Exception.ToString(), error.ScriptStackTrace ?? "", error.TargetObject?.ToString() ?? "", error.ErrorDetails?.ToString() ?? "", error.ErrorDetails?.RecommendedAction ?? "" }),
        .. result.Output.Where(item => item is not null).SelectMany(item => item.Properties.Select(ValueOf)),
    ];

    private static string ValueOf(PSPropertyInfo property) => property.IsGettable ? property.Value?.ToString() ?? "" : "";

    private static IEnumerable<string> FilesOf(Workplace work) =>
        Directory.GetFiles(work.Home, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(work.CacheFolder, StringComparison.Ordinal));

    // As a thief would: a lock keeps away only those who ask for it.
    private static string ReadAll(string file)
    {
        using Process cat = Process.Start(new ProcessStartInfo("cat", [file]) { RedirectStandardOutput = true })!;
        return cat.StandardOutput.ReadToEnd();
    }

    private static string CopyTo(string home, string file)
    {
        string copy = Path.Combine(home, "aws-config");
        File.Copy(file, copy);
        return copy;
    }
}
