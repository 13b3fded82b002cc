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

    [Fact]
    public void Events_can_be_picked_by_operation_and_are_shown_in_one_line_each()
    {
        Run("Start-CrossAccessSandbox");
        Run("Initialize-CrossAccess -Company acme -HomeProfileName sandbox-home -HomeAccountId 111111111111");

        Assert.Equal(["GetCallerIdentity"], Run("(Get-CrossAccessSandbox -Event -Operation getcaller*, none).Operation").Texts.Distinct());
        Assert.Empty(Run("Get-CrossAccessSandbox -Event -Operation AssumeRole").Output);
        string table = _session.Render("Get-CrossAccessSandbox -Event -Operation GetCallerIdentity");
        Assert.Matches(@"(?m)^\d\d:\d\d:\d\d 999988887777 admin +GetCallerIdentity\s*$", table);
    }

    [Fact]
    public void A_number_of_client_accounts_is_that_many_with_ids_that_are_always_the_same()
    {
        PSObject sandbox = Assert.Single(Run("Start-CrossAccessSandbox -ClientAccount 2000").Output);

        var ids = (IReadOnlyList<string>)sandbox.Properties["ClientAccountId"].Value;
        Assert.Equal((2000, "200000000001", "200000002000"), (ids.Count, ids[0], ids[^1]));
    }

    [Fact]
    public void The_Sandbox_rests_in_a_file_with_its_inventory_and_goes_on()
    {
        string folder = Directory.CreateTempSubdirectory("crossaccess-state-").FullName;
        string state = Path.Combine(folder, "state.json");
        try
        {
            Run($"Start-CrossAccessSandbox -StatePath {state} -HomeAccountId 555555555555 -ClientAccount 1");
            Run("Initialize-CrossAccess -Company acme -HomeProfileName sandbox-home -HomeAccountId 555555555555");
            Run("Stop-CrossAccessSandbox");

            PSObject sandbox = Assert.Single(Run($"Start-CrossAccessSandbox -StatePath {state}").Output);
            Assert.Equal("555555555555", sandbox.Properties["HomeAccountId"].Value);
            Assert.Equal("acme", Assert.Single(Run("(Get-CrossAccessConfiguration).Company").Texts));
            Run("Stop-CrossAccessSandbox");

            Assert.StartsWith("SandboxStateUnusable,", Assert.Single(_session.Run($"Start-CrossAccessSandbox -StatePath {state} -HomeAccountId 666666666666").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        }
        finally
        {
            _session.Run("if (Get-CrossAccessSandbox) { Stop-CrossAccessSandbox }");
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Its_clock_is_turned_on_by_a_method()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;

        PSObject now = Assert.Single(Run("$sandbox = Start-CrossAccessSandbox; $sandbox.Advance('1:00')").Output);

        Assert.True((DateTimeOffset)now.BaseObject >= before.AddHours(1));
        Run("Stop-CrossAccessSandbox");
        Assert.NotEmpty(_session.Run("$sandbox.Advance('1:00')").Errors);
    }

    [Fact]
    public void Limits_faults_and_their_seed_are_set_by_parameters()
    {
        PSObject sandbox = Assert.Single(Run("Start-CrossAccessSandbox -Limits Aws -FaultRate 1 -FaultKind Throttle -Seed 7 -ConsistencySeconds 1 -LatencyMilliseconds 1").Output);
        Assert.Equal(7, sandbox.Properties["Seed"].Value);

        _environment.Set("AWS_MAX_ATTEMPTS", "1");
        _session.Run("Initialize-CrossAccess -Company acme -HomeProfileName sandbox-home -HomeAccountId 111111111111");

        Assert.Contains("Throttling", Run("(Get-CrossAccessSandbox -Event).ErrorCode").Texts);
    }

    [Theory]
    [InlineData("-Limits Some")]
    [InlineData("-FaultRate 1.1")]
    [InlineData("-FaultKind Fire")]
    [InlineData("-LatencyMilliseconds -1")]
    public void A_knob_that_is_turned_too_far_is_refused(string parameters)
    {
        Assert.Equal("ParameterBindingValidationException", Assert.Single(_session.Run($"Start-CrossAccessSandbox {parameters}").Errors).Exception.GetType().Name);
        Assert.Empty(Run("Get-CrossAccessSandbox").Output);
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
