namespace CrossAccess.Host.Tests;

public sealed class ClientCommands
{
    [Fact]
    public async Task Client_commands_run_in_Hosts_of_their_own_where_there_is_no_pwsh()
    {
        HostRun run = await HostRun.Command("""
            Start-CrossAccessSandbox > $null
            Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home > $null
            New-RemoteAccessRole AbcCorp 222222222222 -TrustScope Account -ProfileName client-222222222222 > $null
            Invoke-ClientCommand AbcCorp -HomeProfileName sandbox-home {
                "$env:CROSSACCESS_CLIENT $($PID -ne $using:PID) $($Host.Name)"
                'of,the Host' | ConvertFrom-Csv -Header First, Second | Select-Object -ExpandProperty Second
            }
            Invoke-ClientCommand AbcCorp -HomeProfileName sandbox-home { Out-Default -InputObject 'shown' }
            """);

        Assert.Empty(run.Errors);
        Assert.Equal(["AbcCorp True CrossAccess client command", "the Host", "AbcCorp ReadOnly (222222222222): shown"], run.Lines);
    }
}
