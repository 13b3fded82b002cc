namespace CrossAccess.Host.Tests;

public sealed class Asking
{
    private const string ChangesSomething =
        "function Set-Thing { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param() if ($PSCmdlet.ShouldProcess('AbcCorp', 'change')) { 'changed' } }; ";

    [Theory]
    [InlineData("y\n", true)]
    [InlineData("Yes\n", true)]
    [InlineData("\n", true)]
    [InlineData("n\n", false)]
    [InlineData("what\nn\n", false)]
    public async Task Consent_is_asked_for_until_an_answer_is_understood(string input, bool changed)
    {
        HostRun run = await HostRun.Start(["-Interactive", "-Command", $"{ChangesSomething} Set-Thing"], input);

        Assert.Contains("\"change\" on target \"AbcCorp\"", run.Output);
        Assert.Contains("(default is \"Y\")", run.Output);
        Assert.Equal(changed, run.Output.Contains("changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nobody_can_answer_a_question_is_an_error_and_nothing_is_done()
    {
        HostRun run = await HostRun.Start(["-Command", $"$ErrorActionPreference = 'Stop'; {ChangesSomething} Set-Thing"], input: "y\n");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("NonInteractive", run.Errors);
        Assert.Contains("-Confirm:$false", run.Errors);
        Assert.DoesNotContain("changed", run.Output);
    }

    [Fact]
    public async Task Consent_given_beforehand_asks_nothing()
    {
        HostRun run = await HostRun.Command($"{ChangesSomething} Set-Thing -Confirm:$false");

        Assert.Equal(["changed"], run.Lines);
    }

    [Fact]
    public async Task WhatIf_says_what_would_be_done()
    {
        HostRun run = await HostRun.Command($"{ChangesSomething} Set-Thing -WhatIf");

        Assert.Equal(["What if: Performing the operation \"change\" on target \"AbcCorp\"."], run.Lines);
    }

    [Fact]
    public async Task A_prompt_shows_the_prompt_function_and_goes_on_after_an_error()
    {
        HostRun run = await HostRun.Start(["-Interactive"], "function prompt { 'acme> ' }\nNo-SuchCommand\nif ($true) {\n'inside'\n}\n\nexit 4\n");

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("acme> >> >> inside", run.Output);
        Assert.Contains("No-SuchCommand", run.Errors);
    }

    [Fact]
    public async Task A_prompt_ends_with_its_input()
    {
        HostRun run = await HostRun.Start(["-Interactive"], "'seen'\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("seen", run.Output);
    }

    [Fact]
    public async Task NoExit_keeps_what_a_command_has_defined()
    {
        HostRun run = await HostRun.Start(["-NoExit", "-Command", "$client = 'AbcCorp'"], "\"kept $client\"\n");

        Assert.Contains("kept AbcCorp", run.Output);
    }
}
