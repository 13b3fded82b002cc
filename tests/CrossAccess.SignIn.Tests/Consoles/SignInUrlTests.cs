using System.Collections.Specialized;
using System.Management.Automation;
using System.Web;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests.Consoles;

/// <summary>Straight into a client's console.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class SignInUrlTests
{
    [Fact]
    public async Task A_client_that_is_named_is_entered_for_the_console_and_this_shell_stays_outside()
    {
        using ConsoleShell shell = new();
        Dictionary<string, string> before = ProcessEnvironment.Variables();

        ShellResult result = shell.Work.Run("$url = Get-ClientConsoleUrl AbcCorp; $url.Url; $url");

        Assert.Equal(["GetRoleCredentials", "AssumeRole", "GetSigninToken"], shell.Work.TakeOperations());
        (Uri address, ShownConsole console) = await shell.FollowAsync((string)result.Output[0].BaseObject);
        Assert.Equal(new ShownConsole(ConsoleShell.Production, "acme-read-only", $"arn:aws:sts::{ConsoleShell.Production}:assumed-role/acme-read-only/ana", "/console/home", shell.Work.Sandbox.Region, "ana"), console);
        Assert.Equal("/console/home", address.AbsolutePath);
        Assert.Equal(before, ProcessEnvironment.Variables());
        Assert.Empty(shell.Work.Run("Get-ClientRole").Output);
        PSObject url = result.Output[1];
        Assert.Equal(("AbcCorp", ConsoleShell.Production, "ReadOnly"), ((string)url.Properties["Client"].Value, (string)url.Properties["AccountId"].Value, (string)url.Properties["Tier"].Value));
        Assert.Equal(14, url.Properties["MinutesLeft"].Value);
    }

    [Fact]
    public void A_session_that_this_process_holds_costs_one_request()
    {
        using ConsoleShell shell = new();
        shell.Work.Run("Enter-ClientRole AbcCorp; Exit-ClientRole");
        shell.Work.TakeOperations();

        shell.Work.Run("Get-ClientConsoleUrl AbcCorp");
        Assert.Equal(["GetSigninToken"], shell.Work.TakeOperations());

        shell.Work.Run("Get-ClientConsoleUrl AbcCorp -NoCache");
        Assert.Equal(["GetRoleCredentials", "AssumeRole", "GetSigninToken"], shell.Work.TakeOperations());
    }

    [Fact]
    public async Task Inside_the_innermost_role_is_meant_and_costs_one_request()
    {
        using ConsoleShell shell = new();
        shell.AddStaging();
        shell.Work.Run("Enter-ClientRole AbcCorp -Account 222222222222; Enter-ClientRole AbcCorp -Account staging");
        shell.Work.TakeOperations();

        string url = Assert.Single(shell.Work.Run("(Get-ClientConsoleUrl -Service s3 -Region eu-central-1).Url").Texts);

        Assert.Equal(["GetSigninToken"], shell.Work.TakeOperations());
        (_, ShownConsole console) = await shell.FollowAsync(url);
        Assert.Equal((ConsoleShell.Staging, "/s3/home", "eu-central-1"), (console.AccountId, console.Page, console.Region));
    }

    [Fact]
    public async Task A_role_that_is_renewed_in_silence_opens_by_the_session_of_the_last_renewal()
    {
        using ConsoleShell shell = new();
        shell.Work.Run("Enter-ClientRole AbcCorp -AutoRefresh");
        shell.Work.TakeOperations();

        string url = Assert.Single(shell.Work.Run("(Get-ClientConsoleUrl).Url").Texts);

        Assert.Equal(["GetSigninToken"], shell.Work.TakeOperations());
        Assert.Equal("acme-read-only", (await shell.FollowAsync(url)).Console.Role);
    }

    [Theory]
    [InlineData("Get-ClientRole | Get-ClientConsoleUrl")]
    [InlineData("Get-ClientRole | ForEach-Object { Get-ClientConsoleUrl -Session $_ }")]
    [InlineData("Get-ClientRole | Get-ClientConsoleUrl -Destination /s3/buckets/b -Region eu-central-1")]
    public async Task Any_session_that_is_entered_can_be_named(string script)
    {
        using ConsoleShell shell = new();
        shell.AddStaging();
        shell.Work.Run("Enter-ClientRole AbcCorp -Account 222222222222; Enter-ClientRole AbcCorp -Account staging");

        IReadOnlyList<string> urls = shell.Work.Run($"{script} | ForEach-Object {{ $_.Url }}").Texts;

        List<string> accounts = [];
        foreach (string url in urls) accounts.Add((await shell.FollowAsync(url)).Console.AccountId);
        Assert.Equal([ConsoleShell.Staging, ConsoleShell.Production], accounts);
    }

    [Fact]
    public void The_address_is_made_of_what_AWS_documents()
    {
        using ConsoleShell shell = new();

        var url = new Uri(Assert.Single(shell.Work.Run("(Get-ClientConsoleUrl AbcCorp -Service lambda).Url").Texts));

        Assert.Equal(shell.Work.Sandbox.EndpointUrl + "/federation", url.GetLeftPart(UriPartial.Path));
        NameValueCollection query = HttpUtility.ParseQueryString(url.Query);
        Assert.Equal(["Action", "Issuer", "Destination", "SigninToken"], query.AllKeys);
        Assert.Equal(("login", shell.Work.Sandbox.PortalUrl, $"{shell.Work.Sandbox.EndpointUrl}/lambda/home?region={shell.Work.Sandbox.Region}"), (query["Action"], query["Issuer"], query["Destination"]));
    }

    [Fact]
    public void Rows_name_client_tier_account_service_and_Region()
    {
        using ConsoleShell shell = new();
        shell.AddStaging();

        IReadOnlyList<PSObject> urls = shell.Work.Run("""
            [pscustomobject]@{ Client = 'AbcCorp'; Tier = 'ReadOnly'; Account = 'staging'; Service = 'ec2'; Region = 'eu-west-3'; Notes = 'x' },
            [pscustomobject]@{ Client = 'AbcCorp'; Tier = ''; AccountId = '222222222222'; Service = ''; Region = '' } | Get-ClientConsoleUrl
            """).Output;

        Assert.Equal(
            [$"{ConsoleShell.Staging} {shell.Work.Sandbox.EndpointUrl}/ec2/home?region=eu-west-3", $"{ConsoleShell.Production} {shell.Work.Sandbox.EndpointUrl}/console/home?region={shell.Work.Sandbox.Region}"],
            urls.Select(url => $"{url.Properties["AccountId"].Value} {url.Properties["Destination"].Value}"));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Client = ''; Tier = 'ReadOnly' }", "")]
    [InlineData("[pscustomobject]@{ Tier = 'ReadOnly' }", "")]
    [InlineData("[pscustomobject]@{ Service = 's3'; Region = 'eu-west-1' }", "")]
    [InlineData("[pscustomobject]@{ Notes = 'x' }", "")]
    [InlineData("[pscustomobject]@{ Client = ''; Tier = 'ReadOnly' }", "-SwitchRole")]
    [InlineData("[pscustomobject]@{ Tier = 'ReadOnly' }", "-SwitchRole")]
    [InlineData("[pscustomobject]@{ Notes = 'x' }", "-SwitchRole")]
    [InlineData("[pscustomobject]@{ Client = '' }", "-Portal")]
    [InlineData("[pscustomobject]@{ Tier = 'ReadOnly' }", "-Portal")]
    public void A_row_that_names_no_client_never_leads_to_the_role_that_is_entered(string row, string kind)
    {
        using ConsoleShell shell = new();
        shell.Work.Run("Enter-ClientRole AbcCorp");
        shell.Work.TakeOperations();

        ShellResult result = shell.Work.Try($"{row} | Get-ClientConsoleUrl {kind}");

        Assert.Empty(result.Output);
        Assert.Single(result.Errors);
        Assert.Empty(shell.Work.TakeOperations());
        Assert.Empty(shell.Work.Try($"{row} | Open-ClientConsole {kind}").Output);
        Assert.False(shell.Work.Browser.WasAsked);
    }

    [Fact]
    public void No_stream_shows_a_secret()
    {
        using ConsoleShell shell = new();
        shell.Work.Run("$session = Enter-ClientRole AbcCorp");

        ShellResult result = shell.Work.Run("""
            $url = Get-ClientConsoleUrl
            & { Get-ClientConsoleUrl -Verbose -Debug; Get-ClientRole | Get-ClientConsoleUrl -Service s3 -Verbose -Debug; Get-ClientConsoleUrl AbcCorp -NoCache -Verbose -Debug } *>&1 | Out-Default
            $url | Out-Default
            $url.psobject.Properties | ForEach-Object { "$($_.Name) = $($_.Value)" } | Out-Default
            "$url" | Out-Default
            $url.ToString() | Out-Default
            """);

        Assert.Contains("Signed in to the console of AbcCorp ReadOnly", result.HostText, StringComparison.Ordinal);
        Assert.Contains("secret: .Url", result.HostText, StringComparison.Ordinal);
        IReadOnlyList<string> secrets = shell.Work.Run("$url.Url; $session.SecretAccessKey; $session.SessionToken").Texts;
        foreach (string secret in secrets.Append(HttpUtility.ParseQueryString(new Uri(secrets[0]).Query)["SigninToken"]!))
        {
            Assert.DoesNotContain(secret, result.HostText, StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(secret), result.HostText, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("SigninToken", result.HostText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_is_read_by_its_name()
    {
        using ConsoleShell shell = new();

        ShellResult result = shell.Work.Run("$url = Get-ClientConsoleUrl AbcCorp; $url.Url; $url.psobject.Members['Url'].Value; 'Url' -in $url.psobject.Properties.Name; ($url | ForEach-Object Url)");

        Assert.StartsWith(shell.Work.Sandbox.EndpointUrl, result.Texts[0], StringComparison.Ordinal);
        Assert.Equal([result.Texts[0], "False", result.Texts[0]], result.Texts.Skip(1));
    }

    [Fact]
    public void An_error_shows_no_secret_and_names_the_command()
    {
        using ConsoleShell shell = new();
        ShellResult entered = shell.Work.Run("$session = Enter-ClientRole AbcCorp; $session.SecretAccessKey; $session.SessionToken");
        // The Sandbox's clock runs ahead: AWS knows the session no longer, and this machine does not know that.
        shell.Work.Sandbox.Advance(TimeSpan.FromHours(2));

        ShellResult result = shell.Work.Try("Get-ClientConsoleUrl -Verbose -Debug *>&1 | Out-Default; $Error[0] | Out-Default; $Error[0].Exception.ToString() | Out-Default; $Error[0]");

        var error = (ErrorRecord)result.Output[^1].BaseObject;
        Assert.StartsWith("CredentialsInvalid,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Contains("HTTP 400 to the session of AbcCorp ReadOnly (222222222222)", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Enter-ClientRole AbcCorp -Tier ReadOnly -Account 222222222222 -NoCache", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.All(entered.Texts, secret => Assert.DoesNotContain(secret, result.HostText, StringComparison.Ordinal));
    }
}
