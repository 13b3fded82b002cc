using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.IdentityCenter;

public sealed class DirectoryChangeTests
{
    [Fact]
    public async Task A_group_that_returns_has_another_id_and_what_was_assigned_to_the_old_one_dangles()
    {
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start();
        using Onboarding onboarding = new(sandbox);
        JsonObject at = await onboarding.SetAsync("Jump");
        string before = sandbox.Groups.First(static group => group.DisplayName == "Engineers").GroupId;
        JsonObject grant = Onboarding.With(onboarding.Grant(at, before), "PrincipalType", "GROUP");
        await onboarding.Admin.SsoAsync("CreateAccountAssignment", grant);
        Assert.Equal("ana", sandbox.SignIn("ana", "Jump").Arn.Split('/')[^1]);

        sandbox.RemoveGroup(before);
        string after = sandbox.AddGroup("Engineers", "ana").GroupId;

        Assert.NotEqual(before, after);
        Assert.Throws<InvalidOperationException>(() => sandbox.SignIn("ana", "Jump"));
        JsonNode listed = await onboarding.Admin.SsoAsync("ListAccountAssignments", Onboarding.With(at, "AccountId", sandbox.HomeAccountId));
        Assert.Equal([before], listed["AccountAssignments"]!.AsArray().Select(static assignment => assignment!["PrincipalId"]!.GetValue<string>()));
        JsonObject ofGroup = new() { ["InstanceArn"] = sandbox.InstanceArn, ["PrincipalType"] = "GROUP", ["PrincipalId"] = after };
        Assert.Empty((await onboarding.Admin.SsoAsync("ListAccountAssignmentsForPrincipal", ofGroup))["AccountAssignments"]!.AsArray());
        await onboarding.Admin.SsoAsync("DeleteAccountAssignment", grant);
        await onboarding.Admin.SsoAsync("DeletePermissionSet", at);
    }

    [Fact]
    public async Task A_users_assignments_are_listed_with_those_of_its_groups_under_whoever_holds_them()
    {
        const string Other = "222222222222";
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start(new SandboxOptions { ManagementAccountId = Other, ClientAccountIds = ["333333333333"] });
        using Onboarding onboarding = new(sandbox);
        using SignedClient management = SignedClient.Administrator(sandbox, Other);
        string ana = sandbox.Users.First(static user => user.UserName == "ana").UserId;
        string group = sandbox.Groups.First(static found => found.DisplayName == "Engineers").GroupId;
        JsonObject own = await onboarding.SetAsync("Own"), shared = await onboarding.SetAsync("Shared"), elsewhere = await onboarding.SetAsync("Elsewhere");
        await onboarding.AssignAsync(own, "ana");
        await onboarding.AssignAsync(own, "ben");
        await onboarding.Admin.SsoAsync("CreateAccountAssignment", Onboarding.With(onboarding.Grant(shared, group), "PrincipalType", "GROUP"));
        await management.SsoAsync("CreateAccountAssignment", onboarding.Grant(elsewhere, "ana", Other));

        Assert.Equal([(own, "USER", ana), (elsewhere, "USER", ana), (shared, "GROUP", group)], await ListAsync("USER", ana), Same);
        Assert.Equal([(own, "USER", ana), (shared, "GROUP", group)], await ListAsync("USER", ana, sandbox.HomeAccountId), Same);
        Assert.Equal([(elsewhere, "USER", ana)], await ListAsync("USER", ana, Other), Same);
        Assert.Equal([(shared, "GROUP", group)], await ListAsync("GROUP", group), Same);

        // In pages of one.
        async Task<List<(JsonObject Set, string Type, string Id)>> ListAsync(string type, string id, string? accountId = null)
        {
            List<(JsonObject, string, string)> listed = [];
            JsonObject input = new() { ["InstanceArn"] = sandbox.InstanceArn, ["PrincipalType"] = type, ["PrincipalId"] = id, ["MaxResults"] = 1 };
            if (accountId is not null)
                input["Filter"] = new JsonObject { ["AccountId"] = accountId };
            do
            {
                JsonNode page = await onboarding.Admin.SsoAsync("ListAccountAssignmentsForPrincipal", input);
                JsonNode held = Assert.Single(page["AccountAssignments"]!.AsArray())!;
                JsonObject set = new() { ["InstanceArn"] = sandbox.InstanceArn, ["PermissionSetArn"] = held["PermissionSetArn"]!.GetValue<string>() };
                listed.Add((set, held["PrincipalType"]!.GetValue<string>(), held["PrincipalId"]!.GetValue<string>()));
                input["NextToken"] = page["NextToken"]?.GetValue<string>();
            }
            while (input["NextToken"] is not null);
            return listed;
        }

        static bool Same((JsonObject Set, string Type, string Id) one, (JsonObject Set, string Type, string Id) other)
            => JsonNode.DeepEquals(one.Set, other.Set) && (one.Type, one.Id) == (other.Type, other.Id);
    }

    [Fact]
    public async Task A_delegated_administrator_reads_but_does_not_change_a_set_that_stands_in_the_management_account()
    {
        const string Management = "555555555555";
        await using CrossAccessSandbox sandbox = CrossAccessSandbox.Start(new SandboxOptions { ManagementAccountId = Management });
        using Onboarding onboarding = new(sandbox);
        using SignedClient management = SignedClient.Administrator(sandbox, Management);
        JsonObject at = await onboarding.SetAsync("Jump");
        await management.SsoAsync("CreateAccountAssignment", onboarding.Grant(at, "ana", Management));

        await onboarding.Admin.SsoAsync("DescribePermissionSet", at);
        await DeniedAsync("UpdatePermissionSet", at);
        await DeniedAsync("PutInlinePolicyToPermissionSet", Onboarding.With(at, "InlinePolicy", Onboarding.AllowAssume("*")));
        await DeniedAsync("ProvisionPermissionSet", Onboarding.With(at, "TargetType", "ALL_PROVISIONED_ACCOUNTS"));
        await DeniedAsync("CreateAccountAssignment", onboarding.Grant(at, "ben"));
        await management.SsoAsync("UpdatePermissionSet", at);

        async Task DeniedAsync(string operation, JsonObject input)
            => Assert.Equal("AccessDeniedException", (await Assert.ThrowsAsync<AwsError>(() => onboarding.Admin.SsoAsync(operation, input))).Code);
    }
}
