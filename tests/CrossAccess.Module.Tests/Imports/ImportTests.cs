using System.Management.Automation;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Imports;

/// <summary>Import-CrossAccessClient over what was made by hand, and the module's other commands over what it adopted.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ImportTests(ConsoleMade console) : IClassFixture<ConsoleMade>, IDisposable
{
    private const string AbcRole = "arn:aws:iam::222222222222:role/msp-readonly";
    private const string GlobexRole = "arn:aws:iam::333333333333:role/partners/Reader";

    private readonly SandboxSession _aws = console.Open();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void WhatIf_shows_all_that_there_is_and_changes_nothing()
    {
        byte[] inventory = File.ReadAllBytes(SandboxSession.InventoryPath);

        ShellResult result = _aws.Run("Import-CrossAccessClient -WhatIf");

        Assert.Equal(
            [
                $"Abc-ReadOnly | Abc | ReadOnly | {AbcRole} | Planned",
                "abc_admin | Abc | Administrator | arn:aws:iam::222222222222:role/msp-admin | Planned",
                $"AllClients-Viewer | Abc | ReadOnly | {AbcRole} | Skipped",
                "MSP-Client-12-PowerUser | Client12 | PowerUser | arn:aws:iam::444444444444:role/Power | Skipped",
                $"AllClients-Viewer | GlobexCorp | ReadOnly | {GlobexRole} | Skipped",
                $"ReadOnly-GlobexCorp | GlobexCorp | ReadOnly | {GlobexRole} | Planned",
                "InitechReadOnly | Initech | ReadOnly | arn:aws:iam::555555555555:role/acme-read-only | Planned",
                "Emergency |  |  | arn:aws:iam::*:role/msp-admin | Skipped",
            ],
            result.Output.Select(row => string.Join(" | ", Texts(row, "PermissionSetName", "Client", "Tier", "RoleArn", "Status"))));
        Assert.Equal(["Engineers", "", "Support"], result.Output.Where(row => row.Text("Status") == "Planned").Take(3).Select(row => row.Text("Group")));
        Assert.Contains("What if: Performing the operation \"tag and record 2 permission sets and 2 roles\" on target \"Abc\".", result.HostText, StringComparison.Ordinal);
        Assert.Contains("4 of 8 ways in are skipped", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Empty(_aws.ChangingRequests);
        Assert.Equal(inventory, File.ReadAllBytes(SandboxSession.InventoryPath));
    }

    [Fact]
    public void Reading_takes_two_requests_for_each_set_that_is_a_clients_and_few_besides()
    {
        _aws.Run("Import-CrossAccessClient -WhatIf");

        Assert.Equal(
            [
                // The three groups and users that hold them.
                "DescribeGroup 2",
                // One of eight sets is no client's, and is described only where it comes before the last of the others.
                "DescribePermissionSet",
                "DescribeUser 1",
                "GetAccountAuthorizationDetails 1",
                "ListAccountAssignments 4",
                "ListPermissionSetsProvisionedToAccount 2",
            ],
            _aws.RequestCounts.Where(count => !count.StartsWith("GetCallerIdentity", StringComparison.Ordinal)).Select(count => count.StartsWith("DescribePermissionSet", StringComparison.Ordinal) ? count.Split(' ')[0] : count));
        Assert.InRange(_aws.Requests.Count(request => request.Operation == "DescribePermissionSet"), 7, 8);
    }

    [Fact]
    public void Adopting_sends_requests_that_tag_and_no_others_and_a_second_run_is_Unchanged()
    {
        JsonNode before = ReadBack();

        ShellResult first = _aws.Run("Import-CrossAccessClient -Force");

        Assert.Equal(4, first.Statuses().Count(status => status == "Adopted"));
        Assert.Equal(["TagResource", "TagResource", "TagResource", "TagResource"], _aws.ChangingRequests);
        Assert.Equal(before.ToJsonString(), ReadBack().ToJsonString());
        byte[] inventory = File.ReadAllBytes(SandboxSession.InventoryPath);
        _aws.Sandbox.ClearEvents();

        ShellResult again = _aws.Run("Import-CrossAccessClient -Force");

        Assert.Equal(4, again.Statuses().Count(status => status == "Unchanged"));
        Assert.Equal(4, again.Statuses().Count(status => status == "Skipped"));
        Assert.Empty(_aws.ChangingRequests);
        Assert.Equal(inventory, File.ReadAllBytes(SandboxSession.InventoryPath));
    }

    [Fact]
    public void With_the_accounts_credentials_the_role_is_read_and_tagged_and_its_external_id_recorded()
    {
        PSObject[] rows = [.. _aws.Run("Import-CrossAccessClient AbcCorp -ProfileName client-222222222222 -Force").Output];

        Assert.Equal(["AbcCorp ReadOnly  Adopted True", "AbcCorp Administrator abc-42 Adopted True"], rows.Where(row => row.Text("Status") == "Adopted").Select(row => string.Join(' ', Texts(row, "Client", "Tier", "ExternalId", "Status", "RoleRead"))));
        Assert.Equal(["TagResource", "TagResource", "TagRole", "TagRole"], _aws.ChangingRequests.Order(StringComparer.Ordinal));
        JsonNode inventory = JsonNode.Parse(File.ReadAllText(SandboxSession.InventoryPath))!;
        Assert.Equal("abc-42", (string?)inventory["clients"]!["AbcCorp"]!["accounts"]![0]!["roles"]!["Administrator"]!["externalId"]);
        // Other clients are not what was asked for.
        Assert.Equal(["AbcCorp"], inventory["clients"]!.AsObject().Select(client => client.Key));
    }

    [Fact]
    public void What_was_adopted_is_read_granted_revoked_and_entered_under_its_own_names()
    {
        _aws.Run("Import-CrossAccessClient AbcCorp -ProfileName client-222222222222 -Force");

        Assert.Equal(["abc_admin", "Abc-ReadOnly"], _aws.Run("Get-ClientPermissionSet AbcCorp").Output.Select(set => set.Text("PermissionSetName")));
        Assert.Equal([AbcRole], (IEnumerable<string>)_aws.Run("Get-ClientPermissionSet AbcCorp -Tier ReadOnly").Output[0].Properties["AssumableRoleArn"].Value);
        Assert.Equal(["ana → abc_admin", "Engineers → Abc-ReadOnly"], _aws.Run("Get-ClientAccess AbcCorp").Texts);
        Assert.Equal(["msp-admin", "msp-readonly"], _aws.Run("Get-RemoteAccessRole AbcCorp -ProfileName client-222222222222").Output.Select(role => role.Text("RoleName")));

        Assert.Equal(["Unchanged", "Created"], _aws.Run("Grant-ClientAccess AbcCorp -Tier ReadOnly -Group Engineers, Support").Statuses());
        Assert.Equal(["Removed"], _aws.Run("Revoke-ClientAccess AbcCorp -Tier ReadOnly -PermissionSetName Abc-ReadOnly -Group Support -Force").Statuses());

        Assert.Equal(AbcRole, _aws.Run("Enter-ClientRole AbcCorp -HomeProfileName ana@Abc-ReadOnly").Output[0].Text("RoleArn"));
        _aws.Run("Exit-ClientRole");
        // With the external id that the trust asks for.
        Assert.Equal("Administrator", _aws.Run("Enter-ClientRole AbcCorp Administrator -HomeProfileName ana@abc_admin").Output[0].Text("Tier"));
        _aws.Run("Exit-ClientRole");
        Assert.Equal("ClientAccessDenied", _aws.Try("Enter-ClientRole AbcCorp Administrator -HomeProfileName ana@Abc-ReadOnly").OnlyError().Id());
    }

    [Fact]
    public void Making_it_anew_keeps_the_names_and_makes_nothing_twice()
    {
        _aws.Run("Import-CrossAccessClient AbcCorp -ProfileName client-222222222222 -Force");
        _aws.Sandbox.ClearEvents();

        PSObject role = Assert.Single(_aws.Run("New-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly -ProfileName client-222222222222 -Adopt").Output);
        PSObject set = Assert.Single(_aws.Run("New-ClientPermissionSet AbcCorp -Tier ReadOnly -Adopt").Output);

        Assert.Equal((AbcRole, "Updated"), (role.Text("RoleArn"), role.Text("Status")));
        Assert.Equal(("Abc-ReadOnly", "Updated", AbcRole), (set.Text("PermissionSetName"), set.Text("Status"), set.Text("RoleArn")));
        Assert.Equal(["UpdateAssumeRolePolicy", "PutInlinePolicyToPermissionSet", "ProvisionPermissionSet"], _aws.ChangingRequests);
        Assert.Equal("ana", _aws.Run("Enter-ClientRole AbcCorp -HomeProfileName ana@Abc-ReadOnly").Output[0].Text("SourceIdentity"));
    }

    [Fact]
    public void A_proposal_goes_to_a_spreadsheet_is_corrected_there_and_comes_back()
    {
        _aws.Run("Set-AccessTier PowerUser -ManagedPolicyArn arn:aws:iam::aws:policy/PowerUserAccess");
        PSObject[] rows = [.. _aws.Run("Import-CrossAccessClient -WhatIf").Output.Where(row => row.Text("Status") == "Planned").Select(AsCsv)];
        foreach (PSObject row in rows.Where(row => row.Text("Client") == "Abc")) row.Properties["Client"].Value = "AbcCorp";
        rows.Single(row => row.Text("Client") == "GlobexCorp").Properties["AccountName"].Value = "production";
        _aws.Sandbox.ClearEvents();

        ShellResult result = _aws.Run("$rows | Import-CrossAccessClient -Force", rows);

        Assert.Equal(["AbcCorp ReadOnly", "AbcCorp Administrator", "Client12 PowerUser", "GlobexCorp ReadOnly", "Initech ReadOnly"], result.Output.Select(row => string.Join(' ', Texts(row, "Client", "Tier"))));
        Assert.All(result.Statuses(), status => Assert.Equal("Adopted", status));
        Assert.Equal("production", result.Output[3].Text("AccountName"));
        Assert.Equal("Client-12", _aws.Run("(Get-CrossAccessClient Client12).DisplayName").Texts.Single());
        // The rows name their sets by ARN, so none is searched for.
        Assert.DoesNotContain(_aws.Requests, request => request.Operation == "ListPermissionSetsProvisionedToAccount");
        Assert.Equal(5, _aws.Requests.Count(request => request.Operation == "DescribePermissionSet"));
    }

    [Fact]
    public void Rows_that_name_client_account_and_profile_import_what_reaches_the_account()
    {
        PSObject[] rows = [SandboxSession.Row("AbcCorp", "222222222222", "production"), SandboxSession.Row("Globex", "333333333333")];

        ShellResult result = _aws.Try("$rows | Import-CrossAccessClient -Tier ReadOnly -PermissionSetName '*ReadOnly*' -Force", rows);

        Assert.Empty(result.Errors);
        Assert.Equal(["AbcCorp Abc-ReadOnly Adopted", "Globex ReadOnly-GlobexCorp Adopted"], result.Output.Select(row => string.Join(' ', Texts(row, "Client", "PermissionSetName", "Status"))));
    }

    [Fact]
    public void A_client_is_asked_about_once_and_left_alone_where_the_answer_is_no()
    {
        foreach (string answer in new[] { "Yes", "No", "Yes" }) _aws.Shell.Screen.Answers.Enqueue(answer);

        ShellResult result = _aws.Run("Import-CrossAccessClient");

        Assert.Equal(["Abc", "GlobexCorp", "Initech"], _aws.Shell.Screen.Questions.Select(question => question.Split('"')[3]));
        Assert.Equal(["Abc", "Abc", "Initech"], result.Output.Where(row => row.Text("Status") == "Adopted").Select(row => row.Text("Client")));
        Assert.Equal(["Abc", "Initech"], _aws.Run("(Get-CrossAccessClient).Client").Texts);
    }

    [Theory]
    [InlineData("Import-CrossAccessClient -PermissionSetName AllClients-Viewer -Client Abc -Force", "PermissionSetShared")]
    [InlineData("Import-CrossAccessClient -PermissionSetName Emergency -Client Abc -Tier Administrator -Force", "PermissionSetUnclear")]
    [InlineData("Import-CrossAccessClient -PermissionSetName MSP-Client-12-PowerUser -Client Twelve -Force", "TierNotFound")]
    [InlineData("Import-CrossAccessClient -PermissionSetName Nobody -Force", "PermissionSetNotFound")]
    [InlineData("Import-CrossAccessClient Nobody -Force", "ClientNotFound")]
    [InlineData("Import-CrossAccessClient -AccountId 666666666666 -Force", "RoleNotFound")]
    [InlineData("Import-CrossAccessClient -PermissionSetName Abc-ReadOnly -Client 'A B' -Force", "InvalidClientName")]
    [InlineData("Import-CrossAccessClient -ProfileName nobody -Force", "ProfileNotFound")]
    [InlineData("Import-CrossAccessClient -ProfileName sandbox-home -Force", "AccountMismatch")]
    [InlineData("Import-CrossAccessClient -AccountId 333333333333 -ProfileName client-222222222222 -Force", "AccountMismatch")]
    [InlineData("Import-CrossAccessClient -ProfileName client-222222222222 -ThroughRole x -Force", "RequestRejected")]
    [InlineData("[pscustomobject]@{ Client = ''; PermissionSetName = ' ' } | Import-CrossAccessClient -Force", "RequestRejected")]
    public void What_cannot_be_had_is_an_error_that_does_not_end_the_pipeline(string script, string id)
    {
        ShellResult result = _aws.Try(script);

        Assert.Null(result.Terminated);
        Assert.Equal(id, result.OnlyError().Id());
        Assert.Empty(_aws.ChangingRequests);
    }

    [Fact]
    public void A_pattern_that_is_none_ends_the_command_before_anything_is_read()
    {
        ShellResult result = _aws.Try("Import-CrossAccessClient -NamePattern '(client'");

        Assert.Equal("InvalidText", result.OnlyError().Id());
        Assert.Empty(_aws.Requests);
    }

    [Fact]
    public void The_table_fits_eighty_columns()
    {
        string[] lines = _aws.Shell.Render("Import-CrossAccessClient -WhatIf -WarningAction SilentlyContinue").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        string[] table = [.. lines.Where(line => !line.StartsWith("What if", StringComparison.Ordinal))];
        Assert.All(table, line => Assert.True(line.TrimEnd().Length <= 80, $"{line.Length} columns: {line}"));
        Assert.Equal("Client Tier AccountId PermissionSetName Status", string.Join(' ', table[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void Stopping_ends_a_reading_under_way()
    {
        var reached = new Signal();
        _aws.Hold("DescribePermissionSet", async (_, cancellation) =>
        {
            reached.Set();
            await Task.Delay(Timeout.Infinite, cancellation);
        });

        using RunningScript import = _aws.Shell.Start("Import-CrossAccessClient -Force");
        reached.Wait();
        import.Stop();

        Assert.Equal(PSInvocationState.Stopped, import.Wait().State);
        Assert.Empty(_aws.ChangingRequests);
    }

    // As Import-Csv reads what Export-Csv wrote: text, and "" for nothing.
    private static PSObject AsCsv(PSObject item)
    {
        var row = new PSObject();
        foreach (PSPropertyInfo property in item.Properties) row.Properties.Add(new PSNoteProperty(property.Name, item.Text(property.Name)));
        return row;
    }

    // Everything of sets and roles that could have been changed, but for tags.
    private static JsonNode ReadBack()
    {
        JsonNode details = AwsCli.Run("client-222222222222", "iam", "get-account-authorization-details", "--filter", "Role");
        foreach (JsonNode? role in details["RoleDetailList"]!.AsArray()) role!.AsObject().Remove("Tags");
        return details;
    }

    private static IEnumerable<string> Texts(PSObject item, params string[] properties) => properties.Select(item.Text);
}
