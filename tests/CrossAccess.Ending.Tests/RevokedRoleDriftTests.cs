using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>A role in which older sessions are denied is as it should be to every other command.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RevokedRoleDriftTests : IDisposable
{
    private const string Revoke = "Revoke-ClientSession AbcCorp -ProfileName client-222222222222 -Force -WarningAction SilentlyContinue";

    private readonly TimedAws _aws = new("Grant-ClientAccess AbcCorp -User ana", new SandboxOptions { ApproveSignInAs = "ana" });
    private readonly QuickTime _time;

    public RevokedRoleDriftTests() => _time = new QuickTime(_aws.Sandbox);

    public void Dispose()
    {
        _time.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public async Task Making_reading_and_importing_neither_report_nor_remove_it()
    {
        string role = _aws.Shell.Render("Get-RemoteAccessRole AbcCorp -ProfileName client-222222222222 | ForEach-Object { $_.RoleArn; $_.ManagedPolicyArn; $_.MaxSessionDuration }");
        string import = ImportOf();
        _aws.Run(Revoke);
        string deny = (await _aws.DenyAsync())!;
        _aws.Sandbox.ClearEvents();

        Assert.Equal(["Unchanged"], _aws.RunWhole("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222").Statuses());
        Assert.Equal(role, _aws.Shell.Render("Get-RemoteAccessRole AbcCorp -ProfileName client-222222222222 | ForEach-Object { $_.RoleArn; $_.ManagedPolicyArn; $_.MaxSessionDuration }"));
        Assert.Equal(import, ImportOf());
        Assert.Equal(["Updated"], _aws.RunWhole("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 -MaxSessionDuration 2:00 -PolicyDocument '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:ListAllMyBuckets\",\"Resource\":\"*\"}]}'").Statuses());

        Assert.Equal(deny, await _aws.DenyAsync());
    }

    [Fact]
    public void A_chain_by_which_a_fresh_session_gets_in_still_passes()
    {
        _aws.Run(Revoke);
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));

        Assert.All(_aws.Run("Test-ClientAccess AbcCorp -Tier ReadOnly -User ana -ProfileName client-222222222222"), link => Assert.Contains(link.Text("Result"), (string[])["Pass", "Unknown"]));
        Assert.Equal([true], _aws.Run("Test-ClientAccess AbcCorp -Tier ReadOnly -User ana -ProfileName client-222222222222 -Quiet").Select(answer => answer.BaseObject));
        _aws.Run("Connect-CrossAccess -UseDeviceCode");
        Assert.All(_aws.Run("Test-ClientAccess AbcCorp -Tier ReadOnly"), link => Assert.Equal("Pass", link.Text("Result")));
    }

    [Fact]
    public void A_session_that_this_process_holds_is_not_handed_out_again()
    {
        _aws.Run("Connect-CrossAccess -UseDeviceCode");
        string held = Enter();
        Assert.Equal(held, Enter());
        _aws.Sandbox.Advance(TimeSpan.FromSeconds(1));

        _aws.Run(Revoke);

        _aws.Sandbox.ClearEvents();
        Assert.NotEqual(held, Enter());
        Assert.Contains("AssumeRole", _aws.Operations);
    }

    [Fact]
    public void A_shell_that_has_entered_the_role_is_told_before()
    {
        _aws.Run("Connect-CrossAccess -UseDeviceCode; Enter-ClientRole AbcCorp");
        IReadOnlyList<string> warnings = _aws.RunWhole("Revoke-ClientSession AbcCorp -ProfileName client-222222222222 -WhatIf").Warnings;
        Assert.Contains(warnings, warning => warning.StartsWith("This shell has entered acme-read-only itself", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_goes_with_the_role()
    {
        _aws.Run(Revoke);
        Assert.Equal(["Removed"], _aws.RunWhole("Remove-RemoteAccessRole AbcCorp -Tier ReadOnly -ProfileName client-222222222222 -Force").Statuses());
        using SignedClient admin = SignedClient.Administrator(_aws.Sandbox, "222222222222");
        Assert.Equal("NoSuchEntity", (await Assert.ThrowsAsync<AwsError>(() => admin.IamAsync("GetRole", ("RoleName", RevokedRoles.RoleName)))).Code);
    }

    private string Enter() => Assert.Single(_aws.Run("Enter-ClientRole AbcCorp; Exit-ClientRole")).Text("AccessKey");

    private string ImportOf() => string.Join('\n', _aws.Run("Import-CrossAccessClient -ProfileName client-222222222222 -WhatIf").Select(proposal => string.Join(", ", proposal.Properties.Select(property => $"{property.Name}={property.Value}"))));
}
