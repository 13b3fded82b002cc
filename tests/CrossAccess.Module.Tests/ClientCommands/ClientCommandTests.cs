using System.Collections;
using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.ClientCommands;

/// <summary>What a script gets and gives in a client's account.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ClientCommandTests(ClientFleet fleet) : IClassFixture<ClientFleet>, IDisposable
{
    private readonly ProcessEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void Many_clients_at_once_never_mix_their_credentials_and_native_commands_act_in_the_same_account()
    {
        fleet.Session.Set("hasCli", AwsCli.IsOnPath);
        ShellResult result = fleet.Session.Run("""
            Invoke-ClientCommand -Client Client* -Account main -Tier ReadOnly -ThrottleLimit 8 {
                [pscustomobject]@{
                    Variable = $env:CROSSACCESS_CLIENT
                    Key      = $env:AWS_ACCESS_KEY_ID
                    Native   = if ($IsWindows) { cmd /c echo %AWS_ACCESS_KEY_ID% } else { sh -c 'echo $AWS_ACCESS_KEY_ID' }
                    Account  = if ($using:hasCli) { aws sts get-caller-identity --query Account --output text }
                }
            }
            """);

        Assert.Empty(result.Errors);
        Assert.Equal(Enumerable.Range(1, fleet.Count).Select(number => $"Client{number}").Order(), Properties(result, "Client").Order());
        Assert.Equal(Properties(result, "Client"), Properties(result, "Variable"));
        Assert.Equal(Properties(result, "Key"), Properties(result, "Native"));
        Assert.Equal(fleet.Count, Properties(result, "Key").Distinct().Count());
        Assert.All(result.Output, output => Assert.Equal(ClientFleet.AccountOf(int.Parse(Text(output, "Client")["Client".Length..])), Text(output, "AccountId")));
        if (AwsCli.IsOnPath) Assert.Equal(Properties(result, "AccountId"), Properties(result, "Account"));
    }

    [Fact]
    public void Every_account_of_a_client_is_acted_in_and_strings_and_numbers_say_where_they_come_from()
    {
        ShellResult result = Run("Invoke-ClientCommand Client1 { 'text'; 42 } -KeepOrder");

        Assert.Equal(["text", "42", "text", "42"], result.Texts);
        Assert.Equal([.. Twice(ClientFleet.AccountOf(0)), .. Twice(ClientFleet.AccountOf(1))], Properties(result, "AccountId"));
        Assert.All(result.Output, output => Assert.Equal(("Client1", "ReadOnly"), (Text(output, "Client"), Text(output, "Tier"))));
    }

    [Fact]
    public void Arguments_and_using_variables_reach_the_script_with_their_types()
    {
        ShellResult result = Run("""
            $table = @{ Inner = @{ Number = 7 } }; $list = 'a', 'b'
            Invoke-ClientCommand Client2 -ArgumentList 5, @{ Key = 'value' }, ([datetime]'2026-01-02'), $null {
                param([int] $Number, $Table, $Date, $Nothing, $Default = 'default')
                $Number + 1; $Table.Key; $Date.GetType().Name; $null -eq $Nothing; $Default
                $using:table.Inner.Number; $using:LIST[1]; ($using:list).Count; & { $using:table['Inner'].Number }
            }
            """);

        Assert.Equal(["6", "value", "DateTime", "True", "default", "7", "b", "2", "7"], result.Texts);
    }

    [Fact]
    public void Objects_come_back_with_their_types_and_their_own_properties_but_the_tag_says_whose_they_are()
    {
        ShellResult result = Run("""
            Invoke-ClientCommand Client2 {
                7; 2.5; $true; [datetime]'2026-01-02'; [version]'1.2'; [char]'c'; [byte[]](1, 2), 'x' | ForEach-Object { , $_ }
                [pscustomobject]@{ Client = 'Other'; Deep = @{ List = @(@{ Leaf = 'leaf' }) } }
                Get-AccessTier ReadOnly
            }
            """);

        Assert.Equal(["Int32", "Double", "Boolean", "DateTime", "Version", "Char", "Byte[]", "String"], result.Output.Take(8).Select(output => output.BaseObject.GetType().Name));
        PSObject custom = result.Output[8];
        Assert.Equal("Client2", Text(custom, "Client"));
        fleet.Session.Set("custom", custom);
        Assert.Equal(["leaf"], fleet.Session.Run("$custom.Deep.List[0].Leaf").Texts);
        Assert.Equal("Deserialized.CrossAccess.AccessTier", result.Output[9].TypeNames[0]);
    }

    [Fact]
    public void Each_stream_arrives_on_its_own_and_says_which_client_spoke()
    {
        ShellResult result = fleet.Session.Run("""
            Invoke-ClientCommand Client2 -Verbose -InformationVariable said {
                Write-Warning careful; Write-Verbose detail; Write-Information told; Write-Host shown; Write-Host -NoNewline un; Write-Host ended
                Write-Error broken; 'after'
            }
            $said.MessageData
            """);

        string who = $"Client2 ReadOnly ({ClientFleet.AccountOf(2)})";
        Assert.Equal([$"{who}: careful"], result.Warnings);
        Assert.Contains($"{who}: detail", result.Verbose);
        Assert.Equal([$"{who}: shown", $"{who}: unended"], result.HostText.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith(who, StringComparison.Ordinal) && !line.EndsWith("careful", StringComparison.Ordinal) && !line.EndsWith("detail", StringComparison.Ordinal)));
        Assert.Equal(["after", "told", $"{who}: shown", $"{who}: unended"], result.Texts);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal($"{who}, line 3: broken", error.ToString());
        Assert.Equal("broken", error.Exception.Message);
    }

    [Fact]
    public void Nothing_that_a_script_prints_can_be_taken_for_an_answer_or_break_one()
    {
        const int Length = 20_000_000;
        fleet.Session.Set("length", Length);
        ShellResult result = Run("""
            $odd = "`0`a`e[31m _x0041_ ]]> <Objs>" + [char]0xD800 + [char]::ConvertFromUtf32(0x1F600) + "`r`n"
            Invoke-ClientCommand Client2 -ArgumentList $odd {
                $raw = [Console]::OpenStandardOutput()
                foreach ($kind in 0..12) { $raw.Write([byte[]]($kind, 4, 0, 0, 0, 88, 88, 88, 88), 0, 9) }
                $raw.Write([byte[]](0..255), 0, 256); $raw.Flush()
                [Console]::Error.WriteLine('<Objs Version="1.1.0.1"><S>false</S></Objs>')
                $args[0] -ceq $using:odd; $args[0]
                [string]::new('x', $using:length).Length; [string]::new('y', $using:length)
                if ($IsWindows) { cmd /c 'echo <Objs>' } else { printf '<Objs>\001\002\n<S>' }
            }
            """);

        Assert.Equal("True", result.Texts[0]);
        fleet.Session.Set("came", result.Output[1]);
        Assert.Equal(["True"], fleet.Session.Run("$came -ceq $odd").Texts);
        Assert.Equal($"{Length}", result.Texts[2]);
        Assert.Equal(Length, result.Texts[3].Length);
        Assert.StartsWith("<Objs>", result.Texts[4], StringComparison.Ordinal);
        Assert.All(result.Output, output => Assert.Equal("Client2", Text(output, "Client")));
    }

    [Fact]
    public void A_child_holds_the_clients_credentials_and_nobody_elses_and_this_process_stays_as_it_is()
    {
        string[] competing = ["AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN", "AWS_DEFAULT_PROFILE", "AWS_SECURITY_TOKEN", "AWS_BEARER_TOKEN_BEDROCK"];
        // What connects us is a profile: these lead elsewhere for others only.
        foreach (string name in competing[3..]) _environment.Set(name, "sandbox-home");
        _environment.Set("FLEET_COLOUR", "kept");
        Dictionary<string, string> before = Variables();

        ShellResult result = Run("""
            Invoke-ClientCommand Client2 -HomeProfileName sandbox-home {
                [Environment]::GetEnvironmentVariables().Keys | Where-Object { $_ -like 'AWS_*' -or $_ -like 'CROSSACCESS_*' -or $_ -eq 'FLEET_COLOUR' }
                $env:AWS_SESSION_TOKEN.Length -gt 0; $env:FLEET_COLOUR; [Environment]::CommandLine.Contains($env:AWS_SECRET_ACCESS_KEY)
            }
            """);

        Assert.Equal(["True", "kept", "False"], result.Texts.TakeLast(3));
        Assert.Empty(result.Texts.Intersect([.. competing, "AWS_PROFILE", "CROSSACCESS_COMMAND_PIPE"]));
        Assert.Contains("AWS_ACCESS_KEY_ID", result.Texts);
        Assert.Contains("AWS_ENDPOINT_URL", result.Texts);
        Assert.Equal(before, Variables());
    }

    [Fact]
    public void A_role_that_is_renewed_here_leaves_no_trace_in_a_child()
    {
        string config = Environment.GetEnvironmentVariable("AWS_CONFIG_FILE")!;
        Run("$null = Enter-ClientRole Client3 -AutoRefresh -HomeProfileName sandbox-home");
        Assert.NotEqual(config, Environment.GetEnvironmentVariable("AWS_CONFIG_FILE"));
        try
        {
            ShellResult result = Run("""
                Invoke-ClientCommand Client2 -HomeProfileName sandbox-home {
                    [Environment]::GetEnvironmentVariables().Keys | Where-Object { $_ -like 'AWS_CONTAINER_*' -or $_ -eq 'AWS_PROFILE' }
                    $env:CROSSACCESS_CLIENT; $env:AWS_CONFIG_FILE; $env:AWS_ACCESS_KEY_ID.Length -gt 0
                }
                """);

            Assert.Equal(["Client2", config, "True"], result.Texts);
        }
        finally
        {
            Run("Exit-ClientRole");
        }
    }

    private ShellResult Run(string script)
    {
        ShellResult result = fleet.Session.Run(script);
        Assert.True(result.Errors.Count == 0 && result.Terminated is null, string.Join('\n', result.Errors) + result.Terminated);
        return result;
    }

    private static string[] Twice(string text) => [text, text];

    private static IReadOnlyList<string> Properties(ShellResult result, string name) => [.. result.Output.Select(output => Text(output, name))];

    private static string Text(PSObject output, string name) => output.Properties[name].Value?.ToString() ?? "";

    private static Dictionary<string, string> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!);
}
