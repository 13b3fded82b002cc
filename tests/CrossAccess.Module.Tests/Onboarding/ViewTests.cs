using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Onboarding;

/// <summary>What a console of 80 columns shows.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ViewTests : IDisposable
{
    private readonly SandboxSession _aws = new();

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222", "Client AccountId Tier RoleName Status", "AbcCorp 222222222222 ReadOnly acme-read-only Unchanged")]
    [InlineData("New-ClientPermissionSet AbcCorp", "Client Tier PermissionSetName AccountId Roles Status", "AbcCorp ReadOnly AbcCorpReadOnly 222222222222 1 Unchanged")]
    [InlineData("Grant-ClientAccess AbcCorp -User ana", "Client Tier Type Name Expires Status", "AbcCorp ReadOnly User ana Unchanged")]
    [InlineData("Get-ClientAccess", "Client Tier Type Name Expires Status", "AbcCorp ReadOnly User ana")]
    [InlineData("Get-RemoteAccessRole AbcCorp -Tier ReadOnly -ProfileName client-222222222222", "Client AccountId Tier RoleName Status", "AbcCorp 222222222222 ReadOnly acme-read-only")]
    [InlineData("Get-ClientPermissionSet", "Client Tier PermissionSetName AccountId Roles Status", "AbcCorp ReadOnly AbcCorpReadOnly 222222222222 1")]
    [InlineData("Get-CrossAccessClient", "", "AbcCorp")]
    [InlineData("Get-AccessTier", "", "Administrator")]
    [InlineData("Get-CrossAccessConfiguration", "", "acme")]
    [InlineData("Get-CrossAccessSandbox", "", "http://127.0.0.1:")]
    [InlineData("Get-CrossAccessSandbox -Event", "", "ListInstances")]
    [InlineData("Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly", "", "AbcCorp")]
    [InlineData("Get-ClientConsoleUrl AbcCorp -HomeProfileName ana@AbcCorpReadOnly -Service s3", "Client Tier AccountId Page Min Url", "AbcCorp ReadOnly 222222222222 /s3/home 14 secret: .Url")]
    [InlineData("Get-ClientConsoleUrl AbcCorp -SwitchRole", "Client Tier AccountId Url", "AbcCorp ReadOnly 222222222222 http://127.0.0.1:")]
    [InlineData("Get-ClientConsoleUrl AbcCorp -Portal", "Client Tier Url", "AbcCorp ReadOnly https://d-")]
    public void A_result_is_a_table_that_fits(string script, string header, string row)
    {
        _aws.Onboard();
        _aws.Run("Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home");

        string text = _aws.Shell.Render(script);

        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= 80, $"{line.Length} columns: {line}"));
        string[] squeezed = [.. lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        if (header.Length > 0) Assert.Equal(header, squeezed[0]);
        Assert.Contains(squeezed, line => line.Contains(row, StringComparison.Ordinal));
    }
}
