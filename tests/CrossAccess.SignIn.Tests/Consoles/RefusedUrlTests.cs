using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests.Consoles;

/// <summary>What cannot be opened says why, and asks nothing of AWS that it need not.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RefusedUrlTests
{
    [Theory]
    [InlineData("Get-ClientConsoleUrl", "NotEntered", "Get-ClientConsoleUrl <client> -Tier <tier>")]
    [InlineData("Get-ClientConsoleUrl -SwitchRole", "NotEntered", "Get-ClientConsoleUrl <client> -Tier <tier>")]
    [InlineData("Get-ClientConsoleUrl -Portal", "NotEntered", "Get-ClientConsoleUrl <client> -Tier <tier>")]
    [InlineData("Open-ClientConsole", "NotEntered", "Open-ClientConsole <client> -Tier <tier>")]
    [InlineData("Get-ClientConsoleUrl Nobody -SwitchRole", "ClientNotFound", "Get-CrossAccessClient")]
    [InlineData("Get-ClientConsoleUrl Nobody -Portal", "ClientNotFound", "Get-CrossAccessClient")]
    [InlineData("Get-ClientConsoleUrl AbcCorp Nothing", "TierNotFound", "Set-AccessTier")]
    [InlineData("Get-ClientConsoleUrl AbcCorp Nothing -Portal", "TierNotFound", "Set-AccessTier")]
    [InlineData("Get-ClientConsoleUrl AbcCorp -Account qa", "AccountNotFound", null)]
    [InlineData("Get-ClientConsoleUrl AbcCorp -SwitchRole -Account qa", "AccountNotFound", null)]
    [InlineData("Get-ClientConsoleUrl AbcCorp ReadOnly, DevOps", "InvalidText", "-Tier ReadOnly")]
    [InlineData("Open-ClientConsole AbcCorp ReadOnly, DevOps -SwitchRole", "InvalidText", "-Tier ReadOnly")]
    [InlineData("Open-ClientConsole AbcCorp -Account 222222222222, 333333333333", "AccountAmbiguous", "-Account 222222222222")]
    [InlineData("Get-ClientConsoleUrl AbcCorp -SwitchRole -Color mauve", "InvalidText", null)]
    [InlineData("Get-ClientConsoleUrl AbcCorp -Portal -Service ../x", "InvalidText", null)]
    [InlineData("Get-ClientConsoleUrl AbcCorp -Portal -Region cn-north-1", "RegionNotFound", null)]
    public void What_is_named_wrongly_is_refused_before_anything_is_asked(string script, string errorId, string? action)
    {
        using ConsoleShell shell = new();

        ErrorRecord error = shell.Work.ErrorOf(script);

        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        if (action is not null) Assert.Contains(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(shell.Work.TakeOperations());
        Assert.False(shell.Work.Browser.WasAsked);
    }

    [Theory]
    [InlineData("-Service ../../evil", "InvalidText")]
    [InlineData("-Destination https://evil.example/", "InvalidText")]
    [InlineData("-Destination //evil.example/", "InvalidText")]
    [InlineData("-Service s3 -Destination /s3/home", "RequestRejected")]
    [InlineData("-Region evil.example/", "RegionNotFound")]
    [InlineData("-Region us-gov-west-1", "RegionNotFound")]
    [InlineData("-Destination https://333333333333-ab12cd34.eu-west-1.console.aws.amazon.com/s3/home", "AccountMismatch")]
    public void A_page_that_cannot_be_sends_no_keys(string parameters, string errorId)
    {
        using ConsoleShell shell = new();
        shell.Work.Run("Enter-ClientRole AbcCorp");
        shell.Work.TakeOperations();

        Assert.StartsWith(errorId + ",", shell.Work.ErrorOf($"Get-ClientConsoleUrl {parameters}").FullyQualifiedErrorId, StringComparison.Ordinal);

        Assert.Empty(shell.Work.TakeOperations());
    }

    [Fact]
    public void A_client_of_several_accounts_is_asked_which()
    {
        using ConsoleShell shell = new();
        shell.AddStaging();

        foreach (string kind in (string[])["", "-SwitchRole"])
        {
            ErrorRecord error = shell.Work.ErrorOf($"Get-ClientConsoleUrl AbcCorp {kind}");
            Assert.StartsWith("AccountAmbiguous,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("staging (333333333333)", error.Exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_session_that_has_ended_names_the_command_and_is_sent_nowhere()
    {
        using ConsoleShell shell = new();
        shell.Work.Run("""
            $session = Enter-ClientRole AbcCorp
            $session.GetType().GetField('<Expiration>k__BackingField', 'NonPublic, Instance').SetValue($session, [DateTimeOffset]::UtcNow.AddMinutes(-1))
            """);
        shell.Work.TakeOperations();

        ErrorRecord error = shell.Work.ErrorOf("$session | Open-ClientConsole");

        Assert.StartsWith("CredentialsExpired,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Enter again: Enter-ClientRole AbcCorp -Tier ReadOnly -Account 222222222222", error.ErrorDetails.RecommendedAction);
        Assert.Empty(shell.Work.TakeOperations());
    }

    [Fact]
    public void A_null_session_is_no_way_to_say_the_one_that_is_entered()
    {
        using ConsoleShell shell = new();
        shell.Work.Run("Enter-ClientRole AbcCorp");

        Assert.Contains("Session", shell.Work.ErrorOf("Get-ClientConsoleUrl -Session $null").Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://10.255.255.1:4566")]
    [InlineData("http://signin.evil.example")]
    public void Keys_go_to_no_endpoint_that_others_could_listen_to(string endpoint)
    {
        using ConsoleShell shell = new();
        shell.Work.Run("Enter-ClientRole AbcCorp");
        shell.Work.TakeOperations();
        shell.Work.Set("AWS_ENDPOINT_URL_SIGNIN", endpoint);

        ErrorRecord error = shell.Work.ErrorOf("Get-ClientConsoleUrl");

        Assert.StartsWith("EndpointUnusable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("AWS_ENDPOINT_URL_SIGNIN", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(shell.Work.TakeOperations());
    }

    [Fact]
    public void Whoever_is_not_signed_in_or_not_granted_is_told_as_by_entering()
    {
        using ConsoleShell shell = new();
        Assert.StartsWith("AccessNotGranted,", shell.Work.ErrorOf("Get-ClientConsoleUrl AbcCorp Administrator").FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.Work.Run("Disconnect-CrossAccess");

        ErrorRecord error = shell.Work.ErrorOf("Open-ClientConsole AbcCorp");

        Assert.StartsWith("SignInRequired,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-CrossAccess", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shell_that_inherited_a_role_says_whose()
    {
        using ConsoleShell shell = new();
        shell.Work.Set("CROSSACCESS_CLIENT", "AbcCorp");
        shell.Work.Set("CROSSACCESS_TIER", "ReadOnly");

        ErrorRecord error = shell.Work.ErrorOf("Open-ClientConsole");

        Assert.Contains("inherited the role of client 'AbcCorp'", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("Name the client: Open-ClientConsole AbcCorp -Tier ReadOnly", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void One_bad_row_does_not_stop_the_others()
    {
        using ConsoleShell shell = new();

        ShellResult result = shell.Work.Try("'Nobody', 'AbcCorp' | ForEach-Object { [pscustomobject]@{ Client = $_ } } | Get-ClientConsoleUrl -SwitchRole");

        Assert.Equal("Nobody", Assert.Single(result.Errors).TargetObject);
        Assert.Single(result.Output);
    }
}
