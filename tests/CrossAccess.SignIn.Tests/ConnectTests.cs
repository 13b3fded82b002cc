using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.SignIn.Tests;

[Collection(ProcessEnvironment.Collection)]
public sealed class ConnectTests
{
    private static readonly SandboxOptions ApprovedAsAna = new() { ApproveSignInAs = "ana" };

    [Fact]
    public async Task A_browser_signs_in_and_the_token_lies_where_the_AWS_CLI_looks_for_its_owner_alone()
    {
        using Workplace work = new(ApprovedAsAna);

        PSObject signIn = await work.SignInAsync();

        Assert.Equal("acme", signIn.Properties["SessionName"].Value);
        Assert.Equal("ana", signIn.Properties["UserName"].Value);
        Assert.Equal(work.Sandbox.PortalUrl, signIn.Properties["StartUrl"].Value);
        Assert.Equal(true, signIn.Properties["Refreshes"].Value);
        // SHA-1 of "acme".
        string file = Assert.Single(work.CacheFiles);
        Assert.Equal("293abb6b76d7791c0732cc517d38c4b5c734b87f.json", Path.GetFileName(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(work.CacheFolder));
        JsonObject token = work.Token;
        Assert.Matches(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\z", (string)token["expiresAt"]!);
        Assert.All((string[])["startUrl", "region", "accessToken", "clientId", "clientSecret", "registrationExpiresAt", "refreshToken"], name => Assert.NotNull(token[name]));
        string shown = string.Concat(signIn.Properties.Select(property => $"{property.Value} ")) + signIn;
        Assert.DoesNotContain((string)token["accessToken"]!, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_others_could_read_is_its_owners_alone_once_a_token_is_in_it()
    {
        using Workplace work = new(ApprovedAsAna);
        Directory.CreateDirectory(work.CacheFolder);
        string file = Path.Combine(work.CacheFolder, "293abb6b76d7791c0732cc517d38c4b5c734b87f.json");
        await File.WriteAllTextAsync(file, "{}", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await work.SignInAsync();

        Assert.NotNull(work.Token["accessToken"]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_sign_in_that_holds_opens_no_browser_and_asks_nothing()
    {
        using Workplace work = new(ApprovedAsAna);
        await work.SignInAsync();
        work.TakeOperations();
        File.Delete(work.Browser.Command);

        Assert.Equal("ana", Assert.Single(work.Run("Connect-CrossAccess").Output).Properties["UserName"].Value);

        Assert.Empty(work.TakeOperations());
    }

    [Fact]
    public async Task What_comes_back_with_another_state_is_refused()
    {
        using Workplace work = new(ApprovedAsAna);
        using RunningScript connecting = work.Start("Connect-CrossAccess");
        (int status, string text) = await work.Browser.VisitAsync(page => new Uri(Field(page, "redirect_uri") + "?code=forged&state=forged"));

        ShellResult result = connecting.Wait();

        Assert.Equal(400, status);
        Assert.Contains("not signed in", text, StringComparison.Ordinal);
        Assert.StartsWith("SignInRefused,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(work.CacheFiles);
        Assert.DoesNotContain("CreateToken", work.TakeOperations());
    }

    [Fact]
    public async Task What_the_person_denies_is_refused()
    {
        using Workplace work = new(ApprovedAsAna);
        using RunningScript connecting = work.Start("Connect-CrossAccess");
        await work.Browser.VisitAsync(page => new Uri($"{Field(page, "redirect_uri")}?error=access_denied&state={Field(page, "state")}"));

        ErrorRecord error = Assert.Single(connecting.Wait().Errors);

        Assert.StartsWith("SignInRefused,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("access_denied", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_wait_for_the_browser()
    {
        using Workplace work = new(ApprovedAsAna);
        using RunningScript connecting = work.Start("Connect-CrossAccess");
        await work.Browser.PageAsync();

        connecting.Stop();

        Assert.Equal(PSInvocationState.Stopped, connecting.Wait().State);
    }

    [Theory]
    [InlineData("Connect-CrossAccess", "/no/such/browser")]
    [InlineData("Connect-CrossAccess -UseDeviceCode", null)]
    public void Without_a_browser_a_code_is_shown_to_type_elsewhere(string command, string? browser)
    {
        using Workplace work = new(ApprovedAsAna);
        if (browser is not null) work.Set("BROWSER", browser);

        ShellResult result = work.Run(command);

        Assert.Equal("ana", Assert.Single(result.Output).Properties["UserName"].Value);
        Assert.Contains(result.Warnings, warning => warning.Contains(work.Sandbox.EndpointUrl, StringComparison.Ordinal) && warning.Contains("enter the code", StringComparison.Ordinal));
        Assert.False(work.Browser.WasAsked);
    }

    [Fact]
    public void Where_nobody_is_there_the_error_names_the_command_to_type_elsewhere()
    {
        using Workplace work = new(ApprovedAsAna);
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([BuiltModule.Manifest]);
        // A runspace without a host of its own, as a service opens it.
        using PowerShell shell = PowerShell.Create(state);

        shell.AddScript("Connect-CrossAccess").Invoke();

        ErrorRecord error = Assert.Single(shell.Streams.Error);
        Assert.StartsWith("SignInRequired,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-CrossAccess -SessionName 'acme' -StartUrl " + work.Sandbox.PortalUrl, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.False(work.Browser.WasAsked);
    }

    [Fact]
    public async Task Several_Identity_Centers_stand_side_by_side()
    {
        using Workplace work = new(ApprovedAsAna);
        await work.SignInAsync();
        using CrossAccessSandbox other = CrossAccessSandbox.Start(ApprovedAsAna with { Users = ["ana", "zoe"], Groups = new Dictionary<string, IReadOnlyList<string>>(), ApproveSignInAs = "zoe" });
        work.Set("AWS_ENDPOINT_URL", other.EndpointUrl);

        PSObject second = Assert.Single(work.Run($"Connect-CrossAccess -SessionName other -StartUrl {other.PortalUrl} -Region {other.Region} -UseDeviceCode").Output);

        Assert.Equal("other", second.Properties["SessionName"].Value);
        Assert.Equal(2, work.CacheFiles.Length);
        work.Run("Disconnect-CrossAccess other");
        Assert.Equal((string)work.Token["startUrl"]!, work.Sandbox.PortalUrl);
    }

    [Fact]
    public async Task Disconnecting_ends_the_session_and_deletes_the_token()
    {
        using Workplace work = new(ApprovedAsAna);
        await work.SignInAsync();
        work.TakeOperations();

        work.Run("Disconnect-CrossAccess");

        Assert.Equal(["Logout"], work.TakeOperations());
        Assert.Empty(work.CacheFiles);
        Assert.StartsWith("SignInRequired,", work.ErrorOf("Disconnect-CrossAccess").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_has_ended_is_deleted_all_the_same()
    {
        using Workplace work = new(ApprovedAsAna);
        await work.SignInAsync();
        work.Sandbox.Advance(TimeSpan.FromDays(1));

        work.Run("Disconnect-CrossAccess -All");

        Assert.Empty(work.CacheFiles);
    }

    private static string Field(Uri page, string name) =>
        Uri.UnescapeDataString(page.Query.TrimStart('?').Split('&').Single(field => field.StartsWith(name + "=", StringComparison.Ordinal)).Split('=', 2)[1]);
}
