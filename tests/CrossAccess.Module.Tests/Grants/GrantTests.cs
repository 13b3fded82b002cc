using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Grants;

/// <summary>Giving access to people, and taking all of it apart again.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class GrantTests : IDisposable
{
    private readonly SandboxSession _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void A_user_is_found_by_name_and_by_e_mail_address()
    {
        _aws.Sandbox.AddUser("zoe", "zoe@example.com", "Zoe");
        _aws.Onboard(grant: "-User ana");

        PSObject byMail = Assert.Single(_aws.Run("Grant-ClientAccess AbcCorp -Tier ReadOnly -User zoe@example.com").Output);
        PSObject byName = Assert.Single(_aws.Run("Grant-ClientAccess AbcCorp -Tier ReadOnly -User zoe").Output);

        Assert.Equal("Created", byMail.Text("Status"));
        Assert.Equal("zoe", byMail.Text("PrincipalName"));
        Assert.Equal("Unchanged", byName.Text("Status"));
        Assert.Equal(byMail.Text("PrincipalId"), byName.Text("PrincipalId"));
    }

    [Fact]
    public void Groups_in_one_cell_are_several()
    {
        _aws.Onboard();
        PSObject row = SandboxSession.Row("AbcCorp", SandboxSession.Abc);
        row.Properties.Add(new PSNoteProperty("Tier", "ReadOnly"));
        row.Properties.Add(new PSNoteProperty("Group", "Engineers; Support"));
        row.Properties.Add(new PSNoteProperty("User", ""));

        Assert.Equal(["Engineers", "Support"], _aws.Run("$rows | Grant-ClientAccess", row).Output.Select(grant => grant.Text("PrincipalName")));
    }

    [Fact]
    public void What_was_made_is_unmade_grant_set_and_role_and_nothing_of_it_stays_behind()
    {
        _aws.Onboard(grant: "-Group Engineers -User eve");

        Assert.Equal(["Removed", "Removed"], _aws.Run("Get-ClientAccess AbcCorp -Tier ReadOnly | Revoke-ClientAccess -Force").Statuses());
        Assert.Equal(["Removed"], _aws.Run("Remove-ClientPermissionSet AbcCorp -Tier ReadOnly -Force").Statuses());
        Assert.Equal(["Removed"], _aws.Run("Remove-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly -ProfileName client-222222222222 -Force").Statuses());

        Assert.Empty(_aws.Run("Get-ClientAccess").Output);
        Assert.Empty(_aws.Run("Get-ClientPermissionSet").Output);
        Assert.Empty(_aws.Run("Get-RemoteAccessRole AbcCorp -ProfileName client-222222222222").Output);
        string inventory = File.ReadAllText(SandboxSession.InventoryPath);
        Assert.DoesNotContain("permissionSet/", inventory, StringComparison.Ordinal);
        Assert.DoesNotContain("acme-read-only", inventory, StringComparison.Ordinal);
        Assert.DoesNotContain("Engineers", inventory, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_unmade_can_be_made_again()
    {
        _aws.Onboard();
        _aws.Run("Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force; Remove-ClientPermissionSet AbcCorp -Tier ReadOnly -Force");
        _aws.Run("Remove-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly -ProfileName client-222222222222 -Force");

        ShellResult again = _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 | New-ClientPermissionSet | Grant-ClientAccess -User ana");

        Assert.Equal(["Created"], again.Statuses());
        Assert.Equal(["AbcCorp ReadOnly (222222222222)"], _aws.Run("Enter-ClientRole AbcCorp -HomeProfileName ana@AbcCorpReadOnly").Texts);
    }

    [Fact]
    public void A_grant_that_is_not_there_is_revoked_without_a_change()
    {
        _aws.Onboard();

        Assert.Equal(["Unchanged"], _aws.Run("Revoke-ClientAccess AbcCorp -Tier ReadOnly -User eve -Force").Statuses());
        Assert.Empty(_aws.ChangingRequests);
    }

    [Theory]
    [InlineData("Remove-ClientPermissionSet AbcCorp -Tier Administrator -Force", "PermissionSetNotFound")]
    [InlineData("Remove-RemoteAccessRole AbcCorp 222222222222 -Tier Administrator -ProfileName client-222222222222 -Force", "RoleNotFound")]
    [InlineData("Revoke-ClientAccess AbcCorp -Tier Administrator -User ana -Force", "PermissionSetNotFound")]
    public void Removing_what_is_not_there_says_so(string script, string id)
    {
        _aws.Onboard();

        ErrorRecord error = _aws.Try(script).OnlyError();

        Assert.Equal(id, error.Id());
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("AbcCorp", error.TargetObject);
        Assert.Empty(_aws.ChangingRequests);
    }

    [Fact]
    public void A_set_that_somebody_holds_is_not_removed_and_the_error_says_what_to_do()
    {
        _aws.Onboard();

        ErrorRecord error = _aws.Try("Remove-ClientPermissionSet AbcCorp -Tier ReadOnly -Force").OnlyError();

        Assert.Equal("ResourceInUse", error.Id());
        Assert.Contains("Revoke-ClientAccess", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_aws.ChangingRequests);
    }

    [Theory]
    [InlineData("Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana", "DeleteAccountAssignment")]
    [InlineData("Remove-ClientPermissionSet AbcCorp -Tier ReadOnly", "DeletePermissionSet")]
    [InlineData("Remove-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly -ProfileName client-222222222222", "DeleteRole")]
    public void Ending_access_asks_and_no_is_no_and_yes_is_yes(string script, string operation)
    {
        Prepare(operation);

        _aws.Shell.Screen.Answers.Enqueue("No");
        Assert.Empty(_aws.Run(script).Output);
        Assert.Empty(_aws.ChangingRequests);

        _aws.Shell.Screen.Answers.Enqueue("Yes");
        Assert.Equal(["Removed"], _aws.Run(script).Statuses());
        Assert.Equal(operation, _aws.ChangingRequests[^1]);
        Assert.Equal(2, _aws.Shell.Screen.Questions.Count);
    }

    [Theory]
    [InlineData("Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana", "DeleteAccountAssignment")]
    [InlineData("Remove-ClientPermissionSet AbcCorp -Tier ReadOnly", "DeletePermissionSet")]
    [InlineData("Remove-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly -ProfileName client-222222222222", "DeleteRole")]
    public void WhatIf_outranks_Force_and_Force_outranks_Confirm(string script, string operation)
    {
        Prepare(operation);

        Assert.Equal(["Planned"], _aws.Run($"{script} -WhatIf -Force -Confirm").Statuses());
        Assert.Empty(_aws.ChangingRequests);

        Assert.Equal(["Removed"], _aws.Run($"{script} -Force -Confirm").Statuses());
        Assert.Empty(_aws.Shell.Screen.Questions);
    }

    [Theory]
    [InlineData("-Confirm:$false")]
    [InlineData("")]
    public void Unattended_use_is_not_asked_with_Confirm_false_or_ConfirmPreference_None(string confirm)
    {
        _aws.Onboard();

        Assert.Equal(["Removed"], _aws.Run($"if (!'{confirm}') {{ $ConfirmPreference = 'None' }}; Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana {confirm}").Statuses());
        Assert.Empty(_aws.Shell.Screen.Questions);
    }

    [Fact]
    public void Confirm_on_the_way_in_asks_for_each_row_and_what_is_declined_is_not_made()
    {
        foreach (string answer in new[] { "Yes", "No", "Yes" }) _aws.Shell.Screen.Answers.Enqueue(answer);

        ShellResult result = _aws.Run("$rows | New-RemoteAccessRole -Confirm", SandboxSession.ThreeRows());

        Assert.Equal(["AbcCorp", "Initech"], result.Output.Select(role => role.Text("Client")));
        Assert.Equal([SandboxSession.Abc, SandboxSession.Initech], _aws.Requests.Where(request => request.Operation == "CreateRole").Select(request => request.AccountId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_role_that_is_not_ours_is_refused_unless_it_is_adopted()
    {
        AwsCli.SkipWhereMissing();
        MakeRoleByHand();

        ErrorRecord error = _aws.Try("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222").OnlyError();
        Assert.Equal("RoleExists", error.Id());
        Assert.Contains("-Adopt", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_aws.ChangingRequests);

        Assert.Equal(["Updated"], _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222 -Adopt").Statuses());
        Assert.Equal(["Unchanged"], _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -ProfileName client-222222222222").Statuses());
    }

    [Fact]
    public void A_role_that_is_not_ours_is_not_removed()
    {
        AwsCli.SkipWhereMissing();
        MakeRoleByHand();

        Assert.Equal("RoleExists", _aws.Try("Remove-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly -ProfileName client-222222222222 -Force").OnlyError().Id());
        Assert.Empty(_aws.ChangingRequests);
    }

    private void MakeRoleByHand()
    {
        AwsCli.Run(SandboxSession.ProfileOf(SandboxSession.Abc), "iam", "create-role", "--role-name", "acme-read-only", "--assume-role-policy-document",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::222222222222:root"}}]}""");
        _aws.Sandbox.ClearEvents();
    }

    // A set can be removed only when nobody holds it.
    private void Prepare(string operation)
    {
        _aws.Onboard();
        if (operation == "DeletePermissionSet") _aws.Run("Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force");
        _aws.Sandbox.ClearEvents();
    }
}
