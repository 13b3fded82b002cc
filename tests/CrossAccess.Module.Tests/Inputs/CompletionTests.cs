using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Inputs;

/// <summary>What Tab offers on the real cmdlets once clients are onboarded; it asks no server.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class CompletionTests : IDisposable
{
    private readonly SandboxSession _aws = new();

    public CompletionTests()
    {
        _aws.Onboard(grant: "-Group Engineers -User ana", role: "-AccountName production");
        _aws.Onboard("Globex", SandboxSession.Globex, "-Group Support");
    }

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("Enter-ClientRole a", "AbcCorp")]
    [InlineData("New-ClientPermissionSet -Client ", "AbcCorp Globex")]
    [InlineData("Enter-ClientRole AbcCorp -Tier r", "ReadOnly")]
    [InlineData("New-RemoteAccessRole -Tier ", "Administrator ReadOnly DevOps")]
    [InlineData("Enter-ClientRole AbcCorp -Account ", "production")]
    [InlineData("New-RemoteAccessRole -Client Globex -AccountId ", "333333333333")]
    [InlineData("Grant-ClientAccess AbcCorp -Group e", "Engineers")]
    [InlineData("Revoke-ClientAccess AbcCorp -User ", "ana")]
    [InlineData("New-RemoteAccessRole -ProfileName client-4", "client-444444444444")]
    [InlineData("Initialize-CrossAccess -HomeProfileName sandbox-h", "sandbox-home")]
    [InlineData("Enter-ClientRole AbcCorp -Region eu-central-", "eu-central-1 eu-central-2")]
    [InlineData("Open-ClientConsole g", "Globex")]
    [InlineData("Open-ClientConsole AbcCorp -Account ", "production")]
    [InlineData("Open-ClientConsole AbcCorp -Service cloud", "cloudformation cloudfront cloudtrail cloudwatch")]
    [InlineData("Get-ClientConsoleUrl -Region cn-", "cn-north-1 cn-northwest-1")]
    [InlineData("Get-ClientConsoleUrl AbcCorp -SwitchRole -Color ", "Red Orange Yellow Green Blue")]
    public void An_argument_completes_from_what_is_recorded(string line, string offered)
    {
        string[] completions = [.. _aws.Shell.Complete(line).Select(completion => completion.CompletionText)];

        Assert.Equal(offered.Split(' ').Order(StringComparer.Ordinal), completions.Order(StringComparer.Ordinal));
        Assert.Empty(_aws.Requests);
    }
}
