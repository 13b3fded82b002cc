using System.Management.Automation;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Ending.Tests;

/// <summary>Stopping a user at once, and letting the user go on.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class DenialTests : IDisposable
{
    private const string Prepared = """
        Initialize-CrossAccess acme -DenyPolicy
        Get-ClientPermissionSet | New-ClientPermissionSet
        Grant-ClientAccess AbcCorp -User ana, ben
        Grant-ClientAccess Globex -User ana
        """;

    private readonly TimedAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task One_edit_stops_a_user_everywhere_in_open_sessions_and_new_ones_and_nobody_else()
    {
        _aws.Run(Prepared);
        using SignedClient ana = _aws.Open("ana")!;
        using SignedClient ben = _aws.Open("ben")!;
        Assert.True(await TimedAws.MayEnterAsync(ana));
        _aws.Sandbox.ClearEvents();

        PSObject denied = Assert.Single(_aws.Run("Revoke-ClientAccess -User ana -Now -Force"));

        Assert.Equal(("Created", "ana"), (denied.Text("Status"), denied.Text("User")));
        Assert.Equal(["CreatePolicyVersion"], _aws.Changes);
        Assert.False(await TimedAws.MayEnterAsync(ana));
        Assert.False(await _aws.GetsInAsync("ana"));
        Assert.False(await _aws.GetsInAsync("ana", "GlobexReadOnly", "arn:aws:iam::333333333333:role/acme-read-only"));
        Assert.True(await TimedAws.MayEnterAsync(ben));
        Assert.True(await _aws.GetsInAsync("ben"));
        Assert.Equal("ana", Assert.Single(_aws.Run("Get-ClientAccess -Denied")).Text("User"));
        // The grants stand.
        Assert.Equal(3, _aws.Run("Get-ClientAccess").Count);

        Assert.Equal("Removed", Assert.Single(_aws.Run("Get-ClientAccess -Denied | Revoke-ClientAccess -Lift -Force")).Text("Status"));

        Assert.True(await TimedAws.MayEnterAsync(ana));
        Assert.Empty(_aws.Run("Get-ClientAccess -Denied"));
    }

    [Fact]
    public void Whoever_is_granted_access_while_stopped_is_named_once_and_home_is_read_once()
    {
        const string Grant = "'AbcCorp', 'Globex' | ForEach-Object { [pscustomobject]@{ Client = $_ } } | Grant-ClientAccess -User ana, eve";
        _aws.Run(Prepared);
        _aws.Run("Revoke-ClientAccess -User ana, ben -Now -Force -WarningAction SilentlyContinue");
        _aws.Sandbox.ClearEvents();

        ShellResult granted = _aws.RunWhole(Grant);

        Assert.Equal("User ana is stopped by home's policy crossaccess-deny, and gets in by what is granted once somebody types: Revoke-ClientAccess -User ana -Lift", Assert.Single(granted.Warnings));
        Assert.Equal(4, granted.Output.Count);
        Assert.Single(_aws.Operations, operation => operation == "ListPolicyVersions");
        _aws.Run("Revoke-ClientAccess -User ana -Lift -Force");
        Assert.Empty(_aws.RunWhole(Grant).Warnings);
    }

    [Fact]
    public async Task A_grant_by_a_set_that_does_not_carry_the_policy_says_that_it_lets_the_stopped_in()
    {
        _aws.Run("$null = Initialize-CrossAccess acme -DenyPolicy; $null = New-ClientPermissionSet Globex");
        _aws.Run("Revoke-ClientAccess -User ana -Now -Force");

        ShellResult granted = _aws.RunWhole("Grant-ClientAccess AbcCorp -User ana; Grant-ClientAccess Globex -User ana");

        Assert.Equal(
            [
                "User ana is stopped by home's policy crossaccess-deny, but permission set AbcCorpReadOnly does not carry it and lets ana in. To have it carry the policy, type: New-ClientPermissionSet AbcCorp -Tier ReadOnly",
                "User ana is stopped by home's policy crossaccess-deny, and gets in by what is granted once somebody types: Revoke-ClientAccess -User ana -Lift",
            ],
            granted.Warnings);
        Assert.True(await _aws.GetsInAsync("ana"));
        Assert.False(await _aws.GetsInAsync("ana", "GlobexReadOnly", "arn:aws:iam::333333333333:role/acme-read-only"));
        _aws.Run("New-ClientPermissionSet AbcCorp -Tier ReadOnly");
        Assert.False(await _aws.GetsInAsync("ana"));
    }

    [Fact]
    public void Where_home_cannot_be_read_a_grant_is_none_the_worse()
    {
        _aws.Run(Prepared);
        _aws.Run("Revoke-ClientAccess -User eve -Now -Force");
        string[] lines = [.. File.ReadAllLines(_aws.InventoryPath).Select(line => line.Replace("sandbox-home", "no-such-profile", StringComparison.Ordinal))];
        File.WriteAllLines(_aws.InventoryPath, lines);

        ShellResult granted = _aws.RunWhole("Grant-ClientAccess AbcCorp -User eve");

        Assert.Equal(["Created"], granted.Statuses());
        Assert.Empty(granted.Warnings);
    }

    [Fact]
    public void It_takes_few_requests_and_the_deny_comes_before_all_reading_of_what_remains()
    {
        _aws.Run(Prepared);
        _aws.Sandbox.ClearEvents();

        _aws.Run("Revoke-ClientAccess -User ana -Now -Force");

        Assert.Equal(
            ["ListUsers", "ListPolicyVersions", "GetPolicyVersion", "ListPolicyVersions", "GetPolicyVersion", "ListPolicyVersions", "CreatePolicyVersion", "ListAccountAssignmentsForPrincipal"],
            _aws.Operations.Take(8));
        Assert.Equal(["DescribePermissionSet", "DescribePermissionSet", "ListEntitiesForPolicy"], _aws.Operations.Skip(8).Order());
    }

    [Fact]
    public void The_output_says_what_remains_until_when_and_what_ends_it_sooner()
    {
        _aws.Run("Grant-ClientAccess Globex -User ana");
        _aws.Run("Initialize-CrossAccess acme -DenyPolicy; New-ClientPermissionSet AbcCorp; Grant-ClientAccess AbcCorp -User ana");
        DateTimeOffset now = _aws.Sandbox.Now;

        ShellResult result = _aws.RunWhole("Revoke-ClientAccess -User ana -Now -Force | ForEach-Object { $_; $_.Remaining }");

        Assert.Equal("AbcCorpReadOnly", Assert.Single((IEnumerable<string>)result.Output[0].Properties["PermissionSetName"].Value));
        PSObject open = result.Output[1];
        Assert.Equal(("AbcCorp", "ReadOnly", "Revoke-ClientSession AbcCorp -Tier ReadOnly"), (open.Text("Client"), open.Text("Tier"), open.Text("NextStep")));
        Assert.Equal(now.AddHours(1), open.Properties["Until"].Value);
        PSObject uncovered = result.Output[2];
        Assert.Equal(("Globex", "New-ClientPermissionSet Globex -Tier ReadOnly"), (uncovered.Text("Client"), uncovered.Text("NextStep")));
        Assert.Null(uncovered.Properties["Until"].Value);
        Assert.Contains("does not carry crossaccess-deny", uncovered.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_console_of_80_columns_each_thing_that_remains_begins_a_line()
    {
        _aws.Run(Prepared);

        string[] lines = _aws.Shell.Render("Revoke-ClientAccess -User ana -Now -Force").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("User      : ana", lines.Select(line => line.TrimEnd()));
        Assert.Contains("Denied    : AbcCorpReadOnly, GlobexReadOnly", lines.Select(line => line.TrimEnd()));
        Assert.Single(lines, line => line.StartsWith("Remaining : AbcCorp ReadOnly: sessions open there, until ", StringComparison.Ordinal));
        Assert.Contains("              Revoke-ClientSession AbcCorp -Tier ReadOnly", lines.Select(line => line.TrimEnd()));
        Assert.Single(lines, line => line.StartsWith("            Globex ReadOnly: sessions open there, until ", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Fact]
    public async Task The_next_step_for_a_set_that_does_not_carry_the_policy_stops_the_user_there_too()
    {
        _aws.Run("Grant-ClientAccess Globex -User ana; Initialize-CrossAccess acme -DenyPolicy");
        using SignedClient ana = _aws.Open("ana", "GlobexReadOnly")!;
        const string Globex = "arn:aws:iam::333333333333:role/acme-read-only";
        PSObject denied = Assert.Single(_aws.Run("Revoke-ClientAccess -User ana -Now -Force"));
        Assert.True(await TimedAws.MayEnterAsync(ana, Globex));

        string next = new PSObject(((System.Collections.IEnumerable)denied.Properties["Remaining"].Value).Cast<object>().Single()).Text("NextStep");
        Assert.Equal("Updated", Assert.Single(_aws.Run(next)).Text("Status"));

        Assert.False(await TimedAws.MayEnterAsync(ana, Globex));
    }

    [Fact]
    public void What_is_no_client_s_and_what_comes_by_a_group_is_told()
    {
        _aws.Run(Prepared);
        PermissionSetOfOurOwn("Billing", "ana");
        _aws.Sandbox.AddGroup("Night", "ben");
        _aws.Run("Grant-ClientAccess Globex -Group Night");

        PSObject[] ofAna = Remaining("ana");
        PSObject other = Assert.Single(ofAna, row => row.Text("PermissionSetName") == "Billing");
        Assert.Equal(("", "take it away in Identity Center"), (other.Text("Client"), other.Text("NextStep")));
        // By a group, too, the deny reaches the user.
        PSObject[] ofBen = Remaining("ben");
        Assert.Equal(["AbcCorp", "Globex"], ofBen.Select(row => row.Text("Client")).Order());
        Assert.All(ofBen, row => Assert.NotNull(row.Properties["Until"].Value));
    }

    [Fact]
    public void A_set_made_after_it_carries_the_policy_before_it_allows_anything()
    {
        _aws.Run("Initialize-CrossAccess acme -DenyPolicy");
        _aws.Sandbox.ClearEvents();

        _aws.Run("New-RemoteAccessRole Initech 444444444444 -ProfileName client-444444444444 | New-ClientPermissionSet | Grant-ClientAccess -User eve");

        IReadOnlyList<string> changes = [.. _aws.Changes];
        Assert.True(changes.ToList().IndexOf("AttachCustomerManagedPolicyReferenceToPermissionSet") < changes.ToList().IndexOf("PutInlinePolicyToPermissionSet"));
        Assert.Equal(["Unchanged"], _aws.RunWhole("New-ClientPermissionSet Initech").Statuses());
        PSObject denied = Assert.Single(_aws.Run("Revoke-ClientAccess -User eve -Now -Force"));
        Assert.Equal(["InitechReadOnly"], (IEnumerable<string>)denied.Properties["PermissionSetName"].Value);
    }

    [Fact]
    public void Sets_that_stand_are_brought_in_by_one_command_and_no_longer_than_once()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana; Initialize-CrossAccess acme -DenyPolicy");
        Assert.Equal(["Updated", "Updated"], _aws.RunWhole("Get-ClientPermissionSet | New-ClientPermissionSet").Statuses());
        Assert.Equal(["Unchanged", "Unchanged"], _aws.RunWhole("Get-ClientPermissionSet | New-ClientPermissionSet").Statuses());
    }

    [Fact]
    public void Without_the_policy_nobody_can_be_stopped_and_the_error_says_what_to_do()
    {
        foreach (string command in (string[])["Revoke-ClientAccess -User ana -Now -Force", "Revoke-ClientAccess -User ana -Lift -Force", "Get-ClientAccess -Denied"])
        {
            ErrorRecord error = _aws.ErrorOf(command);
            Assert.StartsWith("DenyPolicyNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
            Assert.Contains("Initialize-CrossAccess acme -DenyPolicy", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            Assert.Contains("-Everywhere", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
        Assert.Empty(_aws.Changes);
    }

    [Fact]
    public void It_asks_and_WhatIf_outranks_Force()
    {
        _aws.Run(Prepared);
        _aws.Sandbox.ClearEvents();

        ShellResult planned = _aws.RunWhole("Revoke-ClientAccess -User ana -Now -Force -WhatIf");
        Assert.Equal("Planned", planned.Output[0].Text("Status"));
        Assert.Equal(2, ((System.Collections.ICollection)planned.Output[0].Properties["Remaining"].Value).Count);
        Assert.Contains("deny user ana everything", planned.HostText, StringComparison.Ordinal);
        Assert.Contains("policy crossaccess-deny in home account 111111111111", planned.HostText, StringComparison.Ordinal);
        _aws.Shell.Screen.Answers.Enqueue("No");
        Assert.Empty(_aws.Run("Revoke-ClientAccess -User ana -Now"));
        Assert.Empty(_aws.Changes);

        _aws.Shell.Screen.Answers.Enqueue("Yes");
        Assert.Equal(["Created"], _aws.RunWhole("Revoke-ClientAccess -User ana -Now").Statuses());
        Assert.Equal(["Unchanged"], _aws.RunWhole("Revoke-ClientAccess -User ana -Now").Statuses());
        Assert.Equal(["Planned"], _aws.RunWhole("Revoke-ClientAccess -User ana -Lift -Force -WhatIf").Statuses());
        Assert.Equal(["Removed"], _aws.RunWhole("Revoke-ClientAccess -User ana -Lift -Force").Statuses());
        Assert.Equal(["Unchanged"], _aws.RunWhole("Revoke-ClientAccess -User ana -Lift -Force").Statuses());
    }

    [Fact]
    public async Task Several_are_stopped_by_one_command_and_lifting_one_leaves_the_others()
    {
        _aws.Run(Prepared);
        Assert.Equal(["Created", "Created", "Created"], _aws.RunWhole("Revoke-ClientAccess -User ana, ben, eve@example.com -Now -Force").Statuses());
        _aws.Run("Revoke-ClientAccess -User ana -Lift -Force");

        Assert.Equal(["ben", "eve"], _aws.Run("Get-ClientAccess -Denied").Select(row => row.Text("User")).Order());
        Assert.True(await _aws.GetsInAsync("ana"));
        Assert.False(await _aws.GetsInAsync("ben"));
    }

    [Fact]
    public void Whom_another_stops_at_the_same_moment_stays_stopped()
    {
        _aws.Run(Prepared);
        bool theirsIsMade = false;
        _aws.Sandbox.BeforeHandling = async (request, _) =>
        {
            if (request.Operation != "CreatePolicyVersion" || theirsIsMade) return;
            theirsIsMade = true;
            string ben = _aws.Sandbox.Users.Single(user => user.UserName == "ben").UserId;
            using SignedClient home = SignedClient.Administrator(_aws.Sandbox, "111111111111");
            await home.IamAsync(
                "CreatePolicyVersion",
                ("PolicyArn", "arn:aws:iam::111111111111:policy/crossaccess-deny"),
                ("PolicyDocument", $$$$"""{"Version":"2012-10-17","Statement":[{"Sid":"CrossAccessDeny","Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"identitystore:UserId":["{{{{ben}}}}"]}}}]}"""),
                ("SetAsDefault", "true"));
        };

        Assert.Equal(["Created"], _aws.RunWhole("Revoke-ClientAccess -User ana -Now -Force").Statuses());

        _aws.Sandbox.BeforeHandling = null;
        Assert.Equal(["ana", "ben"], _aws.Run("Get-ClientAccess -Denied").Select(row => row.Text("User")).Order());
    }

    [Fact]
    public async Task What_was_rolled_back_in_the_console_stays_so()
    {
        _aws.Run(Prepared);
        _aws.Run("$null = Revoke-ClientAccess -User ben -Now -Force");
        using SignedClient home = SignedClient.Administrator(_aws.Sandbox, "111111111111");
        await home.IamAsync("SetDefaultPolicyVersion", ("PolicyArn", "arn:aws:iam::111111111111:policy/crossaccess-deny"), ("VersionId", "v1"));

        Assert.Equal(["Created"], _aws.RunWhole("Revoke-ClientAccess -User ana -Now -Force").Statuses());

        Assert.Equal("ana", Assert.Single(_aws.Run("Get-ClientAccess -Denied")).Text("User"));
    }

    [Theory]
    [InlineData("Revoke-ClientAccess -User ana -Now -Force", "CreatePolicyVersion")]
    [InlineData("Revoke-ClientAccess -User ana -Lift -Force", "CreatePolicyVersion")]
    [InlineData("Initialize-CrossAccess acme -DenyPolicy", "CreatePolicy")]
    [InlineData("Get-ClientPermissionSet AbcCorp | New-ClientPermissionSet", "AttachCustomerManagedPolicyReferenceToPermissionSet")]
    [InlineData("Get-ClientPermissionSet AbcCorp | New-ClientPermissionSet", "ProvisionPermissionSet")]
    public async Task Stopped_at_any_step_the_same_command_does_the_rest(string command, string step)
    {
        foreach (bool carriedOut in (bool[])[false, true])
        {
            using var aws = new TimedAws("Grant-ClientAccess AbcCorp -User ana");
            if (!command.StartsWith("Initialize", StringComparison.Ordinal)) aws.Run("Initialize-CrossAccess acme -DenyPolicy");
            if (command.StartsWith("Revoke", StringComparison.Ordinal)) aws.Run("New-ClientPermissionSet AbcCorp");
            bool lifts = command.Contains("-Lift", StringComparison.Ordinal);
            if (lifts) aws.Run("$null = Revoke-ClientAccess -User ana -Now -Force");
            aws.Stop(command, step, carriedOut);

            aws.Run(command);

            aws.Run("Initialize-CrossAccess acme -DenyPolicy; New-ClientPermissionSet AbcCorp");
            if (!lifts) aws.Run("$null = Revoke-ClientAccess -User ana -Now -Force");
            Assert.Equal(lifts, await aws.GetsInAsync("ana"));
        }
    }

    [Fact]
    public void IAM_keeps_five_versions_and_ten_edits_fit_all_the_same()
    {
        _aws.Run("Initialize-CrossAccess acme -DenyPolicy");
        for (int round = 0; round < 5; round++)
        {
            Assert.Equal(["Created"], _aws.RunWhole("Revoke-ClientAccess -User ana -Now -Force").Statuses());
            Assert.Equal(["Removed"], _aws.RunWhole("Revoke-ClientAccess -User ana -Lift -Force").Statuses());
        }
    }

    [Fact]
    public void A_user_whom_the_directory_no_longer_has_is_lifted_by_the_id_that_is_shown()
    {
        _aws.Run(Prepared);
        _aws.Run("Revoke-ClientAccess -User ben -Now -Force");
        string id = _aws.Sandbox.Users.Single(user => user.UserName == "ben").UserId;
        _aws.Sandbox.RemoveUser("ben");

        Assert.Equal(id, Assert.Single(_aws.Run("Get-ClientAccess -Denied")).Text("User"));
        Assert.Equal(["Removed"], _aws.RunWhole("Get-ClientAccess -Denied | Revoke-ClientAccess -Lift -Force").Statuses());
    }

    [Fact]
    public void A_name_that_nobody_has_and_one_that_is_missing_are_errors()
    {
        _aws.Run(Prepared);
        ErrorRecord unknown = _aws.ErrorOf("Revoke-ClientAccess -User anna -Now -Force");
        Assert.StartsWith("UserNotFound,", unknown.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-User ana", unknown.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        _aws.Sandbox.ClearEvents();
        // PowerShell itself refuses what does not go together.
        foreach (string command in (string[])["AbcCorp -User ana -Now", "-Group Engineers -Now", "-User ana -Now -Lift", "-User ana -Now -Tier ReadOnly", "-User ana -Everywhere -Now"])
            Assert.IsAssignableFrom<ParameterBindingException>(_aws.ErrorOf($"Revoke-ClientAccess {command} -Force").Exception);
        Assert.Empty(_aws.Sandbox.Events);
    }

    [Fact]
    public void A_policy_that_was_changed_by_hand_is_not_touched_and_statements_of_others_are_kept()
    {
        _aws.Run(Prepared);
        string arn = _aws.Sandbox.PutManagedPolicy("111111111111", "crossaccess-deny", """{"Version":"2012-10-17","Statement":[{"Sid":"CrossAccessDeny","Effect":"Deny","Action":"s3:*","Resource":"*"}]}""");
        Assert.StartsWith("ResourceExists,", _aws.ErrorOf("Revoke-ClientAccess -User ana -Now -Force").FullyQualifiedErrorId, StringComparison.Ordinal);

        _aws.Sandbox.PutManagedPolicy("111111111111", "crossaccess-deny", """{"Version":"2012-10-17","Statement":[{"Sid":"Theirs","Effect":"Deny","Action":"s3:*","Resource":"*"}]}""");
        Assert.Equal(["Created"], _aws.RunWhole("Revoke-ClientAccess -User ana -Now -Force").Statuses());
        Assert.Equal(["Theirs", "CrossAccessDeny"], StatementsOf(arn).Select(statement => (string)statement!["Sid"]!));
    }

    [Fact]
    public void Setting_up_says_what_it_makes_and_refuses_a_policy_that_allows_something()
    {
        ShellResult planned = _aws.RunWhole("Initialize-CrossAccess acme -DenyPolicy -WhatIf");
        Assert.Contains("create the policy crossaccess-deny in home account 111111111111", planned.HostText, StringComparison.Ordinal);
        Assert.Empty(_aws.Changes);

        _aws.Sandbox.PutManagedPolicy("111111111111", "crossaccess-deny", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""");
        Assert.StartsWith("ResourceExists,", _aws.ErrorOf("Initialize-CrossAccess acme -DenyPolicy").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False((bool)Assert.Single(_aws.Run("Get-CrossAccessConfiguration")).Properties["HasDenyPolicy"].Value);
    }

    [Fact]
    public async Task Where_home_is_the_admin_account_its_credentials_do_though_an_engineer_s_are_recorded_for_home()
    {
        using var aws = new TimedAws("Grant-ClientAccess AbcCorp -User ana", new SandboxOptions { AdminAccountId = "111111111111" });
        aws.Run("$null = Initialize-CrossAccess acme -HomeProfileName ana@AbcCorpReadOnly; $null = Initialize-CrossAccess acme -DenyPolicy; $null = New-ClientPermissionSet AbcCorp");

        Assert.Equal(["Created"], aws.RunWhole("Revoke-ClientAccess -User ana -Now -Force").Statuses());

        Assert.False(await aws.GetsInAsync("ana"));
    }

    [Fact]
    public void Setting_up_without_credentials_of_home_says_which_are_missing()
    {
        ErrorRecord error = _aws.ErrorOf("Initialize-CrossAccess acme -HomeAccountId 111111111111 -DenyPolicy");
        Assert.StartsWith("AccountMismatch,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Name a profile of an administrator of it: Initialize-CrossAccess acme -DenyPolicy -HomeProfileName <profile>", error.ErrorDetails.RecommendedAction);
        Assert.Empty(_aws.Changes);
    }

    [Fact]
    public void Setting_up_again_changes_nothing_and_can_be_taken_back()
    {
        Assert.Equal(["Updated"], _aws.RunWhole("Initialize-CrossAccess acme -DenyPolicy").Statuses());
        Assert.Equal(["Unchanged"], _aws.RunWhole("Initialize-CrossAccess acme -DenyPolicy").Statuses());
        Assert.Equal(["Unchanged"], _aws.RunWhole("Initialize-CrossAccess acme").Statuses());
        Assert.Equal(["Updated"], _aws.RunWhole("Initialize-CrossAccess acme -DenyPolicy:$false").Statuses());
        _aws.Sandbox.ClearEvents();
        _aws.Run("New-ClientPermissionSet AbcCorp");
        Assert.DoesNotContain("ListCustomerManagedPolicyReferencesInPermissionSet", _aws.Operations);
    }

    [Fact]
    public void A_set_that_stands_in_another_account_too_cannot_carry_it_and_a_warning_says_so()
    {
        _aws.Run("Initialize-CrossAccess acme -DenyPolicy; Grant-ClientAccess AbcCorp -User ana");
        AssignInAdminAccount("AbcCorpReadOnly", "ben");

        ShellResult result = _aws.RunWhole("New-ClientPermissionSet AbcCorp");

        Assert.Equal(["Unchanged"], result.Statuses());
        Assert.Contains("stands in account 999988887777, too", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_of_a_user_is_taken_away_everywhere_and_the_sets_stay()
    {
        _aws.Run("Grant-ClientAccess AbcCorp -User ana, ben; Grant-ClientAccess Globex -User ana");
        PermissionSetOfOurOwn("Billing", "ana");
        _aws.Sandbox.AddGroup("Night", "ana");
        _aws.Run("Grant-ClientAccess Globex -Group Night");
        DateTimeOffset now = _aws.Sandbox.Now;

        Assert.Equal(["Planned", "Planned"], _aws.RunWhole("Revoke-ClientAccess -User ana -Everywhere -WhatIf").Statuses());
        ShellResult result = _aws.RunWhole("Revoke-ClientAccess -User ana -Everywhere -Force");

        Assert.Equal(["AbcCorp Removed", "Globex Removed"], result.Output.Select(row => $"{row.Text("Client")} {row.Text("Status")}"));
        Assert.All(result.Output, row => Assert.Equal(now.AddHours(2), row.Properties["SessionsUntil"].Value));
        Assert.Contains("User ana keeps Globex ReadOnly as a member of group Night", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(["AbcCorp ben", "Globex Night"], _aws.Run("Get-ClientAccess").Select(row => $"{row.Text("Client")} {row.Text("PrincipalName")}"));
        Assert.Equal(2, _aws.Run("Get-ClientPermissionSet").Count);
        Assert.NotNull(_aws.Open("ana", "Billing"));
        Assert.Empty(_aws.RunWhole("Revoke-ClientAccess -User ana -Everywhere -Force").Output);
    }

    [Fact]
    public void What_somebody_had_whom_the_directory_no_longer_has_can_be_taken_away()
    {
        _aws.Run("$null = Grant-ClientAccess AbcCorp -User ben");
        _aws.Sandbox.RemoveUser("ben");

        Assert.Equal(["Removed"], _aws.RunWhole("Get-ClientAccess AbcCorp | Revoke-ClientAccess -Force").Statuses());

        Assert.Empty(_aws.Run("Get-ClientAccess AbcCorp"));
    }

    [Fact]
    public void Everything_of_a_group_of_one_tier_and_without_an_inventory()
    {
        _aws.Sandbox.AddGroup("Night", "eve");
        _aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -Tier Administrator -ProfileName client-222222222222 | New-ClientPermissionSet; Grant-ClientAccess AbcCorp -Tier ReadOnly, Administrator -Group Night");

        Assert.Equal(["Administrator Removed"], _aws.Run("Revoke-ClientAccess -Group Night -Everywhere -Tier Administrator -Force").Select(row => $"{row.Text("Tier")} {row.Text("Status")}"));
        // What the file has lost, the set's own tags say.
        JsonNode inventory = _aws.Inventory;
        inventory["clients"] = new JsonObject();
        File.WriteAllText(_aws.InventoryPath, inventory.ToJsonString());
        Assert.Equal(["ReadOnly Removed"], _aws.Run("Revoke-ClientAccess -Group Night -Everywhere -Force").Select(row => $"{row.Text("Tier")} {row.Text("Status")}"));
        Assert.StartsWith("PrincipalMissing,", _aws.ErrorOf("Revoke-ClientAccess -Everywhere -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private PSObject[] Remaining(string user) =>
        [.. ((System.Collections.IEnumerable)Assert.Single(_aws.Run($"Revoke-ClientAccess -User {user} -Now -Force")).Properties["Remaining"].Value).Cast<object>().Select(row => new PSObject(row))];

    private JsonArray StatementsOf(string policyArn)
    {
        using SignedClient home = SignedClient.Administrator(_aws.Sandbox, "111111111111");
        string version = home.IamAsync("GetPolicy", ("PolicyArn", policyArn)).GetAwaiter().GetResult().Text("DefaultVersionId");
        string document = home.IamAsync("GetPolicyVersion", ("PolicyArn", policyArn), ("VersionId", version)).GetAwaiter().GetResult().Text("Document");
        return JsonNode.Parse(Uri.UnescapeDataString(document))!["Statement"]!.AsArray();
    }

    // As somebody makes it in the console, for other ends than clients.
    private void PermissionSetOfOurOwn(string name, string user)
    {
        using SignedClient admin = SignedClient.Administrator(_aws.Sandbox, _aws.Sandbox.AdminAccountId);
        JsonNode created = admin.SsoAsync("CreatePermissionSet", new JsonObject { ["InstanceArn"] = _aws.Sandbox.InstanceArn, ["Name"] = name }).GetAwaiter().GetResult();
        Assign(admin, (string)created["PermissionSet"]!["PermissionSetArn"]!, "111111111111", user);
    }

    private void AssignInAdminAccount(string permissionSet, string user)
    {
        using SignedClient admin = SignedClient.Administrator(_aws.Sandbox, _aws.Sandbox.AdminAccountId);
        Assign(admin, Assert.Single(_aws.Run($"Get-ClientPermissionSet | Where-Object PermissionSetName -EQ {permissionSet}")).Text("PermissionSetArn"), _aws.Sandbox.AdminAccountId, user);
    }

    private void Assign(SignedClient admin, string permissionSetArn, string account, string user)
    {
        admin.SsoAsync("CreateAccountAssignment", new JsonObject
        {
            ["InstanceArn"] = _aws.Sandbox.InstanceArn,
            ["PermissionSetArn"] = permissionSetArn,
            ["TargetType"] = "AWS_ACCOUNT",
            ["TargetId"] = account,
            ["PrincipalType"] = "USER",
            ["PrincipalId"] = _aws.Sandbox.Users.Single(one => one.UserName == user).UserId,
        }).GetAwaiter().GetResult();
    }
}
