using System.Management.Automation;
using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Onboarding;

/// <summary>The pipeline of the README, from rows as Import-Csv gives them to people who have access.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class ChainTests : IDisposable
{
    private const string Chain = "$rows | New-RemoteAccessRole -OutVariable roles | New-ClientPermissionSet -OutVariable sets | Grant-ClientAccess -Group Engineers";
    private const string RoleArn = "arn:aws:iam::222222222222:role/acme-read-only";

    private readonly SandboxSession _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void Each_output_carries_what_the_next_cmdlet_binds()
    {
        PSObject grant = Assert.Single(_aws.Run(Chain, SandboxSession.Row("AbcCorp", SandboxSession.Abc, "production")).Output);

        PSObject role = Assert.Single(_aws.Run("$roles").Output);
        Assert.Equal(
            ["AbcCorp", SandboxSession.Abc, "production", "ReadOnly", "acme-read-only", RoleArn, "", "Created"],
            Texts(role, "Client", "AccountId", "AccountName", "Tier", "RoleName", "RoleArn", "ExternalId", "Status"));
        PSObject set = Assert.Single(_aws.Run("$sets").Output);
        Assert.Equal(
            ["AbcCorp", SandboxSession.Abc, "ReadOnly", RoleArn, "AbcCorpReadOnly", "Created"],
            Texts(set, "Client", "AccountId", "Tier", "RoleArn", "PermissionSetName", "Status"));
        Assert.StartsWith("arn:aws:sso:::permissionSet/", set.Text("PermissionSetArn"), StringComparison.Ordinal);
        Assert.Equal(
            ["AbcCorp", SandboxSession.Abc, "ReadOnly", "AbcCorpReadOnly", "Group", "Engineers", "", "Created"],
            Texts(grant, "Client", "AccountId", "Tier", "PermissionSetName", "PrincipalType", "PrincipalName", "Expires", "Status"));
        Assert.Equal(GroupId("Engineers"), grant.Text("PrincipalId"));
    }

    [Fact]
    public void The_AWS_CLI_reads_back_role_trust_policies_permission_set_and_assignment()
    {
        AwsCli.SkipWhereMissing();
        PSObject grant = Assert.Single(_aws.Run(Chain, SandboxSession.Row("AbcCorp", SandboxSession.Abc)).Output);
        string set = Assert.Single(_aws.Run("$sets").Output).Text("PermissionSetArn");
        string instance = _aws.Sandbox.InstanceArn;
        string remote = SandboxSession.ProfileOf(SandboxSession.Abc);

        JsonNode role = AwsCli.Run(remote, "iam", "get-role", "--role-name", "acme-read-only")["Role"]!;
        Assert.Equal(RoleArn, (string?)role["Arn"]);
        Assert.Equal(3600, (int?)role["MaxSessionDuration"]);
        Assert.Equal(
            ["crossaccess:client=AbcCorp", "crossaccess:company=acme", "crossaccess:tier=ReadOnly"],
            role["Tags"]!.AsArray().Select(tag => $"{tag!["Key"]}={tag["Value"]}").Order(StringComparer.Ordinal));
        JsonObject[] trust = [.. role["AssumeRolePolicyDocument"]!["Statement"]!.AsArray().Select(statement => statement!.AsObject())];
        Assert.Equal(["sts:AssumeRole", "sts:SetSourceIdentity"], trust.Select(statement => (string?)statement["Action"]));
        Assert.All(trust, statement =>
        {
            Assert.Equal("arn:aws:iam::111111111111:root", (string?)statement["Principal"]!["AWS"]);
            Assert.Equal(
                [
                    "arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AbcCorpReadOnly_????????????????",
                    "arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_AbcCorpReadOnly_????????????????",
                ],
                statement["Condition"]!["ArnLike"]!["aws:PrincipalArn"]!.AsArray().Select(arn => (string?)arn));
        });
        Assert.Equal("*:${sts:SourceIdentity}", (string?)trust[1]["Condition"]!["StringLike"]!["aws:userid"]);

        JsonNode attached = AwsCli.Run(remote, "iam", "list-attached-role-policies", "--role-name", "acme-read-only");
        Assert.Equal(["arn:aws:iam::aws:policy/ReadOnlyAccess"], attached["AttachedPolicies"]!.AsArray().Select(policy => (string?)policy!["PolicyArn"]));

        JsonNode described = AwsCli.Run(null, "sso-admin", "describe-permission-set", "--instance-arn", instance, "--permission-set-arn", set)["PermissionSet"]!;
        Assert.Equal("AbcCorpReadOnly", (string?)described["Name"]);
        Assert.Equal("PT1H", (string?)described["SessionDuration"]);

        string inline = (string)AwsCli.Run(null, "sso-admin", "get-inline-policy-for-permission-set", "--instance-arn", instance, "--permission-set-arn", set)["InlinePolicy"]!;
        JsonArray statements = JsonNode.Parse(inline)!["Statement"]!.AsArray();
        Assert.Equal(["sts:AssumeRole", "sts:SetSourceIdentity"], statements.Select(statement => (string?)statement!["Action"]));
        Assert.All(statements, statement => Assert.Equal(RoleArn, (string?)statement!["Resource"]));

        JsonNode assignment = Assert.Single(AwsCli.Run(
            null, "sso-admin", "list-account-assignments", "--instance-arn", instance, "--account-id", SandboxSession.Home, "--permission-set-arn", set)["AccountAssignments"]!.AsArray())!;
        Assert.Equal("GROUP", (string?)assignment["PrincipalType"]);
        Assert.Equal(grant.Text("PrincipalId"), (string?)assignment["PrincipalId"]);
    }

    [Fact]
    public void Several_tiers_of_several_clients_come_out_in_the_order_in_which_they_went_in()
    {
        _aws.Run("Set-AccessTier DevOps -ManagedPolicyArn arn:aws:iam::aws:policy/PowerUserAccess");

        ShellResult result = _aws.Run(
            "$rows | New-RemoteAccessRole -Tier ReadOnly, Administrator, DevOps | New-ClientPermissionSet | Grant-ClientAccess -Group Engineers, Support",
            SandboxSession.ThreeRows());

        string[] expected = [.. from client in new[] { "AbcCorp", "Globex", "Initech" }
                                from tier in new[] { "ReadOnly", "Administrator", "DevOps" }
                                from grp in new[] { "Engineers", "Support" }
                                select $"{grp} → {client}{tier}"];
        Assert.Equal(expected, result.Texts);
        Assert.All(result.Statuses(), status => Assert.Equal("Created", status));
    }

    [Fact]
    public void WhatIf_plans_the_whole_chain_and_changes_nothing_anywhere()
    {
        byte[] inventory = File.ReadAllBytes(SandboxSession.InventoryPath);

        ShellResult result = _aws.Run(
            "$rows | New-RemoteAccessRole -WhatIf -OutVariable roles | New-ClientPermissionSet -WhatIf -OutVariable sets | Grant-ClientAccess -Group Engineers -User eve -WhatIf",
            SandboxSession.ThreeRows());

        Assert.Equal(6, result.Output.Count);
        Assert.All([.. result.Statuses(), .. _aws.Run("$roles").Statuses(), .. _aws.Run("$sets").Statuses()], status => Assert.Equal("Planned", status));
        Assert.Equal(["AbcCorpReadOnly", "GlobexReadOnly", "InitechReadOnly"], _aws.Run("$sets.PermissionSetName").Texts);
        Assert.Contains("What if: ", result.HostText, StringComparison.Ordinal);
        Assert.Empty(_aws.ChangingRequests);
        Assert.Equal(inventory, File.ReadAllBytes(SandboxSession.InventoryPath));
    }

    [Fact]
    public void WhatIf_of_setting_up_writes_no_inventory()
    {
        File.Delete(SandboxSession.InventoryPath);

        PSObject planned = Assert.Single(_aws.Run("Initialize-CrossAccess acme -HomeProfileName sandbox-home -WhatIf").Output);

        Assert.Equal("Planned", planned.Text("Status"));
        Assert.False(File.Exists(SandboxSession.InventoryPath));
        Assert.Empty(_aws.ChangingRequests);
    }

    [Fact]
    public void The_first_run_asks_for_no_more_than_this()
    {
        _aws.Run(Chain, SandboxSession.Row("AbcCorp", SandboxSession.Abc));

        Assert.Equal(Counts.FirstRunOfOne, _aws.RequestCounts);
    }

    [Fact]
    public void Each_further_row_of_a_first_run_adds_no_more_than_this()
    {
        _aws.Run(Chain, SandboxSession.ThreeRows());

        // Those that wait together are asked after together: by a list where two or more do, which is a matter of time.
        Assert.Equal(Counts.FirstRunOfThree, _aws.RequestCounts.Where(count => !count.StartsWith("ListAccountAssignmentCreationStatus", StringComparison.Ordinal)));
        Assert.True(_aws.Requests.Count(request => request.Operation == "ListAccountAssignmentCreationStatus") <= 1);
    }

    [Fact]
    public void A_second_run_says_Unchanged_throughout_and_changes_nothing()
    {
        _aws.Run(Chain, SandboxSession.ThreeRows());
        byte[] inventory = File.ReadAllBytes(SandboxSession.InventoryPath);
        _aws.Sandbox.ClearEvents();

        ShellResult again = _aws.Run(Chain, SandboxSession.ThreeRows());

        Assert.Equal(3, again.Output.Count);
        Assert.All([.. again.Statuses(), .. _aws.Run("$roles").Statuses(), .. _aws.Run("$sets").Statuses()], status => Assert.Equal("Unchanged", status));
        Assert.Empty(_aws.ChangingRequests);
        Assert.Equal(inventory, File.ReadAllBytes(SandboxSession.InventoryPath));
        Assert.Equal(Counts.SecondRunOfThree, _aws.RequestCounts);
    }

    [Fact]
    public void A_run_with_another_policy_updates_the_role_and_says_so()
    {
        _aws.Run(Chain, SandboxSession.Row("AbcCorp", SandboxSession.Abc));
        _aws.Sandbox.ClearEvents();

        ShellResult updated = _aws.Run(
            "$rows | New-RemoteAccessRole -ManagedPolicyArn arn:aws:iam::aws:policy/SecurityAudit -OutVariable roles | New-ClientPermissionSet -OutVariable sets | Grant-ClientAccess -Group Engineers");

        Assert.Equal(["Updated"], _aws.Run("$roles.Status").Texts);
        Assert.Equal(["Unchanged"], _aws.Run("$sets.Status").Texts);
        Assert.Equal(["Unchanged"], updated.Statuses());
        Assert.Equal(["AttachRolePolicy", "DetachRolePolicy"], _aws.ChangingRequests);
    }

    [Fact]
    public void A_changed_permission_set_is_provisioned_where_it_is_assigned()
    {
        _aws.Onboard();

        PSObject set = Assert.Single(_aws.Run("New-ClientPermissionSet AbcCorp -Tier ReadOnly -SessionDuration 4:00").Output);

        Assert.Equal("Updated", set.Text("Status"));
        Assert.Equal(["UpdatePermissionSet", "ProvisionPermissionSet"], _aws.ChangingRequests);
    }

    [Fact]
    public void A_second_account_of_a_client_joins_its_permission_set_and_is_provisioned()
    {
        _aws.Onboard();

        ShellResult joined = _aws.Run(Chain, SandboxSession.Row("AbcCorp", SandboxSession.Globex, "staging"));

        Assert.Equal(["Created"], _aws.Run("$roles.Status").Texts);
        PSObject set = Assert.Single(_aws.Run("$sets").Output);
        Assert.Equal("Updated", set.Text("Status"));
        Assert.Equal([RoleArn, "arn:aws:iam::333333333333:role/acme-read-only"], (IEnumerable<string>)set.Properties["AssumableRoleArn"].Value);
        Assert.Equal(["Created"], joined.Statuses());
        Assert.Equal(["CreateRole", "AttachRolePolicy", "PutInlinePolicyToPermissionSet", "ProvisionPermissionSet", "CreateAccountAssignment"], _aws.ChangingRequests);
        Assert.Equal("staging", _aws.Run("Enter-ClientRole AbcCorp -Account staging -HomeProfileName ana@AbcCorpReadOnly").Output[0].Text("AccountName"));
    }

    [Fact]
    public void Two_accounts_of_a_client_in_one_run_make_one_set_over_both()
    {
        ShellResult result = _aws.Run(Chain, SandboxSession.Row("AbcCorp", SandboxSession.Abc, "production"), SandboxSession.Row("AbcCorp", SandboxSession.Globex, "staging"));

        Assert.Equal(["Created", "Created"], _aws.Run("$roles.Status").Texts);
        // Both rows are under way at once: whichever comes first makes the set, and the other joins it.
        Assert.Equal(["Created", "Updated"], _aws.Run("$sets.Status").Texts.Order());
        Assert.Equal(["Created", "Unchanged"], result.Statuses().Order());
        Assert.Equal(["2"], _aws.Run("(Get-ClientPermissionSet AbcCorp -Tier ReadOnly).AssumableRoleArn.Count").Texts);
    }

    [Fact]
    public void Several_grants_of_a_row_are_done_in_the_run_and_read_back_by_name()
    {
        _aws.Onboard(grant: "-Group Engineers, Support -User eve");

        Assert.Equal(
            ["Engineers", "Support", "eve"],
            _aws.Run("Get-ClientAccess AbcCorp -Tier ReadOnly").Output.Select(grant => grant.Text("PrincipalName")).Order(StringComparer.Ordinal));
    }

    private string GroupId(string name) =>
        ((IEnumerable<object>)_aws.Sandbox.Groups).Cast<dynamic>().Where(candidate => (string)candidate.DisplayName == name).Select(candidate => (string)candidate.GroupId).Single();

    private static IEnumerable<string> Texts(PSObject item, params string[] properties) => properties.Select(item.Text);
}
