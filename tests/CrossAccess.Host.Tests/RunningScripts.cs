namespace CrossAccess.Host.Tests;

public sealed class RunningScripts : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("'done'", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("if ($true) { exit 7 }; 'never'", 7)]
    [InlineData("throw 'broken'", 1)]
    [InlineData("Write-Error wrong", 0)]
    [InlineData("$ErrorActionPreference = 'Stop'; Write-Error wrong; 'never'", 1)]
    [InlineData("dotnet --no-such-option", 0)]
    [InlineData("if (", 1)]
    public async Task The_exit_code_is_what_pwsh_gives_for_a_script(string text, int expected)
    {
        HostRun run = await RunScript(text);

        Assert.Equal(expected, run.ExitCode);
        Assert.DoesNotContain("never", run.Output);
    }

    [Fact]
    public async Task Arguments_reach_the_scripts_parameters_by_name_and_by_place()
    {
        HostRun run = await RunScript(
            "param($Client, [switch] $All, [switch] $None, $Tier) \"$Client|$All|$None|$Tier\"",
            "-Client", "it's $5", "-All", "-None:$false", "ReadOnly");

        Assert.Equal(["it's $5|True|False|ReadOnly"], run.Lines);
    }

    [Fact]
    public async Task Arguments_of_a_script_without_parameters_are_in_args()
    {
        HostRun run = await RunScript("$args.Count; $args", "first", "second one", "12");

        Assert.Equal(["3", "first", "second one", "12"], run.Lines);
    }

    [Fact]
    public async Task A_script_knows_its_own_folder()
    {
        HostRun run = await RunScript("$PSScriptRoot; $PSCommandPath");

        Assert.Equal([_folder.Path, Path.Combine(_folder.Path, "script.ps1")], run.Lines);
    }

    [Fact]
    public async Task An_error_shows_the_line_that_failed()
    {
        HostRun run = await RunScript("'first'\nNo-SuchCommand");

        Assert.Contains("script.ps1:2", run.Errors);
        Assert.Contains("   2 |  No-SuchCommand", run.Errors);
    }

    [Fact]
    public async Task A_path_alone_is_a_script_to_run()
    {
        HostRun run = await HostRun.Start([_folder.Write("script.ps1", "'ran'; exit 3")]);

        Assert.Equal(["ran"], run.Lines);
        Assert.Equal(3, run.ExitCode);
    }

    [Fact]
    public async Task A_script_that_is_not_there_is_a_wrong_command_line()
    {
        HostRun run = await HostRun.Start(["-File", Path.Combine(_folder.Path, "missing.ps1")]);

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("missing.ps1", run.Errors);
    }

    [Fact]
    public async Task An_unknown_parameter_is_a_wrong_command_line()
    {
        HostRun run = await HostRun.Start(["-Bogus"]);

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("-Bogus", run.Errors);
    }

    [Fact]
    public async Task Help_names_every_way_to_start()
    {
        HostRun run = await HostRun.Start(["-Help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.All(["-File", "-Command", "-Interactive", "-NoExit", "-NonInteractive"], name => Assert.Contains(name, run.Output));
    }

    private Task<HostRun> RunScript(string text, params string[] arguments) =>
        HostRun.Start(["-File", _folder.Write("script.ps1", text), .. arguments]);
}
