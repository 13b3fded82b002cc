using System.Management.Automation;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>Off-boarding a client whole: by credentials of its accounts, by a role of the organization, and from within.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class OffboardingTests : IDisposable
{
    private const string Globex = "arn:aws:iam::333333333333:role/acme-read-only";

    private readonly OffboardedAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task By_credentials_of_each_account_everything_goes_and_every_session_ends()
    {
        using SignedClient ben = await _aws.EnterAsync("ben");
        using SignedClient ana = await _aws.EnterAsync("ana", "AbcCorpAdministrator", OffboardedAws.Administrator);
        using SignedClient home = _aws.Open("ben")!;
        using SignedClient eve = _aws.Open("eve", "GlobexReadOnly")!;

        IReadOnlyList<PSObject> rows = _aws.Run($"{OffboardedAws.Rows} | Remove-CrossAccessClient -Force");

        Assert.Equal(
            [
                "Removed RemoteAccessRole acme-administrator 222222222222 Administrator",
                "Removed RemoteAccessRole acme-read-only 222222222222 ReadOnly",
                "Removed RemoteAccessRole acme-read-only 444444444444 ReadOnly",
                "Removed ClientAccess user ana 111111111111 Administrator",
                "Removed ClientAccess group Engineers 111111111111 ReadOnly",
                "Removed ClientAccess user ben 111111111111 ReadOnly",
                "Removed ClientPermissionSet AbcCorpAdministrator Administrator",
                "Removed ClientPermissionSet AbcCorpReadOnly ReadOnly",
                "Removed Record inventory.json",
            ],
            OffboardedAws.Lines(rows));
        Assert.Contains("Export-ClientProfile", rows[^1].Text("NextStep"), StringComparison.Ordinal);
        _aws.RequireClean();
        Assert.False(await ben.MayActAsync());
        Assert.False(await ana.MayActAsync());
        Assert.False(await OffboardedAws.MayEnterAsync(home));
        Assert.True(await OffboardedAws.MayEnterAsync(eve, Globex));
    }

    [Fact]
    public async Task By_a_role_that_stands_in_every_account()
    {
        await _aws.LetHomeInAsync("222222222222");
        await _aws.LetHomeInAsync("444444444444");

        _aws.Run("$env:AWS_PROFILE = 'sandbox-home'");
        IReadOnlyList<PSObject> rows = _aws.Run("Get-CrossAccessClient AbcCorp | Remove-CrossAccessClient -ThroughRole OrganizationAccountAccessRole -Force");

        Assert.All(rows, row => Assert.Equal("Removed", row.Text("Status")));
        _aws.RequireClean("OrganizationAccountAccessRole", "OrganizationAccountAccessRole");
    }

    [Fact]
    public async Task From_within_the_operator_is_let_through_until_the_very_last_step()
    {
        _aws.OperateAs("ana");
        using SignedClient own = await _aws.EnterAsync("ana", "AbcCorpAdministrator", OffboardedAws.Administrator);
        using SignedClient ben = await _aws.EnterAsync("ben");
        using SignedClient home = _aws.Open("ben")!;
        bool othersWereOut = false, operatorWasIn = false;
        _aws.Sandbox.BeforeHandling = async (request, _) =>
        {
            if (request.Operation != "DeleteRole" || othersWereOut) return;
            othersWereOut = !await OffboardedAws.MayEnterAsync(home);
            using SignedClient operatorAtHome = _aws.Open("ana", "AbcCorpAdministrator")!;
            operatorWasIn = await OffboardedAws.MayEnterAsync(operatorAtHome, OffboardedAws.Administrator);
        };

        IReadOnlyList<PSObject> rows = _aws.Run("Remove-CrossAccessClient AbcCorp 222222222222 -Via Administrator -Force");

        Assert.True(othersWereOut);
        Assert.True(operatorWasIn);
        Assert.Equal("PutRolePolicy", _aws.Sandbox.Events.Last(seen => seen is { Service: "iam", IsReadOnly: false }).Operation);
        // It has no administrator's role in the other account.
        Assert.Equal(["Removed", "Updated", "Skipped"], rows.Take(3).Select(row => row.Text("Status")));
        PSObject shut = rows.Single(row => row.Text("Status") == "Updated" && row.Text("Kind") == "RemoteAccessRole");
        Assert.Contains("cannot be deleted from here", shut.Text("Reason"), StringComparison.Ordinal);
        Assert.False(await own.MayActAsync());
        Assert.False(await ben.MayActAsync());
        Assert.Null(_aws.Open("ana", "AbcCorpAdministrator"));
        Assert.Equal(["444444444444"], _aws.Aws.Inventory["clients"]!["AbcCorp"]!["accounts"]!.AsArray().Select(account => (string)account!["id"]!));

        // What the client's admin is told to type leaves nothing.
        await _aws.TypeAsync("222222222222", shut.Text("NextStep"));
        _aws.Run("Remove-CrossAccessClient AbcCorp -ProfileName client-444444444444 -Force");
        _aws.RequireClean();
    }

    [Fact]
    public async Task By_a_session_of_the_clients_own_role_that_role_is_shut_and_not_deleted()
    {
        IReadOnlyList<PSObject> rows = _aws.Run("""
            $session = Get-ClientCredential AbcCorp -Tier Administrator -Account 222222222222 -HomeProfileName 'ana@AbcCorpAdministrator'
            Remove-CrossAccessClient AbcCorp 222222222222 -Credential $session -Force
            """);

        Assert.Equal("Updated RemoteAccessRole acme-administrator 222222222222 Administrator", OffboardedAws.Lines(rows)[1]);
        await _aws.TypeAsync("222222222222", rows[1].Text("NextStep"));
        Assert.Empty(OffboardedAws.RolesOf(_aws.State(), "222222222222"));
        _aws.RequireOthersUntouched();
    }

    [Fact]
    public void Another_operator_goes_on_where_the_first_was_stopped()
    {
        _aws.Run("$null = Grant-ClientAccess AbcCorp -Tier Administrator -User eve");
        _aws.OperateAs("ana");
        _aws.Aws.Stop("Remove-CrossAccessClient AbcCorp 222222222222 -Via Administrator -Force", "DetachRolePolicy", carriedOut: false);
        _aws.OperateAs("eve");

        IReadOnlyList<PSObject> rows = _aws.Run("Remove-CrossAccessClient AbcCorp 222222222222 -Via Administrator -Force");

        Assert.Equal(["Removed", "Updated"], rows.Where(row => row.Text("AccountId") == "222222222222").Select(row => row.Text("Status")));
        Assert.Equal("acme-administrator", (string?)OffboardedAws.RolesOf(_aws.State(), "222222222222").Single()["Name"]);
    }

    [Fact]
    public async Task Assignments_on_other_accounts_than_home_go_too()
    {
        await _aws.AssignAsync("AbcCorpReadOnly", _aws.Sandbox.AdminAccountId, "eve");

        IReadOnlyList<PSObject> rows = _aws.Run($"{OffboardedAws.Rows} | Remove-CrossAccessClient -Force");

        Assert.Contains($"Removed ClientAccess user eve {_aws.Sandbox.AdminAccountId} ReadOnly", OffboardedAws.Lines(rows));
        _aws.RequireClean();
    }

    [Fact]
    public async Task A_role_recorded_under_another_name_goes_and_so_does_one_of_the_conventions_name()
    {
        await _aws.RecordAsync("444444444444", "HandMade");

        IReadOnlyList<PSObject> rows = _aws.Run($"{OffboardedAws.Rows} | Remove-CrossAccessClient -Force");

        Assert.Equal(["HandMade", "acme-read-only"], rows.Where(row => row.Text("AccountId") == "444444444444").Select(row => row.Text("Name")));
        _aws.RequireClean();
    }

    [Fact]
    public void The_commands_for_a_role_that_could_not_be_read_delete_it_whatever_it_carries()
    {
        AwsCli.SkipWhereMissing();
        Assert.SkipUnless(File.Exists("/bin/bash"), "The commands are for bash.");
        _aws.Onboard("$null = New-RemoteAccessRole AbcCorp 444444444444 -Tier ReadOnly -ManagedPolicyArn arn:aws:iam::aws:policy/ReadOnlyAccess, arn:aws:iam::aws:policy/SecurityAudit -PolicyDocument '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}' -ProfileName client-444444444444");
        IReadOnlyList<PSObject> rows = _aws.Run("Remove-CrossAccessClient AbcCorp -ProfileName client-222222222222 -Forget -Force");

        OffboardedAws.TypeInBash("444444444444", rows.Single(row => row.Text("Status") == "Skipped").Text("NextStep"));

        _aws.RequireClean();
    }

    [Theory]
    [InlineData("", "belongs to account 999988887777")]
    [InlineData("-ProfileName client-333333333333", "belongs to account 333333333333")]
    [InlineData("-ThroughRole OrganizationAccountAccessRole", "AWS refused")]
    [InlineData("-ProfileName gone", "gone")]
    public void An_account_that_cannot_be_reached_blocks_nothing_at_home(string credentials, string reason)
    {
        IReadOnlyList<PSObject> rows = _aws.Run($"Remove-CrossAccessClient AbcCorp {credentials} -Force");

        PSObject[] skipped = [.. rows.Where(row => row.Text("Status") == "Skipped")];
        Assert.Equal(3, skipped.Length);
        Assert.All(skipped, row => Assert.Contains(reason, row.Text("Reason"), StringComparison.Ordinal));
        Assert.All(skipped, row => Assert.Contains($"aws iam delete-role --role-name {row.Text("Name")}", row.Text("NextStep"), StringComparison.Ordinal));
        Assert.Equal("Updated", rows[^1].Text("Status"));
        Assert.Contains("222222222222, 444444444444", rows[^1].Text("Reason"), StringComparison.Ordinal);
        JsonNode left = _aws.Aws.Inventory["clients"]!["AbcCorp"]!;
        Assert.Equal(2, left["accounts"]!.AsArray().Count);
        Assert.Empty(left["permissionSets"]!.AsObject());
        Assert.Null(_aws.Open("ben"));
        _aws.RequireOthersUntouched();

        // With the right credentials a later run finishes.
        _aws.Run($"{OffboardedAws.Rows} | Remove-CrossAccessClient -Force");
        _aws.RequireClean();
    }

    [Fact]
    public void Forget_drops_the_record_even_so()
    {
        IReadOnlyList<PSObject> rows = _aws.Run("Remove-CrossAccessClient AbcCorp -ProfileName client-222222222222 -Forget -Force");

        Assert.Equal("Skipped RemoteAccessRole acme-read-only 444444444444 ReadOnly", OffboardedAws.Lines(rows)[2]);
        Assert.Equal("Removed", rows[^1].Text("Status"));
        Assert.Contains("444444444444", rows[^1].Text("Reason"), StringComparison.Ordinal);
        _aws.RequireClean("acme-read-only");
    }

    [Theory]
    [InlineData("DeleteRole", "AccessDenied")]
    [InlineData("DetachRolePolicy", "InvalidInput")]
    [InlineData("GetRole", "AccessDenied")]
    public void An_account_that_refuses_us_midway_is_told_of_and_finished_later(string operation, string code)
    {
        _aws.Sandbox.Fail(operation, code);

        IReadOnlyList<PSObject> rows = _aws.Run($"{OffboardedAws.Rows} | Remove-CrossAccessClient -Force");

        Assert.Contains(rows, row => row.Text("Status") == "Skipped" && row.Text("Reason").Contains(operation, StringComparison.Ordinal));
        Assert.Null(_aws.Open("ben"));
        Assert.NotNull(_aws.Aws.Inventory["clients"]!["AbcCorp"]);
        _aws.RequireOthersUntouched();
        _aws.Run($"{OffboardedAws.Rows} | Remove-CrossAccessClient -Force");
        _aws.RequireClean();
    }

    [Fact]
    public void A_failure_at_home_says_what_was_done_and_the_next_run_does_the_rest()
    {
        _aws.Sandbox.Fail("DeletePermissionSet", "AccessDeniedException");

        ErrorRecord error = _aws.Aws.ErrorOf($"{OffboardedAws.Rows} | Remove-CrossAccessClient -Force");

        Assert.Equal("ClientAccessDenied,CrossAccess.Commands.RemoveCrossAccessClientCommand", error.FullyQualifiedErrorId);
        Assert.Contains("Done: deny entry by AbcCorpAdministrator", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("Not done: delete permission set AbcCorpAdministrator, delete permission set AbcCorpReadOnly, drop its record.", error.ErrorDetails.Message, StringComparison.Ordinal);
        _aws.Run($"{OffboardedAws.Rows} | Remove-CrossAccessClient -Force");
        _aws.RequireClean();
    }

    [Fact]
    public void What_is_not_ours_is_left_alone_and_told_of()
    {
        _aws.Untag("222222222222", "acme-read-only");
        _aws.LetReach("AbcCorpReadOnly", Globex);

        IReadOnlyList<PSObject> rows = _aws.Run($"{OffboardedAws.Rows} | Remove-CrossAccessClient -Force");

        Assert.Contains("not made for AbcCorp by acme", rows.Single(row => row.Text("Status") == "Skipped" && row.Text("Kind") == "RemoteAccessRole").Text("Reason"), StringComparison.Ordinal);
        Assert.Contains("account 333333333333 of client Globex", rows.Single(row => row.Text("Status") == "Skipped" && row.Text("Kind") == "ClientPermissionSet").Text("Reason"), StringComparison.Ordinal);
        Assert.NotNull(_aws.Open("ben"));
        Assert.Null(_aws.Aws.Inventory["clients"]!["AbcCorp"]);
        _aws.RequireOthersUntouched();
    }

    [Fact]
    public void A_set_whose_policy_has_no_room_for_the_deny_goes_all_the_same()
    {
        _aws.Fill("AbcCorpReadOnly");

        ShellResult result = _aws.Aws.RunWhole($"{OffboardedAws.Rows} | Remove-CrossAccessClient -Force");

        Assert.Contains("AbcCorpReadOnly could not be denied at the outset", Assert.Single(result.Warnings), StringComparison.Ordinal);
        _aws.RequireClean();
    }

    [Fact]
    public void WhatIf_outranks_Force_and_changes_nothing()
    {
        string before = _aws.State().ToJsonString();

        IReadOnlyList<PSObject> rows = _aws.Run($"{OffboardedAws.Rows} | Remove-CrossAccessClient -WhatIf -Force");

        Assert.Equal(9, rows.Count);
        Assert.All(rows, row => Assert.Equal("Planned", row.Text("Status")));
        Assert.Empty(_aws.Aws.Changes);
        Assert.Equal(before, _aws.State().ToJsonString());
        Assert.NotNull(_aws.Aws.Inventory["clients"]!["AbcCorp"]);
    }

    [Fact]
    public void It_asks_by_default_and_says_what_goes()
    {
        _aws.Aws.Shell.Screen.Answers.Enqueue("No");

        ShellResult declined = _aws.Aws.RunWhole("Remove-CrossAccessClient AbcCorp -ProfileName client-222222222222");

        Assert.Empty(declined.Output);
        Assert.Empty(_aws.Aws.Changes);
        Assert.Contains("remove 2 roles in 1 account (1 account cannot be reached), 3 grants, 2 permission sets and its record\" on target \"client AbcCorp\"", Assert.Single(_aws.Aws.Shell.Screen.Questions), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Remove-CrossAccessClient Nobody -Force", "ClientNotFound")]
    [InlineData("Remove-CrossAccessClient 'a b' -Force", "InvalidClientName")]
    [InlineData("Remove-CrossAccessClient AbcCorp -Via Nothing -Force", "TierNotFound")]
    [InlineData("Remove-CrossAccessClient AbcCorp 333333333333 -Force", "AccountRecordedElsewhere")]
    [InlineData("Remove-CrossAccessClient AbcCorp -Via ReadOnly -ProfileName client-222222222222 -Force", "RequestRejected")]
    [InlineData("[pscustomobject]@{ Client = 'AbcCorp'; ProfileName = 'a'; ThroughRole = 'b' }, [pscustomobject]@{ Client = 'AbcCorp' } | Remove-CrossAccessClient -Force", "RequestRejected")]
    public void A_mistake_in_the_command_is_told_before_anything_is_done(string script, string id)
    {
        ErrorRecord error = _aws.Aws.ErrorOf(script);

        Assert.Equal($"{id},CrossAccess.Commands.RemoveCrossAccessClientCommand", error.FullyQualifiedErrorId);
        Assert.Empty(_aws.Aws.Changes);
    }

    [Fact]
    public void Inside_the_clients_role_it_refuses()
    {
        _aws.Run("$null = Enter-ClientRole AbcCorp -Tier Administrator -Account 222222222222 -HomeProfileName 'ana@AbcCorpAdministrator'");

        ErrorRecord error = _aws.Aws.ErrorOf("Remove-CrossAccessClient AbcCorp -Via Administrator -Force");

        Assert.Equal("ClientRoleEntered", error.Id());
        Assert.Contains("Exit-ClientRole", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_aws.Aws.Changes);
    }

    [Fact]
    public void It_costs_few_requests()
    {
        _aws.Run("Remove-CrossAccessClient Globex -ProfileName client-333333333333 -Force");

        Assert.Equal(
            [
                "DeleteAccountAssignment 1", "DeletePermissionSet 1", "DeleteRole 1", "DescribeAccountAssignmentDeletionStatus 1",
                // Of all sets, since one of the convention's name may not be recorded.
                "DescribePermissionSet 4",
                "DescribePermissionSetProvisioningStatus 1", "DescribeUser 1", "DetachRolePolicy 1", "GetInlinePolicyForPermissionSet 3", "GetRole 3",
                "ListAccountAssignments 1", "ListAccountsForProvisionedPermissionSet 2", "ListAttachedRolePolicies 1", "ListPermissionSets 1", "ListRolePolicies 1",
                "ListTagsForResource 1", "ProvisionPermissionSet 1", "PutInlinePolicyToPermissionSet 1",
            ],
            _aws.Aws.Counts);
    }

    [Fact]
    public void The_report_fits_a_screen_and_gives_reasons()
    {
        string text = _aws.Aws.Shell.Render("Remove-CrossAccessClient AbcCorp -ProfileName client-222222222222 -Force");

        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= 80, $"{line.Length} columns: {line}"));
        Assert.Equal("Client: AbcCorp", lines[0].Trim());
        Assert.Contains("Removed RemoteAccessRole acme-administrator 222222222222 Administrator", lines.Select(Squeezed));
        Assert.Contains("Skipped RemoteAccessRole acme-read-only 444444444444 ReadOnly", lines.Select(Squeezed));
        Assert.Contains("AbcCorp's account 444444444444. Nothing was done there.", lines.Select(Squeezed));
        Assert.Contains("Updated Record inventory.json", lines.Select(Squeezed));
    }

    private static string Squeezed(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
