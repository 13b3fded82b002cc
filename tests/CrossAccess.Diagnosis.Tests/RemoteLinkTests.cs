using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.SignIn.Tests;

namespace CrossAccess.Diagnosis.Tests;

/// <summary>Each link in the client's account broken alone, named alone, and mended by what its Fix says; read by an admin.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RemoteLinkTests : IDisposable
{
    private static readonly string[] AfterTrust = ["ExternalId", "TrustConditions", "SourceIdentity"];

    private readonly ChainUnderTest _chain = new();

    public void Dispose() => _chain.Dispose();

    [Fact]
    public async Task A_role_that_is_gone()
    {
        await _chain.Client.IamAsync("DetachRolePolicy", ("RoleName", ChainUnderTest.RoleName), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        await _chain.Client.IamAsync("DeleteRole", ("RoleName", ChainUnderTest.RoleName));

        TestedLink broken = _chain.Broken("Role", ChainUnderTest.ByAdmin, "Trust", "ExternalId", "TrustConditions", "SourceIdentity", "Chaining", "RolePolicies");

        Assert.Equal("New-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly -ProfileName client-222222222222", broken.Fix);
        _chain.Mend(broken);
    }

    [Fact]
    public async Task A_role_that_was_made_under_a_path_is_entered_by_its_own_ARN()
    {
        string trust = ChainUnderTest.Policy(await _chain.TrustAsync());
        await _chain.Client.IamAsync("DetachRolePolicy", ("RoleName", ChainUnderTest.RoleName), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        await _chain.Client.IamAsync("DeleteRole", ("RoleName", ChainUnderTest.RoleName));
        await _chain.Client.IamAsync("CreateRole", ("RoleName", ChainUnderTest.RoleName), ("Path", "/partners/"), ("AssumeRolePolicyDocument", trust));
        await _chain.Client.IamAsync("AttachRolePolicy", ("RoleName", ChainUnderTest.RoleName), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));

        TestedLink broken = _chain.Broken("Role");

        Assert.Contains("arn:aws:iam::222222222222:role/partners/acme-read-only", broken.Reason, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Theory]
    [InlineData("arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_AbcCorpAdministrator_????????????????")]
    [InlineData("arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AbcCorpReadOnly_????????????????")]
    [InlineData("arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/us-east-1/AWSReservedSSO_AbcCorpReadOnly_*")]
    public async Task A_trust_that_means_another_set_or_forgot_the_Region_in_the_path(string pattern)
    {
        await _chain.ChangeTrustAsync(statements =>
        {
            foreach (JsonNode? statement in statements) ChainUnderTest.Condition(statement)["ArnLike"] = new JsonObject { ["aws:PrincipalArn"] = pattern };
        });

        TestedLink broken = _chain.Broken("Trust", ChainUnderTest.ByAdmin, AfterTrust);

        Assert.Contains(pattern, broken.Reason, StringComparison.Ordinal);
        Assert.Contains("/eu-west-1/AWSReservedSSO_AbcCorpReadOnly_????????????????", broken.Reason, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Theory]
    [InlineData("arn:aws:iam::999988887777:root")]
    [InlineData("333333333333")]
    public async Task A_trust_of_another_account_than_home(string principal)
    {
        await _chain.ChangeTrustAsync(statements => Trusting(statements, principal));

        TestedLink broken = _chain.Broken("Trust", ChainUnderTest.ByAdmin, AfterTrust);

        Assert.Equal($"The role trusts {principal}; the home account is 111111111111.", broken.Reason);
        _chain.Mend(broken);
    }

    [Fact]
    public async Task A_trust_in_the_exact_role_died_with_it()
    {
        string role = _chain.Sandbox.SignIn("ana", ChainUnderTest.Set).Arn.Split('/')[1];
        await _chain.ChangeTrustAsync(statements => Trusting(statements, $"arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/eu-west-1/{role}", keepConditions: false));
        TestedLink unsure = _chain.Test().Single(link => link.Link == "Trust");
        Assert.Equal("Unknown", unsure.Result);
        Assert.Contains("its suffix changes", unsure.Reason, StringComparison.Ordinal);

        _chain.Work.Run("$null = Revoke-ClientAccess AbcCorp -Tier ReadOnly -User ana -Force; $null = Grant-ClientAccess AbcCorp -Tier ReadOnly -User ana");

        TestedLink broken = _chain.Broken("Trust", ChainUnderTest.ByAdmin, AfterTrust);
        Assert.Contains("AROA", broken.Reason, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Theory]
    [InlineData("arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_AbcCorpReadOnly_*")]
    [InlineData("arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_AbcCorpReadOnly_????????????????")]
    public async Task A_pattern_that_lets_sets_of_longer_names_in_is_told_of_and_narrowed(string pattern)
    {
        await _chain.ChangeTrustAsync(statements =>
        {
            foreach (JsonNode? statement in statements) ChainUnderTest.Condition(statement)["ArnLike"] = new JsonObject { ["aws:PrincipalArn"] = pattern };
        });

        TestedLink trap = _chain.Test().Single(link => link.Link == "Trust");

        Assert.Equal("Pass", trap.Result);
        Assert.Contains("names are longer", trap.Reason, StringComparison.Ordinal);
        _chain.Mend(trap);
        Assert.Equal("The role trusts AbcCorpReadOnly, and no other set.", _chain.Test().Single(link => link.Link == "Trust").Reason);
    }

    [Fact]
    public async Task An_external_id_that_is_not_recorded()
    {
        await _chain.ChangeTrustAsync(statements => ChainUnderTest.Condition(statements[0])["StringEquals"] = new JsonObject { ["sts:ExternalId"] = "4711" });

        TestedLink broken = _chain.Broken("ExternalId");

        Assert.EndsWith(" -ExternalId 4711", broken.Fix, StringComparison.Ordinal);
        _chain.Mend(broken);
        Assert.Equal("4711", (string?)ChainUnderTest.Condition((await _chain.TrustAsync())[0])["StringEquals"]!["sts:ExternalId"]);
    }

    [Fact]
    public async Task An_external_id_that_is_another_than_the_recorded_one()
    {
        _chain.Work.Run("$null = New-RemoteAccessRole AbcCorp 222222222222 -ExternalId 'one,two' -ProfileName client-222222222222");
        ChainUnderTest.AssertWhole(_chain.Test());
        await _chain.ChangeTrustAsync(statements => ChainUnderTest.Condition(statements[0])["StringEquals"] = new JsonObject { ["sts:ExternalId"] = "three,four" });

        TestedLink broken = _chain.Broken("ExternalId");

        Assert.Equal("The trust asks for another external id than the recorded one.", broken.Reason);
        Assert.EndsWith(" -ExternalId 'three,four'", broken.Fix, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Theory]
    [InlineData("Bool", "aws:MultiFactorAuthPresent", "true", "MFA is to be required in Identity Center")]
    [InlineData("BoolIfExists", "aws:MultiFactorAuthPresent", "true", "MFA is to be required in Identity Center")]
    [InlineData("NumericLessThan", "aws:MultiFactorAuthAge", "3600", "MFA is to be required in Identity Center")]
    [InlineData("StringEquals", "sts:RoleSessionName", "robot", "sts:RoleSessionName StringEquals robot")]
    [InlineData("DateLessThan", "aws:CurrentTime", "2020-01-01T00:00:00Z", "aws:CurrentTime DateLessThan 2020-01-01T00:00:00Z")]
    [InlineData("StringEquals", "aws:SourceAccount", "111111111111", "aws:SourceAccount")]
    public async Task A_condition_that_no_session_of_Identity_Center_meets(string comparison, string key, string value, string reason)
    {
        await _chain.ChangeTrustAsync(statements => ChainUnderTest.Condition(statements[0])[comparison] = new JsonObject { [key] = value });

        TestedLink broken = _chain.Broken("TrustConditions");

        Assert.Contains(reason, broken.Reason, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Theory]
    [InlineData("StringEquals", "aws:PrincipalOrgID", "o-1234567890", "aws organizations describe-organization")]
    [InlineData("IpAddress", "aws:SourceIp", "203.0.113.0/24", "the network from which the user asks")]
    [InlineData("StringEquals", "aws:PrincipalTag/team", "blue", "aws:PrincipalTag/team")]
    public async Task A_condition_that_cannot_be_decided_from_here_is_unknown_with_who_could_tell(string comparison, string key, string value, string reason)
    {
        await _chain.ChangeTrustAsync(statements => ChainUnderTest.Condition(statements[0])[comparison] = new JsonObject { [key] = value });

        IReadOnlyList<TestedLink> links = _chain.Test();

        TestedLink open = links.Single(link => link.Link == "TrustConditions");
        Assert.Equal("Unknown", open.Result);
        Assert.Contains(reason, open.Reason, StringComparison.Ordinal);
        Assert.Equal("Test-ClientAccess AbcCorp -Account 222222222222 -Tier ReadOnly", open.Fix);
        Assert.DoesNotContain(links, link => link.Result == "Fail");
    }

    [Fact]
    public async Task A_statement_of_the_trust_that_denies_it()
    {
        await _chain.ChangeTrustAsync(statements => statements.Add(JsonNode.Parse("""{"Sid":"Freeze","Effect":"Deny","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}""")));

        TestedLink broken = _chain.Broken("TrustConditions");

        Assert.Contains("Statement Freeze of the trust denies it", broken.Reason, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Fact]
    public async Task A_source_identity_that_is_asked_for_and_not_allowed_by_the_trust()
    {
        await _chain.ChangeTrustAsync(statements =>
        {
            ChainUnderTest.Condition(statements[0])["StringLike"] = new JsonObject { ["sts:SourceIdentity"] = "*" };
            statements.RemoveAt(1);
        });

        TestedLink broken = _chain.Broken("SourceIdentity");

        Assert.Contains("asks for a source identity", broken.Reason, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Fact]
    public async Task A_source_identity_that_is_asked_for_and_not_allowed_by_the_set()
    {
        await _chain.ChangeTrustAsync(statements => ChainUnderTest.Condition(statements[0])["StringLike"] = new JsonObject { ["sts:SourceIdentity"] = "*" });
        ChainUnderTest.AssertWhole(_chain.Test());
        await _chain.ChangeSetAsync(statements => statements.RemoveAt(1));

        TestedLink broken = _chain.Broken("SourceIdentity");

        Assert.Contains("the policy of AbcCorpReadOnly does not allow", broken.Reason, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Fact]
    public async Task A_source_identity_that_nobody_asks_for_is_no_lack_but_its_absence_is_told_with_what_brings_it()
    {
        await _chain.ChangeSetAsync(statements => statements.RemoveAt(1));

        TestedLink told = _chain.Test().Single(link => link.Link == "SourceIdentity");

        Assert.Equal("Pass", told.Result);
        Assert.Contains("by the session's name alone", told.Reason, StringComparison.Ordinal);
        _chain.Mend(told);
        Assert.Equal("CloudTrail in the client's account names the user by source identity.", _chain.Test().Single(link => link.Link == "SourceIdentity").Reason);
    }

    [Fact]
    public async Task A_source_identity_that_could_be_anybodys_is_told()
    {
        await _chain.ChangeSetAsync(statements => statements[1]!.AsObject().Remove("Condition"));
        Assert.DoesNotContain("any other name", _chain.Test().Single(link => link.Link == "SourceIdentity").Reason, StringComparison.Ordinal);
        await _chain.ChangeTrustAsync(statements => ChainUnderTest.Condition(statements[1]).Remove("StringLike"));

        TestedLink told = _chain.Test().Single(link => link.Link == "SourceIdentity");

        Assert.Contains("any other name could be passed", told.Reason, StringComparison.Ordinal);
        _chain.Mend(told);
        Assert.DoesNotContain("any other name", _chain.Test().Single(link => link.Link == "SourceIdentity").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_without_policies()
    {
        await _chain.Client.IamAsync("DetachRolePolicy", ("RoleName", ChainUnderTest.RoleName), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));

        TestedLink broken = _chain.Broken("RolePolicies");

        Assert.Contains("may do nothing", broken.Reason, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Fact]
    public async Task What_the_role_carries_otherwise_than_its_tier_and_its_boundary_is_told()
    {
        await _chain.Client.IamAsync("AttachRolePolicy", ("RoleName", ChainUnderTest.RoleName), ("PolicyArn", "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"));
        await _chain.Client.IamAsync("DetachRolePolicy", ("RoleName", ChainUnderTest.RoleName), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        await _chain.Client.IamAsync("PutRolePermissionsBoundary", ("RoleName", ChainUnderTest.RoleName), ("PermissionsBoundary", "arn:aws:iam::aws:policy/SecurityAudit"));

        TestedLink policies = _chain.Test().Single(link => link.Link == "RolePolicies");

        Assert.Equal("Pass", policies.Result);
        Assert.Equal("The role carries ViewOnlyAccess. Of the tier's it lacks ReadOnlyAccess. Its permissions boundary arn:aws:iam::aws:policy/SecurityAudit caps what they allow.", policies.Reason);
    }

    [Fact]
    public async Task The_hour_of_a_chained_session_is_told_whatever_the_role_allows()
    {
        await _chain.Client.IamAsync("UpdateRole", ("RoleName", ChainUnderTest.RoleName), ("MaxSessionDuration", "14400"));

        TestedLink chaining = _chain.Test().Single(link => link.Link == "Chaining");

        Assert.Equal("Pass", chaining.Result);
        Assert.Equal("A session from Identity Center lasts an hour at most. The role's own limit is 4 h.", chaining.Reason);
    }

    [Fact]
    public async Task A_role_that_was_made_with_more_is_mended_without_losing_it()
    {
        _chain.Work.Run("$null = New-RemoteAccessRole AbcCorp 222222222222 -TrustedRoleArn arn:aws:iam::111111111111:role/break-glass -ManagedPolicyArn arn:aws:iam::aws:policy/SecurityAudit -ProfileName client-222222222222");
        await _chain.ChangeTrustAsync(statements => Trusting(statements, "333333333333"));

        TestedLink broken = _chain.Broken("Trust", ChainUnderTest.ByAdmin, AfterTrust);

        Assert.Equal("New-RemoteAccessRole AbcCorp 222222222222 -Tier ReadOnly -ProfileName client-222222222222 -TrustedRoleArn arn:aws:iam::111111111111:role/break-glass -ManagedPolicyArn arn:aws:iam::aws:policy/SecurityAudit", broken.Fix);
        _chain.Mend(broken);
        Assert.Contains("break-glass", ChainUnderTest.Policy(await _chain.TrustAsync()), StringComparison.Ordinal);
        Assert.Contains("SecurityAudit", _chain.Test().Single(link => link.Link == "RolePolicies").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_trusts_all_of_home_is_mended_as_such()
    {
        _chain.Work.Run("$null = New-RemoteAccessRole AbcCorp 222222222222 -TrustScope Account -ProfileName client-222222222222");
        Assert.Contains("whatever home's own policies allow", _chain.Test().Single(link => link.Link == "Trust").Reason, StringComparison.Ordinal);
        await _chain.ChangeTrustAsync(statements => ChainUnderTest.Condition(statements[0])["Bool"] = new JsonObject { ["aws:MultiFactorAuthPresent"] = "true" });

        TestedLink broken = _chain.Broken("TrustConditions");

        Assert.Contains(" -TrustScope Account", broken.Fix, StringComparison.Ordinal);
        _chain.Mend(broken);
    }

    [Fact]
    public async Task A_role_that_is_not_ours_is_mended_by_the_clients_admin_who_keeps_what_it_trusts()
    {
        AwsCli.SkipWhereMissing();
        await _chain.Client.IamAsync("UntagRole", ("RoleName", ChainUnderTest.RoleName), ("TagKeys.member.1", "crossaccess:company"));
        JsonNode own = JsonNode.Parse("""{"Sid":"Own","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"sts:AssumeRole","Condition":{"StringLike":{"sts:RoleSessionName":"it's $(whoami) `hostname` ${x}"}}}""")!;
        await _chain.ChangeTrustAsync(statements =>
        {
            statements.Clear();
            statements.Add(own.DeepClone());
        });

        TestedLink broken = _chain.Broken("Trust", ChainUnderTest.ByAdmin, AfterTrust);

        Assert.StartsWith("aws iam update-assume-role-policy --role-name acme-read-only --policy-document '{", broken.Fix, StringComparison.Ordinal);
        Assert.Equal(2, broken.Fix.Count(character => character == '\''));
        _chain.Work.Set("AWS_PROFILE", $"client-{Workplace.Client}");
        _chain.Mend(broken);
        Assert.True(JsonNode.DeepEquals(own, (await _chain.TrustAsync())[0]));
    }

    [Fact]
    public void Without_credentials_of_the_account_its_links_are_unknown_with_the_command_that_would_tell()
    {
        IReadOnlyList<TestedLink> links = _chain.Test("Test-ClientAccess AbcCorp -User ana");

        Assert.Equal(["Role", "Trust", "ExternalId", "TrustConditions", "SourceIdentity", "RolePolicies", "Entry"], links.Where(link => link.Result == "Unknown").Select(link => link.Link));
        TestedLink role = links.Single(link => link.Link == "Role");
        Assert.Contains("was not read", role.Reason, StringComparison.Ordinal);
        Assert.Equal("Test-ClientAccess AbcCorp -Account 222222222222 -Tier ReadOnly -User ana -ProfileName <a profile of account 222222222222>", role.Fix);
        ChainUnderTest.AssertWhole(_chain.Test(role.Fix.Replace("<a profile of account 222222222222>", "client-222222222222", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("-ThroughRole reader")]
    [InlineData("-Via Administrator")]
    [InlineData("-Credential $keys")]
    public async Task The_account_is_read_with_whichever_credentials_are_named(string credentials)
    {
        AccessKey key = _chain.Sandbox.AdministratorOf(Workplace.Client);
        _chain.Work.Run($"$global:keys = [pscustomobject]@{{ AccessKey = '{key.AccessKeyId}'; SecretAccessKey = '{key.SecretAccessKey}' }}");
        _chain.Work.Run("$null = New-RemoteAccessRole AbcCorp 222222222222 -Tier Administrator -TrustScope Account -ProfileName client-222222222222; $null = Initialize-CrossAccess acme -AdminProfileName sandbox-admin -HomeProfileName sandbox-home");
        await _chain.Client.IamAsync("CreateRole", ("RoleName", "reader"), ("AssumeRolePolicyDocument", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"}]}"""));
        await _chain.Client.IamAsync("AttachRolePolicy", ("RoleName", "reader"), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        _chain.Work.Set("AWS_PROFILE", "sandbox-home");

        ChainUnderTest.AssertWhole(_chain.Test($"Test-ClientAccess AbcCorp -User ana {credentials}"));
    }

    [Fact]
    public async Task Credentials_that_may_not_read_the_role_leave_it_unknown()
    {
        _chain.Sandbox.Fail("GetRole", "AccessDenied");

        IReadOnlyList<TestedLink> links = _chain.Test();

        Assert.Contains("AWS refused iam:GetRole", links.Single(link => link.Link == "Role").Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(links, link => link.Result == "Fail");
        Assert.NotEmpty(await _chain.TrustAsync());
    }

    private static void Trusting(JsonArray statements, string principal, bool keepConditions = true)
    {
        foreach (JsonNode? statement in statements)
        {
            if ((string?)statement!["Sid"] == "CrossAccessTrustedRoles") continue;
            statement["Principal"] = new JsonObject { ["AWS"] = principal };
            if (!keepConditions) ChainUnderTest.Condition(statement).Remove("ArnLike");
        }
    }
}
