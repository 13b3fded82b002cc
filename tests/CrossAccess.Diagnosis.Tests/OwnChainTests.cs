using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.SignIn.Tests;

namespace CrossAccess.Diagnosis.Tests;

/// <summary>The user's own chain, by a sign-in and without an admin's or a client's credentials: AWS itself is asked.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class OwnChainTests : IDisposable
{
    private const string Mine = "Test-ClientAccess AbcCorp";

    private static readonly string[] OfRole = ["Role", "Trust", "ExternalId", "TrustConditions", "SourceIdentity", "RolePolicies"];

    private readonly ChainUnderTest _chain = new(new SandboxOptions { ApproveSignInAs = "ana" }, readable: true);

    private Workplace Work => _chain.Work;

    public void Dispose() => _chain.Dispose();

    [Fact]
    public async Task Whom_AWS_lets_in_has_a_whole_chain_at_the_price_of_an_entry()
    {
        await SignInAsync();

        IReadOnlyList<TestedLink> links = _chain.Test(Mine);

        Assert.All(links, link => Assert.Equal("Pass", link.Result));
        Assert.Equal("AWS let ana in: nothing forbids it, an organization's policy neither.", links[^1].Reason);
        Assert.Equal(["GetRoleCredentials", "AssumeRole", "GetRole", "ListAttachedRolePolicies"], Work.TakeOperations());
        Assert.Empty(Work.Run("Get-ClientRole").Output);
        Assert.Null(Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID"));
    }

    [Fact]
    public async Task Naming_oneself_is_the_same()
    {
        await SignInAsync();

        Assert.All(_chain.Test("Test-ClientAccess AbcCorp -User ANA"), link => Assert.Equal("Pass", link.Result));
    }

    [Fact]
    public async Task What_a_session_holds_already_is_not_taken_for_AWSs_answer()
    {
        await SignInAsync();
        Work.Run("$null = Enter-ClientRole AbcCorp; Exit-ClientRole");
        await _chain.Client.IamAsync("DetachRolePolicy", ("RoleName", ChainUnderTest.RoleName), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        await _chain.Client.IamAsync("DeleteRole", ("RoleName", ChainUnderTest.RoleName));

        Assert.NotEqual("Pass", _chain.Test(Mine)[^1].Result);
    }

    [Fact]
    public async Task Nobody_signed_in()
    {
        _chain.ForgetProfiles();

        TestedLink broken = _chain.Broken("SignIn", Mine, ["Principal", "PermissionSet", "Assignment", "Provisioning", "PermissionSetPolicy", "Deny", .. OfRole]);

        Assert.StartsWith("Type: Connect-CrossAccess", broken.Fix, StringComparison.Ordinal);
        await Work.SignInAsync("Connect-CrossAccess");
        ChainUnderTest.AssertWhole(_chain.Test(Mine));
    }

    [Fact]
    public async Task A_sign_in_that_has_ended()
    {
        await SignInAsync();
        _chain.Sandbox.Advance(TimeSpan.FromHours(9));

        TestedLink broken = _chain.Broken("SignIn", Mine, ["Principal", "PermissionSet", "Assignment", "Provisioning", "PermissionSetPolicy", "Deny", .. OfRole]);

        Assert.StartsWith("Type: Connect-CrossAccess -SessionName 'acme'", broken.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_that_is_not_granted()
    {
        await SignInAsync();
        await _chain.Admin.SsoAsync("DeleteAccountAssignment", await AssignmentAsync());

        TestedLink broken = _chain.Broken("Assignment", Mine, ["PermissionSet", "Provisioning", "PermissionSetPolicy", "Deny", .. OfRole]);

        Assert.Equal("Grant-ClientAccess AbcCorp -Tier ReadOnly -User ana", broken.Fix);
        RestoreProfiles();
        Work.Run(broken.Fix);
        _chain.ForgetProfiles();
        ChainUnderTest.AssertWhole(_chain.Test(Mine));
    }

    [Fact]
    public async Task A_set_whose_policy_names_another_role_is_seen_where_its_holder_may_read_it()
    {
        await SignInAsync();
        await _chain.ChangeSetAsync(statements =>
        {
            foreach (JsonNode? statement in statements.Take(2)) statement!["Resource"] = "arn:aws:iam::333333333333:role/acme-read-only";
        });

        TestedLink broken = _chain.Broken("PermissionSetPolicy", Mine, ["Provisioning", .. OfRole]);

        RestoreProfiles();
        Work.Run(broken.Fix);
        _chain.ForgetProfiles();
        ChainUnderTest.AssertWhole(_chain.Test(Mine));
    }

    [Fact]
    public async Task A_deny_that_hits_everybody_is_seen_where_its_holder_may_read_it()
    {
        await SignInAsync();
        await _chain.ChangeSetAsync(statements => statements.Add(JsonNode.Parse("""{"Sid":"Freeze","Effect":"Deny","Action":"sts:AssumeRole","Resource":"*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2026-01-31T18:30:00Z"}}}""")));

        Assert.Contains("The access of ana ended at", _chain.Broken("Deny", Mine, ["Provisioning", .. OfRole]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trust_that_means_another_set_is_behind_AWSs_refusal_among_what_is_not_known()
    {
        await SignInAsync();
        await _chain.ChangeTrustAsync(statements =>
        {
            foreach (JsonNode? statement in statements) ChainUnderTest.Condition(statement)["ArnLike"] = new JsonObject { ["aws:PrincipalArn"] = "arn:aws:iam::111111111111:role/Other" };
        });
        Assert.Contains("made a moment ago", _chain.Test(Mine)[^1].Reason, StringComparison.Ordinal);
        AccessKey key = _chain.Sandbox.AdministratorOf(Workplace.Client);

        IReadOnlyList<TestedLink> links = _chain.Test($"{Mine} -Credential ([pscustomobject]@{{ AccessKey = '{key.AccessKeyId}'; SecretAccessKey = '{key.SecretAccessKey}' }})");

        TestedLink trust = links.Single(link => link.Result == "Fail");
        Assert.Equal("Trust", trust.Link);
        Assert.Equal("New-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly -Credential <keys of account 222222222222>", trust.Fix);
        Assert.Contains("Trust does not hold", links[^1].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(links, link => (link.Reason + link.Fix).Contains(key.SecretAccessKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tier_that_may_not_read_its_own_role_leaves_that_link_unknown_and_is_let_in_nevertheless()
    {
        RestoreProfiles();
        Work.Run("$null = Set-AccessTier Backup -ManagedPolicyArn arn:aws:iam::aws:policy/AWSBackupFullAccess; $null = New-RemoteAccessRole AbcCorp 222222222222 -Tier Backup -ProfileName client-222222222222 | New-ClientPermissionSet | Grant-ClientAccess -User ana");
        await SignInAsync();

        IReadOnlyList<TestedLink> links = _chain.Test($"{Mine} -Tier Backup");

        Assert.Equal(["RolePolicies"], links.Where(link => link.Result != "Pass").Select(link => link.Link));
        Assert.Equal(["True"], Work.Run($"{Mine} -Tier Backup -Quiet").Texts);
    }

    [Fact]
    public async Task Without_an_inventory_the_door_is_tried_all_the_same()
    {
        Work.ForgetInventory();
        _chain.ForgetProfiles();
        Assert.StartsWith("SignInRequired", _chain.ErrorOf(Mine).FullyQualifiedErrorId, StringComparison.Ordinal);
        await Work.SignInAsync($"Connect-CrossAccess -StartUrl {_chain.Sandbox.PortalUrl} -Region {_chain.Sandbox.Region}");

        Assert.All(_chain.Test(Mine), link => Assert.Equal("Pass", link.Result));
    }

    [Fact]
    public void Credentials_that_are_no_session_of_the_set_are_told_apart()
    {
        TestedLink broken = _chain.Broken("SignIn", $"{Mine} -HomeProfileName sandbox-home -ProfileName client-222222222222", "Principal", "Assignment");

        Assert.Contains("no session of permission set AbcCorpReadOnly", broken.Reason, StringComparison.Ordinal);
        ChainUnderTest.AssertWhole(_chain.Test($"{Mine} -HomeProfileName ana@AbcCorpReadOnly"));
    }

    [Fact]
    public void Credentials_that_get_in_without_the_set_are_told_apart_too()
    {
        Work.Run("$null = New-RemoteAccessRole AbcCorp 222222222222 -TrustScope Account -ProfileName client-222222222222");

        IReadOnlyList<TestedLink> links = _chain.Test($"{Mine} -HomeProfileName sandbox-home");

        Assert.Equal("Pass", links[^1].Result);
        Assert.Contains("without permission set", links.Single(link => link.Link == "Assignment").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_elses_session_says_nothing_of_the_one_who_is_asked_about() =>
        Assert.Equal("RequestRejected", _chain.ErrorOf("Test-ClientAccess AbcCorp -User ben -HomeProfileName ana@AbcCorpReadOnly").Id());

    private async Task SignInAsync()
    {
        await Work.SignInAsync();
        _chain.ForgetProfiles();
        Work.TakeOperations();
    }

    private void RestoreProfiles()
    {
        Work.Set("AWS_CONFIG_FILE", _chain.Sandbox.ConfigFile);
        Work.Set("AWS_SHARED_CREDENTIALS_FILE", _chain.Sandbox.CredentialsFile);
    }

    private async Task<JsonObject> AssignmentAsync() => new()
    {
        ["InstanceArn"] = _chain.Sandbox.InstanceArn,
        ["PermissionSetArn"] = await _chain.SetArnAsync(),
        ["PrincipalType"] = "USER",
        ["PrincipalId"] = _chain.UserIdOf("ana"),
        ["TargetType"] = "AWS_ACCOUNT",
        ["TargetId"] = ChainUnderTest.Home,
    };
}
