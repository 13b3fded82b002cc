using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.AwsTools.Tests;

/// <summary>
/// AWS Tools acts in an entered role's account also where the role's credentials are served and no key stands in the
/// environment, though the user's default profile holds keys and the SDK has read that file before.
/// </summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class AutoRefreshTests : IDisposable
{
    private readonly SharedShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("WHO; STAY; WHO; EXIT; WHO", "home abc home")]
    [InlineData("STORE; WHO; STAY; WHO; EXIT; WHO", "stored abc stored")]
    [InlineData("& { STORE; STAY; WHO; & { WHO } }; WHO; EXIT; WHO", "abc abc abc home")]
    [InlineData("STORE -Scope Global; & { STORE; STAY; WHO }; WHO; EXIT; WHO", "abc abc stored")]
    [InlineData("STORE; STAY; GLOBEX; WHO; EXIT; WHO; EXIT; WHO", "globex abc stored")]
    [InlineData("STORE; GLOBEX; STAY; WHO; EXIT; WHO; EXIT; WHO", "abc globex stored")]
    [InlineData("STAY; STAY; WHO; EXIT; WHO; EXIT; WHO", "abc abc home")]
    [InlineData("STAY; STORE; WHO; EXIT; WHO", "stored home")]
    // A variable that holds nothing hides one that does.
    [InlineData("& { STORE; Clear-AWSCredential; STAY; WHO; EXIT; WHO }; WHO", "abc home home")]
    public void AWS_Tools_takes_the_credentials_that_are_served(string script, string accounts) =>
        Assert.Equal(accounts, _shell.Accounts(script));

    [Fact]
    public void What_is_served_is_gone_after_leaving_and_is_nobodys_stored_credentials()
    {
        ShellResult result = _shell.Run("STAY; Get-ClientRole; EXIT; $null -eq $ExecutionContext.SessionState.PSVariable.Get('StoredAWSCredentials')");

        Assert.Empty(result.Warnings);
        Assert.Equal(["AbcCorp ReadOnly (222222222222)", "True"], result.Texts);
        Assert.Contains("Clear-AWSCredential", Assert.Single(_shell.Run("STAY; STORE; Get-ClientRole").Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_AWS_Tools_cannot_be_given_them_nothing_is_entered()
    {
        _shell.Run("$ExecutionContext.SessionState.PSVariable.Set([psvariable]::new('StoredAWSCredentials', $null, 'Constant'))");
        Dictionary<string, string> before = SandboxSession.Variables();

        ErrorRecord error = _shell.Try("STAY").OnlyError();

        Assert.Equal("StoredCredentialsReadOnly", error.Id());
        Assert.Equal(before, SandboxSession.Variables());
        Assert.Empty(_shell.Run("Get-ClientRole").Output);
        Assert.Equal("home", _shell.Accounts("WHO"));
    }
}
