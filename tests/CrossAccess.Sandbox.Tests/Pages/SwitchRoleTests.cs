using System.Net;
using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.Pages;

/// <summary>Somebody who is in home's console goes on as a client's role.</summary>
public sealed class SwitchRoleTests : IAsyncLifetime
{
    private readonly CrossAccessSandbox _sandbox = CrossAccessSandbox.Start();
    private readonly Onboarding _onboarding;
    private readonly HttpClient _browser = new();

    public SwitchRoleTests() => _onboarding = new Onboarding(_sandbox);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_is_filled_in_by_the_link_and_leads_to_the_roles_console()
    {
        await _onboarding.RoleAsync("acme-read-only", _onboarding.Trust("Jump"));
        await SignInAsync();

        string page = await _browser.GetStringAsync(Link("acme-read-only", "displayName=Abc%20%3CReadOnly%3E&color=b7ca9d"), Stop);
        Assert.Contains($"name=\"account\" value=\"{_onboarding.ClientId}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Abc &lt;ReadOnly&gt;\"", page, StringComparison.Ordinal);
        (HttpStatusCode status, string console) = await SwitchAsync("acme-read-only");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"assumed-role/acme-read-only/ana", console, StringComparison.Ordinal);
        Assert.Contains(_onboarding.ClientId, console, StringComparison.Ordinal);
        Assert.Contains("<dd>Abc</dd>", console, StringComparison.Ordinal);
        Assert.Equal("SwitchRole", _sandbox.Events[^1].Operation);
    }

    [Fact]
    public async Task Each_switch_starts_again_from_whoever_signed_in()
    {
        await _onboarding.RoleAsync("first", _onboarding.Trust("Jump"));
        await _onboarding.RoleAsync("second", _onboarding.Trust("Jump"));
        await SignInAsync();

        Assert.Equal(HttpStatusCode.OK, (await SwitchAsync("first")).Status);
        Assert.Contains("assumed-role/second/ana", (await SwitchAsync("second")).Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sts:ExternalId")]
    [InlineData("sts:SourceIdentity")]
    public async Task A_role_that_wants_what_the_page_cannot_pass_is_not_switched_to(string key)
    {
        JsonNode trust = JsonNode.Parse(_onboarding.Trust("Jump"))!;
        trust["Statement"]![0]!["Condition"]!["StringEquals"] = new JsonObject { [key] = "ana" };
        await _onboarding.RoleAsync("acme-read-only", trust.ToJsonString());
        await SignInAsync();

        (HttpStatusCode status, string page) = await SwitchAsync("acme-read-only");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Invalid information in one or more fields", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_trust_home_is_not_there_or_is_too_long_is_refused_alike()
    {
        await _onboarding.RoleAsync("others", _onboarding.Trust("Other"));
        await SignInAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await SwitchAsync("others")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SwitchAsync("nothing")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SwitchAsync(new string('r', 65))).Status);
    }

    [Fact]
    public async Task Nobody_switches_who_is_not_in_the_console()
    {
        using HttpResponseMessage shown = await _browser.GetAsync(Link("acme-read-only"), Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, shown.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SwitchAsync("acme-read-only")).Status);
    }

    [Fact]
    public async Task The_console_has_a_page_under_any_path_for_those_who_are_in_it()
    {
        using HttpResponseMessage nobody = await _browser.GetAsync(_sandbox.EndpointUrl + "/s3/home?region=eu-west-1", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        await SignInAsync();

        string page = await _browser.GetStringAsync(_sandbox.EndpointUrl + "/s3/buckets/b%3C?region=eu-central-1", Stop);

        Assert.Contains("<dd>/s3/buckets/b%3C</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>eu-central-1</dd>", page, StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        _onboarding.Dispose();
        await _sandbox.DisposeAsync();
    }

    private Uri Link(string role, string more = "displayName=Abc") => new($"{_sandbox.EndpointUrl}/switchrole?account={_onboarding.ClientId}&roleName={role}&{more}");

    private async Task SignInAsync()
    {
        await _onboarding.AssignAsync(await _onboarding.SetAsync("Jump", Onboarding.AllowAssume("*")), "ana");
        SandboxSession home = _sandbox.SignIn("ana", "Jump");
        var session = new JsonObject { ["sessionId"] = home.AccessKeyId, ["sessionKey"] = home.SecretAccessKey, ["sessionToken"] = home.SessionToken };
        string answer = await _browser.GetStringAsync($"{_sandbox.EndpointUrl}/federation?Action=getSigninToken&Session={Uri.EscapeDataString(session.ToJsonString())}", Stop);
        string token = JsonNode.Parse(answer)!["SigninToken"]!.GetValue<string>();
        Assert.Contains("AWSReservedSSO_Jump_", await _browser.GetStringAsync($"{_sandbox.EndpointUrl}/federation?Action=login&SigninToken={token}&Destination={_sandbox.EndpointUrl}/console/home", Stop), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Page)> SwitchAsync(string role)
    {
        using FormUrlEncodedContent form = new([new("account", _onboarding.ClientId), new("roleName", role), new("displayName", "Abc"), new("color", "b7ca9d")]);
        using HttpResponseMessage answer = await _browser.PostAsync(_sandbox.EndpointUrl + "/switchrole", form, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
