using System.Text.Json.Nodes;
using CrossAccess.Module.Tests.Engine;
using CrossAccess.Sandbox.Tests.Clients;
using CrossAccess.SignIn.Tests;

namespace CrossAccess.Diagnosis.Tests;

/// <summary>
/// AWS refuses although all that can be read holds. The role is one that this process has not made: after one that it has,
/// IAM's settling would be the likelier cause.
/// </summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class RefusalTests : IAsyncLifetime
{
    // An account of these tests alone: no other may have made a role in it a moment ago.
    private const string Globex = "646464646464";
    private const string Mine = $"Test-ClientAccess Globex -ProfileName client-{Globex}";

    private readonly ChainUnderTest _chain = new(new SandboxOptions { ApproveSignInAs = "ana", ClientAccountIds = [Workplace.Client, Globex] });
    private readonly SignedClient _globex;

    public RefusalTests() => _globex = SignedClient.Administrator(_chain.Sandbox, Globex);

    private Workplace Work => _chain.Work;

    // As from a hand-over template: the provider has the set, the client makes the role.
    public async ValueTask InitializeAsync()
    {
        Work.Run($"$null = New-ClientPermissionSet Globex -AccountId {Globex} -Tier ReadOnly | Grant-ClientAccess -User ana");
        await _globex.IamAsync("CreateRole", ("RoleName", ChainUnderTest.RoleName), ("AssumeRolePolicyDocument", ChainUnderTest.Policy(Trust())));
        await _globex.IamAsync("AttachRolePolicy", ("RoleName", ChainUnderTest.RoleName), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        await Work.SignInAsync();
    }

    public ValueTask DisposeAsync()
    {
        _globex.Dispose();
        _chain.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void An_organizations_policy_is_suspected_when_all_else_holds()
    {
        Assert.All(_chain.Test(Mine), link => Assert.Equal("Pass", link.Result));
        _chain.Sandbox.Fail("AssumeRole", "AccessDenied", 2);

        IReadOnlyList<TestedLink> links = _chain.Test(Mine);

        TestedLink entry = Assert.Single(links, link => link.Result != "Pass");
        Assert.Equal(("Entry", "Fail"), (entry.Link, entry.Result));
        Assert.StartsWith("All that can be read holds, and AWS still refuses: a policy of an organization", entry.Reason, StringComparison.Ordinal);
        Assert.Contains("(SCP)", entry.Fix, StringComparison.Ordinal);
        Assert.Contains("(RCP)", entry.Fix, StringComparison.Ordinal);
        // What the fix asks for has been done.
        Assert.All(_chain.Test(Mine), link => Assert.Equal("Pass", link.Result));
    }

    [Theory]
    [InlineData("StringEquals", "aws:PrincipalOrgID", "o-1234567890")]
    [InlineData("IpAddress", "aws:SourceIp", "203.0.113.0/24")]
    public async Task The_one_condition_that_could_not_be_decided_is_the_one_that_fails(string comparison, string key, string value)
    {
        JsonArray trust = Trust();
        ChainUnderTest.Condition(trust[0])[comparison] = new JsonObject { [key] = value };
        await TrustAsync(trust);

        TestedLink broken = _chain.Broken("TrustConditions", Mine);

        Assert.Contains(key, broken.Reason, StringComparison.Ordinal);
        Assert.Contains("All else holds and AWS refuses, so it does not.", broken.Reason, StringComparison.Ordinal);
        // The client's admin takes the condition out.
        await TrustAsync(Trust());
        Assert.All(_chain.Test(Mine), link => Assert.Equal("Pass", link.Result));
    }

    [Fact]
    public async Task Without_the_accounts_credentials_the_refusal_names_the_links_that_may_be_behind_it()
    {
        JsonArray trust = Trust();
        trust[0]!["Principal"] = new JsonObject { ["AWS"] = "333333333333" };
        await TrustAsync(trust);

        TestedLink broken = _chain.BrokenEntry("Test-ClientAccess Globex");

        Assert.Contains("Trust", broken.Reason, StringComparison.Ordinal);
        Assert.Contains("AWS said:", broken.Reason, StringComparison.Ordinal);
        Assert.Equal($"Test-ClientAccess Globex -Account {Globex} -Tier ReadOnly -User ana -ProfileName <a profile of account {Globex}>", broken.Fix);
    }

    [Fact]
    public async Task A_role_made_by_hand_without_a_source_identity_is_entered_without_one()
    {
        await TrustAsync([JsonNode.Parse($$"""{"Effect":"Allow","Principal":{"AWS":"{{ChainUnderTest.Home}}"},"Action":"sts:AssumeRole"}""")]);

        IReadOnlyList<TestedLink> links = _chain.Test(Mine);

        Assert.All(links, link => Assert.Equal("Pass", link.Result));
        Assert.StartsWith("Entered without a source identity", links.Single(link => link.Link == "SourceIdentity").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_external_id_that_is_not_recorded_is_found_by_the_user_too()
    {
        JsonArray trust = Trust();
        ChainUnderTest.Condition(trust[0])["StringEquals"] = new JsonObject { ["sts:ExternalId"] = "4711" };
        await TrustAsync(trust);

        TestedLink broken = _chain.Broken("ExternalId", Mine);

        Assert.Contains("none is recorded", broken.Reason, StringComparison.Ordinal);
        Assert.Equal($"New-RemoteAccessRole Globex {Globex} -Tier ReadOnly -ProfileName client-{Globex} -ExternalId 4711 -Adopt", broken.Fix);
        Work.Run(broken.Fix);
        Assert.All(_chain.Test(Mine), link => Assert.Equal("Pass", link.Result));
    }

    private Task TrustAsync(JsonArray statements) =>
        _globex.IamAsync("UpdateAssumeRolePolicy", ("RoleName", ChainUnderTest.RoleName), ("PolicyDocument", ChainUnderTest.Policy(statements)));

    private static JsonArray Trust() => JsonNode.Parse("""
        [{"Sid":"Enter","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole","Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_GlobexReadOnly_????????????????"}}},
         {"Sid":"Name","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:SetSourceIdentity","Condition":{"StringLike":{"aws:userid":"*:${sts:SourceIdentity}"}}}]
        """)!.AsArray();
}
