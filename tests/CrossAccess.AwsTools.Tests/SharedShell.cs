using System.Reflection;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.AwsTools.Tests;

/// <summary>A shell with CrossAccess and the stand-in for AWS Tools side by side. What its word STORE stores leads to Initech's account.</summary>
internal sealed class SharedShell : IDisposable
{
    private readonly ModuleSession _session = new(StandIn);

    internal static string StandIn => typeof(SharedShell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "AwsToolsStandIn").Value!;

    /// <summary>Runs a script that must write no error. Its words WHO, STORE, ENTER, GLOBEX and EXIT stand for the commands of these tests.</summary>
    public ShellResult Run(string script)
    {
        ShellResult result = Try(script);
        Assert.Empty(result.Errors);
        Assert.Null(result.Terminated);
        return result;
    }

    public ShellResult Try(string script) => _session.Run(Spell(script));

    /// <summary>The names of the accounts in which the commands WHO of a script acted, in order.</summary>
    public string Accounts(string script) => string.Join(' ', Run(script).Texts.Select(NameOf));

    public void Dispose()
    {
        _session.Run("if (Get-ClientRole) { Exit-ClientRole -All }");
        _session.Dispose();
    }

    // In the script's own words and not as functions, which would have scopes of their own.
    private static string Spell(string script) => script
        .Replace("WHO", "(Get-STSCallerIdentity).Account", StringComparison.Ordinal)
        .Replace("STORE", $"Set-AWSCredential -ProfileName {SandboxSession.ProfileOf(SandboxSession.Initech)}", StringComparison.Ordinal)
        .Replace("STAY", "$null = Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly -AutoRefresh", StringComparison.Ordinal)
        .Replace("ENTER", "$null = Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly", StringComparison.Ordinal)
        .Replace("GLOBEX", "$null = Enter-ClientRole Globex -HomeProfileName ana@GlobexReadOnly", StringComparison.Ordinal)
        .Replace("EXIT", "Exit-ClientRole", StringComparison.Ordinal);

    private static string NameOf(string account) => account switch
    {
        SandboxSession.Home => "home",
        SandboxSession.Abc => "abc",
        SandboxSession.Globex => "globex",
        SandboxSession.Initech => "stored",
        _ => account,
    };
}
