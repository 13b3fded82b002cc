using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Entering;

/// <summary>The prompt says where commands act, whatever prompt the user has, and is the user's own again when the role is left.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class PromptTests : IDisposable
{
    private const string Enter = "$null = Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly";

    private readonly SandboxSession _aws = new();
    private readonly ProcessEnvironment _environment = new();

    public PromptTests()
    {
        _environment.Set("NO_COLOR", null);
        _aws.Onboard();
    }

    public void Dispose()
    {
        _environment.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public void Inside_it_shows_client_tier_and_minutes_before_the_users_own_prompt()
    {
        Assert.Equal(["[AbcCorp ReadOnly 59m] me> ", "me> "], _aws.Run($"function prompt {{ 'me> ' }}; {Enter}; prompt; Exit-ClientRole; prompt").Texts);
    }

    [Fact]
    public void The_users_function_is_the_very_same_afterwards()
    {
        _aws.Run("function global:prompt { 'me> ' }; $before = $function:prompt");
        Assert.Equal(["False", "True"], _aws.Run($"{Enter}; [object]::ReferenceEquals($before, $function:prompt); Exit-ClientRole; [object]::ReferenceEquals($before, $function:prompt)").Texts);
    }

    [Fact]
    public void The_prompt_of_the_engine_itself_is_wrapped_and_restored_too()
    {
        string before = Assert.Single(_aws.Run("\"$function:prompt\"").Texts);
        string inside = Assert.Single(_aws.Run($"{Enter}; prompt").Texts);
        Assert.StartsWith("[AbcCorp ReadOnly 59m] PS ", inside, StringComparison.Ordinal);
        Assert.Equal(before, Assert.Single(_aws.Run("Exit-ClientRole; \"$function:prompt\"").Texts));
    }

    [Fact]
    public void A_prompt_of_a_module_keeps_its_own_variables()
    {
        ShellResult result = _aws.Run($$"""
            $fancy = New-Module -Name Fancy {
                $script:sign = 'fancy> '
                $script:asked = 0
                function Set-Fancy { $ExecutionContext.InvokeProvider.Item.Set('Function:\global:prompt', { $script:asked++; "$script:asked $script:sign" }) }
            }
            & $fancy { $null = Set-Fancy }
            prompt; {{Enter}}; prompt; Exit-ClientRole; prompt
            """);

        Assert.Equal(["1 fancy> ", "[AbcCorp ReadOnly 59m] 2 fancy> ", "3 fancy> "], result.Texts);
    }

    [Theory]
    [InlineData("Get-ClientRole", "True")]
    [InlineData("Get-CrossAccessClient NoSuchClient", "False")]
    public void The_users_function_finds_how_the_last_command_ended(string command, string succeeded)
    {
        _aws.Run($"function global:prompt {{ \"$? $LASTEXITCODE> \" }}; {Enter}; $global:LASTEXITCODE = 7");

        Assert.Equal($"[AbcCorp ReadOnly 59m] {succeeded} 7> ", _aws.Try($"{command}; prompt").Texts[^1]);    }

    [Theory]
    [InlineData("", "PS> ")]
    [InlineData("$null", "PS> ")]
    [InlineData("'first> ', 'second> '", "first> ")]
    [InlineData("42", "42")]
    public void Whatever_the_users_function_gives_is_taken_as_the_console_takes_it(string body, string shown) =>
        Assert.Equal($"[AbcCorp ReadOnly 59m] {shown}", Assert.Single(_aws.Run($"function global:prompt {{ {body} }}; {Enter}; prompt").Texts));

    [Fact]
    public void A_prompt_that_the_user_defines_inside_stays()
    {
        Assert.Equal(
            ["new> ", "new> "],
            _aws.Run($"function global:prompt {{ 'old> ' }}; {Enter}; function global:prompt {{ 'new> ' }}; prompt; Exit-ClientRole; prompt").Texts);
    }

    [Fact]
    public void A_prompt_that_stands_around_ours_goes_on_without_the_role()
    {
        Assert.Equal(
            ["<[AbcCorp ReadOnly 59m] old> >", "<old> >"],
            _aws.Run($"function global:prompt {{ 'old> ' }}; {Enter}; $global:inner = $function:prompt; function global:prompt {{ \"<$(& $global:inner)>\" }}; prompt; Exit-ClientRole; prompt").Texts);
    }

    [Fact]
    public void Roles_within_roles_show_the_innermost_and_lead_back_one_by_one()
    {
        _aws.Onboard("Globex", SandboxSession.Globex, role: "-AccountName staging");
        const string Inner = "$null = Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly";

        Assert.Equal(
            ["[Globex/staging ReadOnly 59m] me> ", "[AbcCorp ReadOnly 59m] me> ", "me> "],
            _aws.Run($"function global:prompt {{ 'me> ' }}; {Enter}; {Inner}; prompt; Exit-ClientRole; prompt; Exit-ClientRole; prompt").Texts);
        // What the user defines between the two is wrapped by the inner, and left alone by the outer.
        Assert.Equal(
            ["[Globex/staging ReadOnly 59m] new> ", "new> ", "new> "],
            _aws.Run($"function global:prompt {{ 'me> ' }}; {Enter}; function global:prompt {{ 'new> ' }}; {Inner}; prompt; Exit-ClientRole; prompt; Exit-ClientRole; prompt").Texts);
        Assert.Equal("me> ", Assert.Single(_aws.Run($"function global:prompt {{ 'me> ' }}; {Enter}; {Inner}; Exit-ClientRole -All; prompt").Texts));
    }

    [Fact]
    public void It_says_what_is_left_when_it_ends_and_that_it_is_renewed()
    {
        _aws.Run("function global:prompt { 'me> ' }");
        Assert.Equal(
            ["[AbcCorp ReadOnly 59m] me> ", "[AbcCorp ReadOnly ended] me> "],
            _aws.Run($"{Enter}; prompt; $null = (Get-CrossAccessSandbox).Advance('1:01'); prompt; Exit-ClientRole").Texts);
    }

    [Fact]
    public void Of_a_renewed_role_it_says_so()
    {
        _aws.Run("function global:prompt { 'me> ' }");
        Assert.Equal(
            ["[AbcCorp ReadOnly 59m auto] me> ", "[AbcCorp ReadOnly auto] me> "],
            _aws.Run($"{Enter} -AutoRefresh; prompt; $null = (Get-CrossAccessSandbox).Advance('1:01'); prompt; Exit-ClientRole").Texts);
    }

    [Fact]
    public void An_administrator_stands_out_by_colour_or_where_there_is_none_by_capitals()
    {
        _aws.Run("function global:prompt { 'me> ' }; Set-AccessTier BreakGlass -ManagedPolicyArn arn:aws:iam::aws:policy/AdministratorAccess");
        _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 -Tier Administrator, BreakGlass | New-ClientPermissionSet | Grant-ClientAccess -User ana");
        const string Show = "$null = Enter-ClientRole AbcCorp {0} -HomeProfileName ana@AbcCorp{0}; prompt; Exit-ClientRole";

        Assert.Equal("[AbcCorp ADMINISTRATOR 59m] me> ", Assert.Single(_aws.Run(Show.Replace("{0}", "Administrator", StringComparison.Ordinal)).Texts));
        Assert.Equal("[AbcCorp BREAKGLASS 59m] me> ", Assert.Single(_aws.Run(Show.Replace("{0}", "BreakGlass", StringComparison.Ordinal)).Texts));
        // One for the whole process: another test may have left it.
        _aws.Run("$PSStyle.OutputRendering = 'Host'");
        _aws.Shell.Screen.RendersColors = true;
        Assert.Equal("\u001b[1;97;41m[AbcCorp Administrator 59m]\u001b[0m me> ", Assert.Single(_aws.Run(Show.Replace("{0}", "Administrator", StringComparison.Ordinal)).Texts));
        Assert.Equal("\u001b[36m[AbcCorp ReadOnly 59m]\u001b[0m me> ", Assert.Single(_aws.Run(Show.Replace("{0}", "ReadOnly", StringComparison.Ordinal)).Texts));
        _environment.Set("NO_COLOR", "1");
        Assert.Equal("[AbcCorp ADMINISTRATOR 59m] me> ", Assert.Single(_aws.Run(Show.Replace("{0}", "Administrator", StringComparison.Ordinal)).Texts));
        _environment.Set("NO_COLOR", null);
        Assert.Equal("[AbcCorp ADMINISTRATOR 59m] me> ", Assert.Single(_aws.Run("$PSStyle.OutputRendering = 'PlainText'; " + Show.Replace("{0}", "Administrator", StringComparison.Ordinal)).Texts));
        _aws.Run("$PSStyle.OutputRendering = 'Host'");
    }

    [Theory]
    [InlineData("'SilentlyContinue'", "me> ")]
    [InlineData("[System.Management.Automation.ActionPreference]::Ignore", "me> ")]
    [InlineData("$false", "me> ")]
    [InlineData("'Continue'", "[AbcCorp ReadOnly 59m] me> ")]
    [InlineData("$true", "[AbcCorp ReadOnly 59m] me> ")]
    [InlineData("$null", "[AbcCorp ReadOnly 59m] me> ")]
    public void A_preference_turns_it_off(string preference, string shown) =>
        Assert.Equal(shown, Assert.Single(_aws.Run($"$CrossAccessPromptPreference = {preference}; function global:prompt {{ 'me> ' }}; {Enter}; prompt").Texts));

    [Fact]
    public void Where_nobody_is_there_to_read_it_the_prompt_is_left_alone()
    {
        using var job = new ModuleSession(new CapturingHost("Default Host"));
        Assert.Equal(["AbcCorp", "me> "], job.Run($"function global:prompt {{ 'me> ' }}; {Enter}; $env:CROSSACCESS_CLIENT; prompt; Exit-ClientRole").Texts);
    }

    [Fact]
    public void A_prompt_that_is_locked_is_left_alone()
    {
        ShellResult result = _aws.Run($"function global:prompt {{ 'me> ' }}; (Get-Command prompt).Options = 'ReadOnly'; {Enter}; prompt; Exit-ClientRole");
        Assert.Equal(["me> "], result.Texts);
    }

    [Fact]
    public void A_shell_that_has_no_prompt_function_gets_none()
    {
        Assert.Equal("False", Assert.Single(_aws.Run($"$ExecutionContext.InvokeProvider.Item.Remove('Function:\\prompt', $false); {Enter}; $ExecutionContext.InvokeProvider.Item.Exists('Function:\\prompt'); Exit-ClientRole").Texts));
    }
}
