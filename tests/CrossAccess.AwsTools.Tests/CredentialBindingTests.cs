using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.AwsTools.Tests;

/// <summary>A session is a credential wherever AWS Tools asks for one, whatever the environment says by then.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class CredentialBindingTests(Accounts accounts) : IDisposable
{
    private readonly SharedShell _shell = ShellThatHasLeft();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("Get-STSCallerIdentity -Credential $session")]
    [InlineData("$session | Get-STSCallerIdentity")]
    [InlineData("Get-STSCallerIdentity -Credential ([Amazon.Runtime.AWSCredentials] $session)")]
    [InlineData("Get-STSCallerIdentity -Credential ([Amazon.Runtime.SessionAWSCredentials] $session)")]
    [InlineData("Get-STSCallerIdentity -Credential ($session -as [Amazon.Runtime.AWSCredentials])")]
    [InlineData("[Amazon.Runtime.AWSCredentials] $typed = $session; $typed | Get-STSCallerIdentity")]
    [InlineData("Get-STSCallerIdentity -AccessKey $session.AccessKey -SecretKey $session.SecretAccessKey -SessionToken $session.SessionToken")]
    [InlineData("Set-AWSCredential -Credential $session; Get-STSCallerIdentity")]
    [InlineData("Set-AWSCredential -Credential $other; Get-STSCallerIdentity -Credential $session")]
    public void A_session_acts_in_its_account_after_it_was_left(string script) =>
        Assert.Equal("abc home", _shell.Accounts($"(& {{ {script} }}).Account; WHO"));

    [Fact]
    public void Each_of_several_piped_sessions_acts_in_its_own_account_and_Region()
    {
        Assert.Equal("abc globex", _shell.Accounts("$session, $other | Get-STSCallerIdentity | ForEach-Object Account"));
        Assert.Equal(["eu-west-1", "eu-central-1"], accounts.Requests.TakeLast(2).Select(request => request.Region));
    }

    [Fact]
    public void What_is_made_of_a_session_is_of_the_SDK_that_asks_and_not_of_ours()
    {
        PSObject made = Assert.Single(_shell.Run("[Amazon.Runtime.AWSCredentials] $session").Output);

        Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(made.BaseObject.GetType().Assembly));
        Assert.Contains(AssemblyLoadContext.All, context => context.Name == "CrossAccess" && context.Assemblies.Any(assembly => assembly.GetName().Name == "AWSSDK.Core"));
    }

    [Theory]
    [InlineData("Get-STSCallerIdentity -Credential $session")]
    [InlineData("[Amazon.Runtime.AWSCredentials] $session")]
    [InlineData("Set-AWSCredential -Credential $session")]
    public void A_session_that_has_ended_is_refused_before_AWS_is_asked_and_the_error_says_what_to_type(string script)
    {
        object session = _shell.Run("$session").Output[0].BaseObject;
        SetExpiration(session, DateTimeOffset.UtcNow.AddSeconds(-1));
        int asked = accounts.Requests.Count;

        ErrorRecord error = _shell.Try(script).OnlyError();

        Assert.Contains("The session of AbcCorp ReadOnly (222222222222) ended", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Enter-ClientRole AbcCorp -Tier ReadOnly -Account 222222222222", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain((string)((dynamic)session).SecretAccessKey, $"{error} {error.Exception}", StringComparison.Ordinal);
        Assert.Equal(asked, accounts.Requests.Count);
    }

    [Theory]
    [InlineData("[string] $session", "AbcCorp ReadOnly (222222222222)")]
    [InlineData("$session -as [int]", "")]
    [InlineData("$session -as [Amazon.RegionEndpoint]", "")]
    [InlineData("$session -as [Amazon.Runtime.BasicAWSCredentials]", "")]
    [InlineData("'text' -as [CrossAccess.ClientSession]", "")]
    public void A_session_becomes_nothing_else(string script, string expected) =>
        Assert.Equal(expected, string.Join(',', _shell.Run(script).Texts));

    private static SharedShell ShellThatHasLeft()
    {
        SharedShell shell = new();
        shell.Run("""
            $session = Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly
            $other = Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly -Region eu-central-1
            Exit-ClientRole -All
            """);
        return shell;
    }

    // Every session of a test lasts longer than the test.
    private static void SetExpiration(object session, DateTimeOffset expiration) =>
        session.GetType().GetField("<Expiration>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!
            .SetValue(session, expiration, BindingFlags.Default, null, CultureInfo.InvariantCulture);
}
