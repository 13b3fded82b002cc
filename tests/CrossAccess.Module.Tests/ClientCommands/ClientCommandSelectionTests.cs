using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.ClientCommands;

/// <summary>Which accounts a client command acts in, in which order, and in which shell.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ClientCommandSelectionTests(ClientFleet fleet) : IClassFixture<ClientFleet>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crossaccess-commands-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("'Client2', 'client3', 'CLIENT2' | ForEach-Object { [pscustomobject]@{ Client = $_ } } | Invoke-ClientCommand { 1 } -KeepOrder", "Client2 2, Client3 3")]
    [InlineData("Get-CrossAccessClient Client1 | Invoke-ClientCommand -Tier ReadOnly { 1 } -KeepOrder", "Client1 0, Client1 1")]
    [InlineData("[pscustomobject]@{ Client = 'Client1'; AccountId = '300000000000'; Tier = 'ReadOnly' } | Invoke-ClientCommand { 1 }", "Client1 0")]
    [InlineData("Invoke-ClientCommand Client1, Client2 { 1 } -Account second, 300000000002 -ErrorAction SilentlyContinue", "")]
    [InlineData("Invoke-ClientCommand -Client *1, Client2 -Account sec* { 1 }", "Client1 0")]
    [InlineData("Invoke-ClientCommand -Client Nobody* { 1 }", "")]
    public void Clients_and_accounts_are_named_matched_or_piped(string script, string expected)
    {
        ShellResult result = fleet.Session.Run($"{script} | ForEach-Object {{ \"$($_.Client) $($_.AccountId.TrimStart('3').TrimStart('0').PadLeft(1, '0'))\" }}");

        Assert.Null(result.Terminated);
        Assert.Equal(expected, string.Join(", ", result.Texts));
    }

    [Fact]
    public void Of_a_clients_several_tiers_none_is_picked_unasked()
    {
        ShellResult result = fleet.Session.Run("[pscustomobject]@{ Client = 'Client2'; Tier = 'ReadOnly', 'Administrator' } | Invoke-ClientCommand { 1 }");

        Assert.Empty(result.Output);
        Assert.Contains("Name the one that is meant", Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wildcard_leaves_out_accounts_without_a_role_of_the_tier_and_says_so()
    {
        ShellResult result = fleet.Session.Run("Invoke-ClientCommand -Client Client2* -Tier Administrator { 1 }");

        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
        Assert.Contains("Client2 Administrator (300000000002)", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Client3, Client2")]
    [InlineData("-KeepOrder", "Client2, Client3")]
    public void Results_come_as_they_come_unless_their_order_is_to_be_kept(string order, string expected)
    {
        fleet.Session.Set("mark", Path.Combine(_folder.FullName, "done"));

        // Client2 waits for the mark, which is made when Client3's object has arrived; where order is kept, before it has left.
        ShellResult result = fleet.Session.Run($$"""
            Invoke-ClientCommand Client2, Client3 {{order}} {
                if ($env:CROSSACCESS_CLIENT -eq 'Client3') { if ('{{order}}') { [IO.File]::WriteAllText($using:mark, '') }; 'x' }
                else { while (-not [IO.File]::Exists($using:mark)) { [Threading.Thread]::Sleep(1) }; 'x' }
            } | ForEach-Object { [IO.File]::WriteAllText($mark, ''); $_.Client }
            """);

        Assert.Equal(expected, string.Join(", ", result.Texts));
    }

    [Fact]
    public void The_shell_is_the_pwsh_of_the_session_unless_another_is_named()
    {
        using ProcessEnvironment environment = new();
        using ModuleSession session = new(BuiltModule.TestCommands);
        string pwsh = Path.Combine(_folder.FullName, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");
        File.WriteAllText(pwsh, "");
        environment.Set("CROSSACCESS_SHELL", null);
        Assert.Equal([pwsh], session.Run($"Show-Shell '{_folder.FullName}'").Texts);

        string other = Path.Combine(_folder.FullName, "other");
        File.WriteAllText(other, "");
        environment.Set("CROSSACCESS_SHELL", other);
        Assert.Equal([other], session.Run($"Show-Shell '{_folder.FullName}'").Texts);
    }

    [Fact]
    public void Without_a_shell_nothing_is_run_and_the_error_says_what_to_name()
    {
        using ProcessEnvironment environment = new();
        environment.Set("CROSSACCESS_SHELL", null);

        ShellResult result = fleet.Session.Run("Invoke-ClientCommand Client2 { 1 }");

        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith("ShellNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("CROSSACCESS_SHELL", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
