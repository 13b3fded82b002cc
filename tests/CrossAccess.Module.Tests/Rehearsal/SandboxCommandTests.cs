using System.Collections;
using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Rehearsal;

[Collection(ProcessEnvironment.Collection)]
public sealed class SandboxCommandTests : IDisposable
{
    private readonly ModuleSession _session = new();
    private readonly ProcessEnvironment _environment = new();

    public void Dispose()
    {
        _session.Run("if (Get-CrossAccessSandbox) { Stop-CrossAccessSandbox }");
        _session.Dispose();
        _environment.Dispose();
    }

    [Fact]
    public void Starting_leads_this_process_to_the_Sandbox_and_stopping_restores_every_variable()
    {
        _environment.Set("AWS_ACCESS_KEY_ID", "AKIAREAL");
        _environment.Set("AWS_PROFILE", "real");
        _environment.Set("AWS_ENDPOINT_URL_STS", "https://elsewhere.example");
        _environment.Set("AWS_REGION", null);
        Dictionary<string, string> before = Variables();

        PSObject sandbox = Assert.Single(Run("Start-CrossAccessSandbox").Output);
        string endpoint = (string)sandbox.Properties["EndpointUrl"].Value;

        Assert.StartsWith("http://127.0.0.1:", endpoint, StringComparison.Ordinal);
        Assert.Equal(endpoint, Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL"));
        Assert.Equal("sandbox-admin", Environment.GetEnvironmentVariable("AWS_PROFILE"));
        Assert.Equal("true", Environment.GetEnvironmentVariable("AWS_EC2_METADATA_DISABLED"));
        Assert.Null(Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID"));
        Assert.Null(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_STS"));
        Assert.Equal(Environment.GetEnvironmentVariable("AWS_REGION"), Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION"));
        Assert.Contains("[profile sandbox-home]", File.ReadAllText(Environment.GetEnvironmentVariable("AWS_CONFIG_FILE")!), StringComparison.Ordinal);
        Assert.Equal(Environment.GetEnvironmentVariable("CROSSACCESS_INVENTORY"), sandbox.Properties["InventoryPath"].Value);

        Run("Stop-CrossAccessSandbox");

        Assert.Equal(before, Variables());
        Assert.Empty(Run("Get-CrossAccessSandbox").Output);
    }

    [Fact]
    public void The_Sandbox_is_laid_out_as_the_parameters_say()
    {
        ShellResult result = Run("Start-CrossAccessSandbox -HomeAccountId 555555555555 -AdminAccountId 555555555555 -ClientAccount 666666666666, '777777777777' -User zoe -Group @{ Night = 'kim', 'lee' }");

        PSObject sandbox = Assert.Single(result.Output);
        Assert.Equal("555555555555", sandbox.Properties["HomeAccountId"].Value);
        Assert.Equal(["666666666666", "777777777777"], (IEnumerable<string>)sandbox.Properties["ClientAccountId"].Value);
        Assert.Equal(["kim", "lee", "zoe"], ((IEnumerable<string>)sandbox.Properties["User"].Value).Order());
        Assert.Equal(["Night"], (IEnumerable<string>)sandbox.Properties["Group"].Value);
    }

    [Fact]
    public void A_second_Sandbox_is_refused_and_the_first_goes_on()
    {
        Run("Start-CrossAccessSandbox");

        ErrorRecord error = Assert.Single(_session.Run("Start-CrossAccessSandbox").Errors);

        Assert.Equal("SandboxRunning,CrossAccess.Commands.StartCrossAccessSandboxCommand", error.FullyQualifiedErrorId);
        Assert.Single(Run("Get-CrossAccessSandbox").Output);
    }

    [Theory]
    [InlineData("Stop-CrossAccessSandbox")]
    [InlineData("Get-CrossAccessSandbox -Event")]
    public void Without_a_Sandbox_there_is_none_to_stop_or_to_ask(string script) =>
        Assert.StartsWith("SandboxNotRunning,", Assert.Single(_session.Run(script).Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void A_port_that_is_taken_is_refused_and_the_environment_stays()
    {
        PSObject sandbox = Assert.Single(Run("Start-CrossAccessSandbox").Output);
        Run("Stop-CrossAccessSandbox");
        int port = new Uri((string)sandbox.Properties["EndpointUrl"].Value).Port;
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        taken.Start();
        Dictionary<string, string> before = Variables();

        ErrorRecord error = Assert.Single(_session.Run($"Start-CrossAccessSandbox -Port {port}").Errors);

        Assert.StartsWith("EndpointUnreachable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(before, Variables());
    }

    [Fact]
    public void An_account_given_twice_is_refused()
    {
        ErrorRecord error = Assert.Single(_session.Run("Start-CrossAccessSandbox -ClientAccount 666666666666, 666666666666").Errors);

        Assert.StartsWith("InvalidAccountId,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_starts_nothing()
    {
        Assert.Empty(Run("Start-CrossAccessSandbox -WhatIf").Output);
        Assert.Empty(Run("Get-CrossAccessSandbox").Output);
    }

    [Fact]
    public void The_requests_that_it_answered_can_be_listed()
    {
        Run("Start-CrossAccessSandbox");
        Run("Initialize-CrossAccess -Company acme -HomeProfileName sandbox-home -HomeAccountId 111111111111");

        Assert.Contains("GetCallerIdentity", Run("(Get-CrossAccessSandbox -Event).Operation").Texts);
    }

    private ShellResult Run(string script)
    {
        ShellResult result = _session.Run(script);
        Assert.Empty(result.Errors);
        return result;
    }

    private static Dictionary<string, string> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!);
}
