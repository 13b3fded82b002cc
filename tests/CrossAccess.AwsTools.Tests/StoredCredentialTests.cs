using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.AwsTools.Tests;

/// <summary>While a role is entered AWS Tools acts in its account, whatever was stored in the shell and wherever; then all is as it was.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class StoredCredentialTests(Accounts accounts) : IDisposable
{
    private readonly SharedShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    // Nothing is stored: AWS Tools follows the environment.
    [InlineData("WHO; ENTER; WHO; EXIT; WHO", "home abc home")]
    // Stored in the scope of the caller, in an outer one, in all that have a name.
    [InlineData("STORE; WHO; ENTER; WHO; EXIT; WHO", "stored abc stored")]
    [InlineData("& { STORE; WHO; ENTER; WHO; EXIT; WHO }; WHO", "stored abc stored home")]
    [InlineData("STORE -Scope Global; & { ENTER; WHO; EXIT; WHO }; WHO", "abc stored stored")]
    [InlineData("& { STORE; & { & { ENTER; WHO }; WHO }; WHO; EXIT; WHO }; WHO", "abc abc abc stored home")]
    [InlineData("STORE -Scope Script; & { WHO; ENTER; WHO }; WHO; EXIT; WHO", "stored abc abc stored")]
    [InlineData("& { STORE -Scope Local; WHO; ENTER; WHO; & { WHO; EXIT }; WHO }", "stored abc abc stored")]
    [InlineData("& { STORE -Scope Private; WHO; ENTER; WHO; EXIT; WHO }", "stored abc stored")]
    // One hides another: neither may come forth while inside.
    [InlineData("STORE -Scope Global; & { STORE; ENTER; WHO }; WHO; EXIT; WHO", "abc abc stored")]
    [InlineData("& { STORE; & { STORE; & { STORE; ENTER; WHO }; WHO }; WHO; EXIT; WHO }", "abc abc abc stored")]
    [InlineData("& { STORE -Scope Private; & { ENTER; WHO }; WHO; EXIT; WHO }", "abc abc stored")]
    // A variable that the script itself assigns is kept by the engine in another way.
    [InlineData("STORE; $held = $StoredAWSCredentials; & { $StoredAWSCredentials = $held; WHO; ENTER; WHO; EXIT; WHO }", "stored abc stored")]
    [InlineData("STORE; $held = $StoredAWSCredentials; & { $StoredAWSCredentials = $held; & { $StoredAWSCredentials = $held; ENTER; WHO }; WHO; EXIT; WHO }", "abc abc stored")]
    public void AWS_Tools_acts_in_the_account_that_the_environment_says_wherever_credentials_are_stored(string script, string accounts) =>
        Assert.Equal(accounts, _shell.Accounts(script));

    [Theory]
    [InlineData("STORE; ENTER; GLOBEX; WHO; EXIT; WHO; EXIT; WHO", "globex abc stored")]
    [InlineData("STORE; ENTER; GLOBEX; WHO; EXIT -All; WHO", "globex stored")]
    [InlineData("STORE; & { ENTER; & { GLOBEX } }; WHO; & { EXIT; WHO; & { EXIT } }; WHO", "globex abc stored")]
    [InlineData("& { STORE; ENTER }; & { WHO; EXIT; WHO }", "abc home")]
    public void Roles_within_roles_are_left_one_by_one_from_any_scope(string script, string accounts) =>
        Assert.Equal(accounts, _shell.Accounts(script));

    [Theory]
    // What is stored inside is what the user asked for a moment ago; it lasts until the role is left, or the next is entered.
    [InlineData("ENTER; STORE; WHO; EXIT; WHO", "stored home")]
    [InlineData("Set-AWSCredential -ProfileName client-333333333333; ENTER; STORE; WHO; EXIT; WHO", "stored globex")]
    [InlineData("ENTER; STORE; GLOBEX; WHO; EXIT; WHO; EXIT; WHO", "globex stored home")]
    [InlineData("ENTER; STORE; GLOBEX; STORE; EXIT -All; WHO", "home")]
    [InlineData("ENTER; & { STORE; WHO }; WHO; EXIT; WHO", "stored abc home")]
    [InlineData("STORE; ENTER; Clear-AWSCredential; WHO; EXIT; WHO", "abc stored")]
    public void What_is_stored_inside_lasts_until_the_role_is_left(string script, string accounts) =>
        Assert.Equal(accounts, _shell.Accounts(script));

    [Fact]
    public void A_variable_that_was_not_there_is_gone_after_leaving()
    {
        const string IsThere = "$null -ne $ExecutionContext.SessionState.PSVariable.Get('StoredAWSCredentials')";

        Assert.Equal(["False", "True", "False"], _shell.Run($"ENTER; {IsThere}; STORE; {IsThere}; EXIT; {IsThere}").Texts);
    }

    [Fact]
    public void Credentials_stored_inside_that_leaving_cannot_reach_are_warned_of()
    {
        ShellResult result = _shell.Run("& { ENTER; STORE; EXIT; WHO }");

        Assert.Equal([SandboxSession.Initech], result.Texts);
        Assert.Contains("Clear-AWSCredential", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Get_ClientRole_warns_of_credentials_that_outrank_the_role_and_of_nothing_else()
    {
        Assert.Empty(_shell.Run("STORE; Get-ClientRole; ENTER; Get-ClientRole").Warnings);

        Assert.Contains("Clear-AWSCredential", Assert.Single(_shell.Run("STORE; Get-ClientRole").Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_very_objects_that_were_stored_are_put_back()
    {
        ShellResult result = _shell.Run("""
            STORE; Set-DefaultAWSRegion us-east-1
            $credentials = $StoredAWSCredentials; $variable = $ExecutionContext.SessionState.PSVariable.Get('StoredAWSCredentials'); $variable.Description = 'mine'
            ENTER; $null -eq $StoredAWSCredentials; $null -eq $StoredAWSRegion
            EXIT; [object]::ReferenceEquals($credentials, $StoredAWSCredentials); $StoredAWSRegion
            [object]::ReferenceEquals($variable, $ExecutionContext.SessionState.PSVariable.Get('StoredAWSCredentials')); $variable.Description
            """);

        Assert.Equal(["True", "True", "True", "us-east-1", "True", "mine"], result.Texts);
    }

    [Fact]
    public void AWS_Tools_works_in_the_Region_of_the_session()
    {
        _shell.Run("Set-DefaultAWSRegion us-east-1; WHO; $null = Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly -Region eu-central-1");
        Assert.Equal("us-east-1", accounts.Requests.Last(request => request.AccountId == SandboxSession.Home && request.PrincipalArn!.EndsWith("user/admin", StringComparison.Ordinal)).Region);
        _shell.Run("WHO");
        Assert.Equal("eu-central-1", accounts.Requests[^1].Region);
        _shell.Run("EXIT; WHO");
        Assert.Equal("us-east-1", accounts.Requests[^1].Region);
    }

    [Theory]
    [InlineData("STORE; $ExecutionContext.SessionState.PSVariable.Get('StoredAWSCredentials').Options = 'ReadOnly'", "StoredAWSCredentials", "Remove-Variable StoredAWSCredentials -Force")]
    [InlineData("$ExecutionContext.SessionState.PSVariable.Set([psvariable]::new('StoredAWSRegion', 'us-east-1', 'Constant'))", "StoredAWSRegion", "new shell")]
    [InlineData("[string] $global:StoredAWSRegion = 'us-east-1'", "StoredAWSRegion", "Remove-Variable StoredAWSRegion -Force")]
    [InlineData("[ValidateNotNull()] $global:StoredAWSRegion = 'us-east-1'", "StoredAWSRegion", "Remove-Variable StoredAWSRegion -Force")]
    public void A_variable_that_cannot_be_emptied_stops_the_entry(string prepare, string name, string action)
    {
        _shell.Run($"STORE; Set-DefaultAWSRegion us-east-1; {(prepare.Contains("psvariable]::new", StringComparison.Ordinal) ? "$ExecutionContext.SessionState.PSVariable.Remove('StoredAWSRegion'); " : "")}{prepare}");

        ErrorRecord error = _shell.Try("ENTER").OnlyError();

        Assert.Equal("StoredCredentialsReadOnly", error.Id());
        Assert.Equal(ErrorCategory.InvalidOperation, error.CategoryInfo.Category);
        Assert.Contains($"${name} cannot be emptied", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        // Neither environment nor shell has changed.
        Assert.Equal("stored", _shell.Accounts("WHO"));
        Assert.Equal(["us-east-1"], _shell.Run("$StoredAWSRegion").Texts);
        Assert.Empty(_shell.Run("Get-ClientRole").Output);
        Assert.Equal("sandbox-home", Environment.GetEnvironmentVariable("AWS_PROFILE"));
    }

    [Theory]
    [InlineData("'ReadOnly'")]
    [InlineData("'Constant'")]
    public void A_locked_variable_stops_the_entry_before_AWS_is_asked(string options)
    {
        _shell.Run("STORE; $held = $StoredAWSCredentials; $ExecutionContext.SessionState.PSVariable.Remove('StoredAWSCredentials')");
        _shell.Run($"$ExecutionContext.SessionState.PSVariable.Set([psvariable]::new('StoredAWSCredentials', $held, {options}))");
        int asked = accounts.Requests.Count;

        Assert.Equal("StoredCredentialsReadOnly", _shell.Try("ENTER").OnlyError().Id());

        Assert.Equal(asked, accounts.Requests.Count);
    }

    [Fact]
    public void A_locked_variable_that_holds_nothing_is_in_nobodys_way()
    {
        Assert.Equal("abc home", _shell.Accounts("$ExecutionContext.SessionState.PSVariable.Set([psvariable]::new('StoredAWSCredentials', $null, 'Constant')); ENTER; WHO; EXIT; WHO"));
    }

    [Fact]
    public void An_entry_that_is_refused_leaves_what_is_stored_alone()
    {
        Assert.Equal("ClientNotFound", _shell.Try("STORE; Enter-ClientRole Nobody -HomeProfileName ana@AbcCorpReadOnly").OnlyError().Id());

        Assert.Equal("stored", _shell.Accounts("WHO"));
    }

    [Fact]
    public void A_variable_that_was_locked_inside_does_not_keep_the_role_from_being_left()
    {
        Assert.Equal("abc home", _shell.Accounts("STORE; ENTER; WHO; $ExecutionContext.SessionState.PSVariable.Get('StoredAWSCredentials').Options = 'ReadOnly'; EXIT; WHO"));
        Assert.Empty(_shell.Run("Get-ClientRole").Output);
    }
}
