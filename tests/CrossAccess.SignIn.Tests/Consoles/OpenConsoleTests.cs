using System.Management.Automation;
using System.Management.Automation.Runspaces;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests.Consoles;

/// <summary>In the browser of this machine.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class OpenConsoleTests
{
    [Fact]
    public async Task The_browser_is_given_an_address_without_a_secret_that_leads_to_the_clients_console()
    {
        using ConsoleShell shell = new();
        using RunningScript opening = shell.Work.Start("Open-ClientConsole AbcCorp -Service s3 -Verbose");
        Uri page = await shell.Work.Browser.PageAsync();

        (Uri address, ShownConsole console) = await shell.FollowAsync(page.AbsoluteUri);
        ShellResult result = opening.Wait();

        // What every user of the machine may read in a list of processes.
        Assert.Matches(@"\Ahttp://127\.0\.0\.1:\d+/[0-9a-f]{48}\z", page.AbsoluteUri);
        Assert.NotEqual(new Uri(shell.Work.Sandbox.EndpointUrl).Port, page.Port);
        Assert.Equal((ConsoleShell.Production, "acme-read-only", "/s3/home"), (console.AccountId, console.Role, console.Page));
        Assert.Equal("/s3/home", address.AbsolutePath);
        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
        Assert.Equal(["GetRoleCredentials", "AssumeRole", "GetSigninToken", "ConsoleLogin"], shell.Work.TakeOperations());
        Assert.All(result.Verbose, line => Assert.DoesNotContain("SigninToken", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PassThru_writes_the_address_alone()
    {
        using ConsoleShell shell = new();
        shell.Work.Run("Enter-ClientRole AbcCorp");
        using RunningScript opening = shell.Work.Start("Open-ClientConsole -PassThru");

        await shell.FollowAsync((await shell.Work.Browser.PageAsync()).AbsoluteUri);

        string url = Assert.IsType<string>(Assert.Single(opening.Wait().Output).BaseObject);
        Assert.Equal("acme-read-only", (await shell.FollowAsync(url)).Console.Role);
    }

    [Theory]
    [InlineData("-SwitchRole", "/switchrole")]
    [InlineData("-Portal", "/start/")]
    public async Task A_link_that_is_no_secret_is_opened_as_it_is(string kind, string path)
    {
        using ConsoleShell shell = new();

        string url = Assert.Single(shell.Work.Run($"Open-ClientConsole AbcCorp {kind} -PassThru").Texts);

        Uri page = await shell.Work.Browser.PageAsync();
        Assert.Equal((url, path), (page.AbsoluteUri, page.AbsolutePath));
        Assert.Empty(shell.Work.TakeOperations());
    }

    [Theory]
    [InlineData("Open-ClientConsole AbcCorp", "(Get-ClientConsoleUrl AbcCorp -Tier ReadOnly -Account 222222222222).Url")]
    [InlineData("Open-ClientConsole AbcCorp -SwitchRole", "(Get-ClientConsoleUrl AbcCorp -Tier ReadOnly -Account 222222222222 -SwitchRole).Url")]
    [InlineData("Open-ClientConsole AbcCorp -Portal", "(Get-ClientConsoleUrl AbcCorp -Tier ReadOnly -Portal).Url")]
    public void Without_a_browser_the_error_names_what_to_type(string script, string action)
    {
        using ConsoleShell shell = new();
        shell.Work.Set("BROWSER", "/nowhere/browser");

        ErrorRecord error = shell.Work.ErrorOf(script);

        Assert.StartsWith("BrowserNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.NotEmpty(shell.Work.Run(error.ErrorDetails.RecommendedAction[error.ErrorDetails.RecommendedAction.IndexOf('(', StringComparison.Ordinal)..]).Texts.Single());
    }

    [Fact]
    public void Where_nobody_is_there_nothing_is_asked_of_AWS()
    {
        using ConsoleShell shell = new();
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([BuiltModule.Manifest]);
        // A runspace without a host of its own, as a service opens it.
        using PowerShell service = PowerShell.Create(state);

        service.AddScript("try { Open-ClientConsole AbcCorp ReadOnly -Account production } catch { $_ }");
        var error = (ErrorRecord)Assert.Single(service.Invoke()).BaseObject;

        Assert.StartsWith("BrowserNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith("(Get-ClientConsoleUrl AbcCorp -Tier ReadOnly -Account production).Url", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(shell.Work.TakeOperations());
        Assert.False(shell.Work.Browser.WasAsked);
    }

    [Fact]
    public async Task A_stop_ends_the_wait_for_the_browser_at_once()
    {
        using ConsoleShell shell = new();
        using RunningScript opening = shell.Work.Start("Open-ClientConsole AbcCorp");
        Uri page = await shell.Work.Browser.PageAsync();

        opening.Stop();

        Assert.Equal(PSInvocationState.Stopped, opening.Wait().State);
        await Assert.ThrowsAsync<HttpRequestException>(() => shell.FollowAsync(page.AbsoluteUri));
    }

    [Fact]
    public async Task A_browser_that_nobody_here_wrote_arrives_in_the_clients_console()
    {
        using ConsoleShell shell = new();
        shell.AddStaging();
        await using Chromium chromium = await Chromium.StartAsync(Path.Combine(shell.Work.Home, "chromium"));
        using RunningScript opening = shell.Work.Start("Open-ClientConsole AbcCorp -Account staging -Service ec2 -Region eu-north-1");

        await chromium.OpenAsync(await shell.Work.Browser.PageAsync());
        Assert.Empty(opening.Wait().Errors);

        var arrived = ShownConsole.Of(await chromium.EvaluateAsync("document.documentElement.outerHTML"));
        Assert.Equal((ConsoleShell.Staging, "acme-read-only", "/ec2/home", "eu-north-1"), (arrived.AccountId, arrived.Role, arrived.Page, arrived.Region));
        Assert.Equal($"{shell.Work.Sandbox.EndpointUrl}/ec2/home?region=eu-north-1", await chromium.EvaluateAsync("location.href"));
    }

    [Fact]
    public async Task A_switch_role_link_leads_from_homes_console_to_the_clients()
    {
        using ConsoleShell shell = new();
        await using Chromium chromium = await Chromium.StartAsync(Path.Combine(shell.Work.Home, "chromium"));
        string link = Assert.Single(shell.Work.Run("(Get-ClientConsoleUrl AbcCorp -SwitchRole -DisplayName 'Abc & Söhne').Url").Texts);
        await chromium.OpenAsync(new Uri(await shell.HomeConsoleAsync("AbcCorpReadOnly")));

        await chromium.OpenAsync(new Uri(link));
        await chromium.PressAsync("button");

        var arrived = ShownConsole.Of(await chromium.EvaluateAsync("document.documentElement.outerHTML.replaceAll('&amp;', '&')"));
        Assert.Equal((ConsoleShell.Production, "acme-read-only", "Abc & Söhne"), (arrived.AccountId, arrived.Role, arrived.ShownAs));
    }
}
