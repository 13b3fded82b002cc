using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Diagnosis.Tests;

/// <summary>Each link at home broken alone, named alone, and mended by what its Fix says; read by an admin.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class HomeLinkTests : IDisposable
{
    private readonly ChainUnderTest _chain = new();

    public void Dispose() => _chain.Dispose();

    [Fact]
    public void A_chain_that_holds_passes_link_by_link_and_says_that_AWS_itself_was_not_asked()
    {
        IReadOnlyList<TestedLink> links = _chain.Test();

        ChainUnderTest.AssertWhole(links);
        Assert.Equal("Unknown", links[^1].Result);
        Assert.Contains("only ana can", links[^1].Reason, StringComparison.Ordinal);
        Assert.Equal("Test-ClientAccess AbcCorp -Account 222222222222 -Tier ReadOnly", links[^1].Fix);
        Assert.Equal("ana has it directly.", links[3].Reason);
        Assert.DoesNotContain(_chain.Sandbox.Events, request => !request.IsReadOnly || request.Operation == "AssumeRole");
    }

    [Fact]
    public void A_user_who_was_stopped_is_named_with_how_to_lift_it()
    {
        _chain.Work.Run("$null = Initialize-CrossAccess acme -DenyPolicy -HomeProfileName sandbox-home; $null = New-ClientPermissionSet AbcCorp");
        ChainUnderTest.AssertWhole(_chain.Test());
        _chain.Work.Run("$null = Revoke-ClientAccess -User ana -Now -Force");

        TestedLink broken = _chain.Broken("Deny");

        Assert.Contains("home's policy crossaccess-deny denies everything", broken.Reason, StringComparison.Ordinal);
        Assert.Equal("Revoke-ClientAccess -User ana -Lift", broken.Fix);
        _chain.Work.Run(broken.Fix + " -Force");
        ChainUnderTest.AssertWhole(_chain.Test());
    }

    [Fact]
    public void Whether_somebody_was_stopped_is_unknown_where_home_may_not_be_read()
    {
        _chain.Work.Run("$null = Initialize-CrossAccess acme -DenyPolicy -HomeProfileName sandbox-home; $null = New-ClientPermissionSet AbcCorp");
        _chain.Sandbox.Fail("ListPolicyVersions", "AccessDenied");

        TestedLink deny = Assert.Single(_chain.Test(), link => link.Link == "Deny");

        Assert.Equal("Unknown", deny.Result);
        Assert.StartsWith("Whether home's policy crossaccess-deny stops ana is not known.", deny.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_the_directory_does_not_have_comes_with_near_ones()
    {
        TestedLink broken = _chain.Broken("Principal", "Test-ClientAccess AbcCorp -User anna -ProfileName client-222222222222", "Assignment");

        Assert.Contains("Did you mean 'ana'?", broken.Reason, StringComparison.Ordinal);
        Assert.Equal("Name the one that is meant: -User ana", broken.Fix);
        ChainUnderTest.AssertWhole(_chain.Test($"Test-ClientAccess AbcCorp {broken.Fix.Split(": ")[1]} -ProfileName client-222222222222"));
    }

    [Fact]
    public void A_name_like_no_other_is_to_be_made_where_the_directory_comes_from()
    {
        TestedLink broken = _chain.Broken("Principal", "Test-ClientAccess AbcCorp -User zacharias -ProfileName client-222222222222", "Assignment");
        Assert.StartsWith("Have zacharias made where the directory's users", broken.Fix, StringComparison.Ordinal);

        _chain.Sandbox.AddUser("zacharias");

        _chain.Broken("Assignment", "Test-ClientAccess AbcCorp -User zacharias -ProfileName client-222222222222");
    }

    [Fact]
    public void A_permission_set_that_is_gone()
    {
        _chain.Work.Run("$null = Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force; $null = Remove-ClientPermissionSet AbcCorp -Tier ReadOnly -Force");

        TestedLink broken = _chain.Broken("PermissionSet", ChainUnderTest.ByAdmin, "Assignment", "Provisioning", "PermissionSetPolicy", "Deny");

        Assert.Equal("New-ClientPermissionSet AbcCorp -AccountId 222222222222 -Tier ReadOnly | Grant-ClientAccess -User ana", broken.Fix);
        _chain.Mend(broken);
    }

    [Fact]
    public async Task A_permission_set_of_somebody_elses_making_passes_with_how_to_adopt_it()
    {
        await _chain.Admin.SsoAsync("UntagResource", new JsonObject { ["InstanceArn"] = _chain.Sandbox.InstanceArn, ["ResourceArn"] = await _chain.SetArnAsync(), ["TagKeys"] = new JsonArray("crossaccess:client") });
        string inventory = Path.Combine(_chain.Work.Home, "inventory.json");
        File.WriteAllText(inventory, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(inventory), "\"readOnly\": \"arn:aws:sso[^\"]*\"|\"ReadOnly\": \"arn:aws:sso[^\"]*\"", ""));

        IReadOnlyList<TestedLink> links = _chain.Test();

        ChainUnderTest.AssertWhole(links);
        Assert.Contains("not made for AbcCorp", links[2].Reason, StringComparison.Ordinal);
        _chain.Work.Run(links[2].Fix);
        Assert.Equal("", _chain.Test()[2].Fix);
    }

    [Fact]
    public void An_assignment_that_is_missing_while_others_have_one()
    {
        _chain.Work.Run("$null = Grant-ClientAccess AbcCorp -Tier ReadOnly -Group Support; $null = Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force");

        TestedLink broken = _chain.Broken("Assignment");

        Assert.Contains("one user or group", broken.Reason, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Fact]
    public void An_assignment_that_nobody_has_leaves_nothing_provisioned()
    {
        _chain.Work.Run("$null = Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force");

        TestedLink broken = _chain.Broken("Assignment", ChainUnderTest.ByAdmin, "Provisioning");

        Assert.Contains("assigned to nobody", broken.Reason, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Fact]
    public void An_assignment_by_a_group_that_the_user_is_no_longer_in()
    {
        _chain.Work.Run("$null = Grant-ClientAccess AbcCorp -Tier ReadOnly -Group Engineers; $null = Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force");
        Assert.Equal("ana has it by group Engineers.", _chain.Test()[3].Reason);

        _chain.Sandbox.RemoveMember(_chain.Sandbox.Groups.Single(group => group.DisplayName == "Engineers").GroupId, "ana");

        _chain.Mend(_chain.Broken("Assignment"));
    }

    [Fact]
    public void A_group_has_a_chain_of_its_own()
    {
        TestedLink broken = _chain.Broken("Assignment", "Test-ClientAccess AbcCorp -Group Engineers -ProfileName client-222222222222");

        Assert.Equal("Grant-ClientAccess AbcCorp -Tier ReadOnly -Group Engineers", broken.Fix);
        _chain.Mend(broken, "Test-ClientAccess AbcCorp -Group Engineers -ProfileName client-222222222222");
    }

    [Fact]
    public async Task A_version_that_is_not_provisioned()
    {
        await _chain.ChangeSetAsync(statements => statements.Add(JsonNode.Parse("""{"Sid":"Look","Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}""")), provision: false);

        _chain.Mend(_chain.Broken("Provisioning"));
    }

    [Fact]
    public async Task A_policy_that_names_another_role()
    {
        await _chain.ChangeSetAsync(statements =>
        {
            foreach (JsonNode? statement in statements) statement!["Resource"] = "arn:aws:iam::333333333333:role/acme-read-only";
        });

        TestedLink broken = _chain.Broken("PermissionSetPolicy");

        Assert.Contains("arn:aws:iam::222222222222:role/acme-read-only", broken.Reason, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Fact]
    public void A_second_account_of_the_client_that_the_policy_does_not_cover()
    {
        _chain.Work.Run("$null = New-RemoteAccessRole AbcCorp 333333333333 -AccountName staging -ProfileName client-333333333333");
        const string OfStaging = "Test-ClientAccess AbcCorp -Account staging -User ana -ProfileName client-333333333333";

        TestedLink broken = _chain.Broken("PermissionSetPolicy", OfStaging);

        Assert.Equal("New-ClientPermissionSet AbcCorp -AccountId 333333333333 -Tier ReadOnly", broken.Fix);
        _chain.Mend(broken, OfStaging);
    }

    [Fact]
    public async Task A_condition_that_somebody_put_into_our_statement()
    {
        await _chain.ChangeSetAsync(statements => ChainUnderTest.Condition(statements.Single(statement => (string?)statement!["Sid"] == "CrossAccessAssumeRole"))["DateLessThan"] = new JsonObject { ["aws:CurrentTime"] = "2020-01-01T00:00:00Z" });

        TestedLink broken = _chain.Broken("PermissionSetPolicy");

        Assert.Contains("aws:CurrentTime DateLessThan 2020-01-01T00:00:00Z", broken.Reason, StringComparison.Ordinal);
        string[] steps = broken.Fix.Split(", then: ");
        Assert.StartsWith("Delete statement CrossAccessAssumeRole", steps[0], StringComparison.Ordinal);
        await _chain.ChangeSetAsync(statements => statements.Remove(statements.Single(statement => (string?)statement!["Sid"] == "CrossAccessAssumeRole")));
        _chain.Mend(broken with { Fix = steps[1] });
    }

    [Fact]
    public async Task A_managed_policy_that_lets_the_set_assume_anything_is_enough()
    {
        await _chain.ChangeSetAsync(statements =>
        {
            foreach (JsonNode? statement in statements) statement!["Resource"] = "arn:aws:iam::333333333333:role/acme-read-only";
        });
        JsonObject attach = new() { ["InstanceArn"] = _chain.Sandbox.InstanceArn, ["PermissionSetArn"] = await _chain.SetArnAsync(), ["ManagedPolicyArn"] = "arn:aws:iam::aws:policy/ReadOnlyAccess" };
        await _chain.Admin.SsoAsync("AttachManagedPolicyToPermissionSet", attach);

        TestedLink unread = _chain.Test().Single(link => link.Link == "PermissionSetPolicy");
        Assert.Equal("Unknown", unread.Result);
        Assert.Contains("ReadOnlyAccess", unread.Reason, StringComparison.Ordinal);

        attach["ManagedPolicyArn"] = "arn:aws:iam::aws:policy/AdministratorAccess";
        await _chain.Admin.SsoAsync("AttachManagedPolicyToPermissionSet", attach);
        Assert.Equal("Pass", _chain.Test().Single(link => link.Link == "PermissionSetPolicy").Result);
    }

    [Fact]
    public async Task A_deny_that_has_ended_the_users_access()
    {
        await _chain.ChangeSetAsync(statements => statements.Add(Ending("Ended", "ana", "2026-01-31T18:30:00Z")));

        TestedLink broken = _chain.Broken("Deny");

        Assert.Contains("The access of ana ended at", broken.Reason, StringComparison.Ordinal);
        string[] steps = broken.Fix.Split(", then: ");
        Assert.Equal($"Take statement Ended out of the inline policy of {ChainUnderTest.Set} in Identity Center", steps[0]);
        await _chain.ChangeSetAsync(statements => statements.Remove(statements.Single(statement => (string?)statement!["Sid"] == "Ended")), provision: false);
        _chain.Mend(broken with { Fix = steps[1] });
    }

    [Fact]
    public async Task A_deny_of_others_or_of_later_denies_nothing_now()
    {
        await _chain.ChangeSetAsync(statements =>
        {
            statements.Add(Ending("Others", "ben", "2020-01-31T18:30:00Z"));
            statements.Add(Ending("Later", "ana", "2099-01-31T18:30:00Z"));
        });

        TestedLink deny = _chain.Test().Single(link => link.Link == "Deny");

        Assert.Equal("Pass", deny.Result);
        Assert.StartsWith("The set's policy lets ana in until ", deny.Reason, StringComparison.Ordinal);
        Assert.Contains(new DateTimeOffset(2099, 1, 31, 18, 30, 0, TimeSpan.Zero).ToLocalTime().ToString("g", System.Globalization.CultureInfo.InvariantCulture), deny.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deny_of_everybody_hits_a_group_too_and_one_of_a_user_leaves_it_open()
    {
        const string OfGroup = "Test-ClientAccess AbcCorp -Group Engineers -ProfileName client-222222222222";
        _chain.Work.Run("$null = Grant-ClientAccess AbcCorp -Tier ReadOnly -Group Engineers");
        await _chain.ChangeSetAsync(statements => statements.Add(Ending("Some", "ana", "2020-01-31T18:30:00Z")));
        Assert.Equal("Unknown", _chain.Test(OfGroup).Single(link => link.Link == "Deny").Result);

        await _chain.ChangeSetAsync(statements => statements.Add(JsonNode.Parse("""{"Sid":"All","Effect":"Deny","Action":"sts:*","Resource":"*"}""")));

        Assert.Contains("Statement All", _chain.Broken("Deny", OfGroup).Reason, StringComparison.Ordinal);
    }

    private JsonObject Ending(string sid, string user, string time) => new()
    {
        ["Sid"] = sid,
        ["Effect"] = "Deny",
        ["Action"] = "sts:AssumeRole",
        ["Resource"] = "*",
        ["Condition"] = new JsonObject
        {
            ["StringEquals"] = new JsonObject { ["identitystore:UserId"] = _chain.UserIdOf(user) },
            ["DateGreaterThan"] = new JsonObject { ["aws:CurrentTime"] = time },
        },
    };
}
