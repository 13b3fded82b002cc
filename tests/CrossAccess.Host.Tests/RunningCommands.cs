namespace CrossAccess.Host.Tests;

public sealed class RunningCommands
{
    [Fact]
    public async Task Output_is_rendered_as_a_console_renders_it()
    {
        HostRun run = await HostRun.Command("1..2; [pscustomobject]@{ Client = 'AbcCorp'; Tier = 'ReadOnly' }");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["1", "2", "Client  Tier", "------  ----", "AbcCorp ReadOnly"], run.Lines);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task The_module_is_imported_already()
    {
        HostRun run = await HostRun.Command("(Get-Module CrossAccess).Name; (Get-Module CrossAccess.Host.Commands).Name");

        Assert.Equal(["CrossAccess", "CrossAccess.Host.Commands"], run.Lines);
    }

    [Fact]
    public async Task What_is_redirected_is_laid_out_for_120_columns_without_colour_codes()
    {
        HostRun run = await HostRun.Command("$Host.UI.RawUI.BufferSize.Width; Write-Warning careful; Write-Error wrong; \"$($PSStyle.Foreground.Red)red\"");

        Assert.Equal(["120", "WARNING: careful", "red"], run.Lines);
        Assert.DoesNotContain('\u001b', run.Output + run.Errors);
    }

    [Fact]
    public async Task Errors_go_to_the_error_stream_only()
    {
        HostRun run = await HostRun.Command("Write-Error wrong; 'after'");

        Assert.Equal(["after"], run.Lines);
        Assert.Equal("Write-Error: wrong", run.Errors.Trim());
    }

    [Fact]
    public async Task An_error_that_ends_a_command_goes_to_the_error_stream_too()
    {
        HostRun run = await HostRun.Command("throw 'broken'");

        Assert.Empty(run.Output);
        Assert.Contains("broken", run.Errors);
    }

    [Theory]
    [InlineData("'done'", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("function f { exit 8 }; f; 'never'", 8)]
    [InlineData("throw 'broken'", 1)]
    [InlineData("Write-Error wrong", 1)]
    [InlineData("No-SuchCommand", 1)]
    [InlineData("Write-Error wrong; 'done'", 0)]
    [InlineData("'not ended", 1)]
    [InlineData("dotnet --no-such-option", 1)]
    public async Task The_exit_code_is_what_pwsh_gives_for_a_command(string text, int expected)
    {
        HostRun run = await HostRun.Command(text);

        Assert.Equal(expected, run.ExitCode);
        Assert.DoesNotContain("never", run.Output);
    }

    [Fact]
    public async Task Words_after_Command_are_one_text()
    {
        HostRun run = await HostRun.Start(["-Command", "1", "+", "2"]);

        Assert.Equal(["3"], run.Lines);
    }

    [Fact]
    public async Task Messages_are_shown_as_the_preferences_of_the_caller_say()
    {
        HostRun run = await HostRun.Command(
            "function f { $VerbosePreference = 'Continue'; $WarningPreference = 'SilentlyContinue'; Write-Verbose shown; Write-Warning hidden }; f; Write-Verbose hidden");

        Assert.Equal(["VERBOSE: shown"], run.Lines);
    }

    [Fact]
    public async Task Progress_is_not_written_where_there_is_no_terminal()
    {
        HostRun run = await HostRun.Command("Write-Progress Working Waiting -PercentComplete 50");

        Assert.Equal("", run.Output + run.Errors);
    }

    [Fact]
    public async Task Environment_variables_are_a_drive()
    {
        HostRun run = await HostRun.Command("$env:AWS_PROFILE = 'ana@AbcCorpReadOnly'; [Environment]::GetEnvironmentVariable('AWS_PROFILE')");

        Assert.Equal(["ana@AbcCorpReadOnly"], run.Lines);
    }

    [Fact]
    public async Task Interrupting_the_Host_ends_the_running_command_with_a_failure()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that one process can send another in place of Ctrl+C.");
        Assert.SkipWhen(IgnoresInterrupts(), "These tests were started in the background of a script, where Ctrl+C is ignored, and so is it in the Hosts that they start.");

        HostRun run = await HostRun.Command("$null = [System.Diagnostics.Process]::Start('kill', \"-INT $PID\"); while ($true) { Start-Sleep -Milliseconds 10 }");

        Assert.Equal(1, run.ExitCode);
    }

    // Inherited from whoever started us: signal 2 in Linux's own mask of those ignored.
    private static bool IgnoresInterrupts()
    {
        const string Status = "/proc/self/status";
        if (!File.Exists(Status)) return false;
        string ignored = File.ReadLines(Status).Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))["SigIgn:".Length..].Trim();
        return (Convert.ToUInt64(ignored, 16) & 0b10) != 0;
    }
}
