using System.Text.Json.Nodes;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime.Documents;
using Amazon.SecurityToken.Model;
using Amazon.SSOAdmin;
using Amazon.SSOAdmin.Model;
using CrossAccess.AwsClients.Tests.Operations;
using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Servers;

/// <summary>The clients against a server that no one here wrote.</summary>
public sealed class MotoTests(MotoFixture moto) : IClassFixture<MotoFixture>
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}""";
    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole"}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private MotoServer Server => moto.Server;

    [Fact]
    public async Task A_permission_set_is_made_filled_read_and_deleted()
    {
        using var client = Clients.SsoAdmin(Server.Url);
        var instance = await InstanceAsync(client);

        var made = await client.CreatePermissionSetAsync(
            new CreatePermissionSetRequest
            {
                InstanceArn = instance.InstanceArn, Name = "AbcReadOnly", Description = "Abc", SessionDuration = "PT2H",
                Tags = [new Amazon.SSOAdmin.Model.Tag { Key = "crossaccess:client", Value = "Abc" }],
            },
            Cancellation);
        var arn = made.PermissionSet!.PermissionSetArn;
        await client.PutInlinePolicyToPermissionSetAsync(new() { InstanceArn = instance.InstanceArn, PermissionSetArn = arn, InlinePolicy = Policy }, Cancellation);
        var policy = await client.GetInlinePolicyForPermissionSetAsync(new() { InstanceArn = instance.InstanceArn, PermissionSetArn = arn }, Cancellation);
        var described = await client.DescribePermissionSetAsync(new() { InstanceArn = instance.InstanceArn, PermissionSetArn = arn }, Cancellation);
        await client.DeletePermissionSetAsync(new() { InstanceArn = instance.InstanceArn, PermissionSetArn = arn }, Cancellation);

        Assert.Equal(Policy, policy.InlinePolicy);
        Assert.Equal(("AbcReadOnly", "PT2H"), (described.PermissionSet!.Name, described.PermissionSet.SessionDuration));
        Assert.Equal(DateTimeKind.Utc, described.PermissionSet.CreatedDate!.Value.Kind);
        await Assert.ThrowsAsync<Amazon.SSOAdmin.Model.ResourceNotFoundException>(
            () => client.DescribePermissionSetAsync(new() { InstanceArn = instance.InstanceArn, PermissionSetArn = arn }, Cancellation));
    }

    [Fact]
    public async Task An_assignment_is_made_listed_and_deleted()
    {
        using var client = Clients.SsoAdmin(Server.Url);
        var instance = await InstanceAsync(client);
        var user = await CreateUserAsync(instance.IdentityStoreId!, "assignee");
        var set = (await client.CreatePermissionSetAsync(new() { InstanceArn = instance.InstanceArn, Name = "Assigned" }, Cancellation)).PermissionSet!;
        var request = new CreateAccountAssignmentRequest
        {
            InstanceArn = instance.InstanceArn, PermissionSetArn = set.PermissionSetArn, PrincipalId = user, PrincipalType = PrincipalType.USER,
            TargetId = "111111111111", TargetType = TargetType.AWS_ACCOUNT,
        };

        var status = (await client.CreateAccountAssignmentAsync(request, Cancellation)).AccountAssignmentCreationStatus!;
        var described = await client.DescribeAccountAssignmentCreationStatusAsync(
            new() { InstanceArn = instance.InstanceArn, AccountAssignmentCreationRequestId = status.RequestId }, Cancellation);
        var listed = await client.ListAccountAssignmentsAsync(
            new() { InstanceArn = instance.InstanceArn, PermissionSetArn = set.PermissionSetArn, AccountId = "111111111111" }, Cancellation);
        await client.DeleteAccountAssignmentAsync(
            new() { InstanceArn = instance.InstanceArn, PermissionSetArn = set.PermissionSetArn, PrincipalId = user, PrincipalType = "USER", TargetId = "111111111111", TargetType = "AWS_ACCOUNT" },
            Cancellation);

        Assert.Equal(StatusValues.SUCCEEDED, described.AccountAssignmentCreationStatus!.Status);
        var assignment = Assert.Single(listed.AccountAssignments!);
        Assert.Equal((user, PrincipalType.USER), (assignment.PrincipalId, assignment.PrincipalType));
    }

    [Fact]
    public async Task Permission_sets_are_read_page_by_page()
    {
        using var client = Clients.SsoAdmin(Server.Url);
        var instance = await InstanceAsync(client);
        for (var number = 0; number < 5; number++)
            await client.CreatePermissionSetAsync(new() { InstanceArn = instance.InstanceArn, Name = $"Page{number}" }, Cancellation);

        var arns = new List<string>();
        var request = new ListPermissionSetsRequest { InstanceArn = instance.InstanceArn, MaxResults = 2 };
        var pages = 0;
        do
        {
            var page = await client.ListPermissionSetsAsync(request, Cancellation);
            arns.AddRange(page.PermissionSets ?? []);
            request.NextToken = page.NextToken;
            pages++;
        }
        while (request.NextToken is not null);

        Assert.True(pages >= 3);
        Assert.True(arns.Count >= 5);
        Assert.Equal(arns.Distinct(), arns);
    }

    [Fact]
    public async Task A_role_is_made_read_and_deleted_and_its_policies_come_as_AWS_encodes_them()
    {
        using var client = Clients.Iam(Server.Url);
        await client.CreateRoleAsync(
            new CreateRoleRequest
            {
                RoleName = "acme-read-only", Path = "/acme/", AssumeRolePolicyDocument = Trust, MaxSessionDuration = 7200, Description = "for Acme",
                Tags = [new Amazon.IdentityManagement.Model.Tag { Key = "a", Value = "1" }, new Amazon.IdentityManagement.Model.Tag { Key = "b", Value = "ü & =" }],
            },
            Cancellation);
        await client.PutRolePolicyAsync(new() { RoleName = "acme-read-only", PolicyName = "inline", PolicyDocument = Policy }, Cancellation);
        await client.AttachRolePolicyAsync(new() { RoleName = "acme-read-only", PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess" }, Cancellation);

        var role = (await client.GetRoleAsync(new() { RoleName = "acme-read-only" }, Cancellation)).Role!;
        var inline = await client.GetRolePolicyAsync(new() { RoleName = "acme-read-only", PolicyName = "inline" }, Cancellation);
        var attached = (await client.ListAttachedRolePoliciesAsync(new() { RoleName = "acme-read-only" }, Cancellation)).AttachedPolicies!;
        var refused = await Assert.ThrowsAsync<DeleteConflictException>(() => client.DeleteRoleAsync(new() { RoleName = "acme-read-only" }, Cancellation));

        Assert.Equal("arn:aws:iam::123456789012:role/acme/acme-read-only", role.Arn);
        Assert.Equal(7200, role.MaxSessionDuration);
        Assert.Equal("ü & =", role.Tags!.Single(tag => tag.Key == "b").Value);
        Assert.StartsWith("%7B", role.AssumeRolePolicyDocument);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Trust), JsonNode.Parse(Uri.UnescapeDataString(role.AssumeRolePolicyDocument!))));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Policy), JsonNode.Parse(Uri.UnescapeDataString(inline.PolicyDocument!))));
        Assert.Equal("ReadOnlyAccess", Assert.Single(attached).PolicyName);
        Assert.Equal("DeleteConflict", refused.ErrorCode);
    }

    [Fact]
    public async Task Roles_are_read_page_by_page()
    {
        using var client = Clients.Iam(Server.Url);
        for (var number = 0; number < 5; number++)
            await client.CreateRoleAsync(new() { RoleName = $"page-{number}", Path = "/page/", AssumeRolePolicyDocument = Trust }, Cancellation);

        var names = new List<string>();
        var request = new ListRolesRequest { PathPrefix = "/page/", MaxItems = 2 };
        bool more;
        do
        {
            var page = await client.ListRolesAsync(request, Cancellation);
            names.AddRange(page.Roles!.Select(role => role.RoleName!));
            request.Marker = page.Marker;
            more = page.IsTruncated ?? false;
        }
        while (more);

        Assert.Equal(["page-0", "page-1", "page-2", "page-3", "page-4"], names.Order());
    }

    [Fact]
    public async Task A_managed_policy_is_made_given_versions_and_deleted()
    {
        const string deny = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""";
        using var client = Clients.Iam(Server.Url);
        var made = (await client.CreatePolicyAsync(
            new() { PolicyName = "acme-ended", Description = "for Acme", PolicyDocument = Policy, Tags = [new Amazon.IdentityManagement.Model.Tag { Key = "a", Value = "1" }] }, Cancellation)).Policy!;
        await client.CreateRoleAsync(new() { RoleName = "ended", AssumeRolePolicyDocument = Trust }, Cancellation);
        await client.AttachRolePolicyAsync(new() { RoleName = "ended", PolicyArn = made.Arn }, Cancellation);

        var second = (await client.CreatePolicyVersionAsync(new() { PolicyArn = made.Arn, PolicyDocument = deny, SetAsDefault = true }, Cancellation)).PolicyVersion!;
        var read = (await client.GetPolicyVersionAsync(new() { PolicyArn = made.Arn, VersionId = "v2" }, Cancellation)).PolicyVersion!;
        var versions = (await client.ListPolicyVersionsAsync(new() { PolicyArn = made.Arn }, Cancellation)).Versions!;
        var roles = (await client.ListEntitiesForPolicyAsync(new() { PolicyArn = made.Arn, EntityFilter = EntityType.Role }, Cancellation)).PolicyRoles!;
        await client.SetDefaultPolicyVersionAsync(new() { PolicyArn = made.Arn, VersionId = "v1" }, Cancellation);
        var refused = await Assert.ThrowsAsync<DeleteConflictException>(() => client.DeletePolicyVersionAsync(new() { PolicyArn = made.Arn, VersionId = "v1" }, Cancellation));
        var described = (await client.GetPolicyAsync(new() { PolicyArn = made.Arn }, Cancellation)).Policy!;
        await client.DeletePolicyVersionAsync(new() { PolicyArn = made.Arn, VersionId = "v2" }, Cancellation);
        await client.DetachRolePolicyAsync(new() { RoleName = "ended", PolicyArn = made.Arn }, Cancellation);
        await client.DeletePolicyAsync(new() { PolicyArn = made.Arn }, Cancellation);

        Assert.Equal(("arn:aws:iam::123456789012:policy/acme-ended", "v1"), (made.Arn, made.DefaultVersionId));
        Assert.Equal(("v2", true), (second.VersionId, second.IsDefaultVersion));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(deny), JsonNode.Parse(Uri.UnescapeDataString(read.Document!))));
        Assert.Equal(["v1", "v2"], versions.Select(version => version.VersionId).Order());
        Assert.Equal("ended", Assert.Single(roles).RoleName);
        Assert.Equal("DeleteConflict", refused.ErrorCode);
        Assert.Equal(("v1", "for Acme", 1), (described.DefaultVersionId, described.Description, described.AttachmentCount));
        await Assert.ThrowsAsync<NoSuchEntityException>(() => client.GetPolicyAsync(new() { PolicyArn = made.Arn }, Cancellation));
    }

    [Fact]
    public async Task An_account_summary_names_its_quotas()
    {
        using var client = Clients.Iam(Server.Url);

        var summary = await client.GetAccountSummaryAsync(new GetAccountSummaryRequest(), Cancellation);

        Assert.True(summary.SummaryMap!["RolesQuota"] > 0);
    }

    [Fact]
    public async Task Users_and_groups_are_found_by_name_and_by_membership()
    {
        using var ssoAdmin = Clients.SsoAdmin(Server.Url);
        using var client = Clients.IdentityStore(Server.Url);
        var store = (await InstanceAsync(ssoAdmin)).IdentityStoreId!;
        var userId = await CreateUserAsync(store, "jane");
        var group = await CallStoreAsync("CreateGroup", new JsonObject { ["IdentityStoreId"] = store, ["DisplayName"] = "Engineers" });
        var groupId = (string)group["GroupId"]!;
        await CallStoreAsync("CreateGroupMembership", new JsonObject
        {
            ["IdentityStoreId"] = store, ["GroupId"] = groupId, ["MemberId"] = new JsonObject { ["UserId"] = userId },
        });

        var found = await client.GetGroupIdAsync(
            new()
            {
                IdentityStoreId = store,
                AlternateIdentifier = new() { UniqueAttribute = new() { AttributePath = "displayName", AttributeValue = new Document("Engineers") } },
            },
            Cancellation);
        var user = await client.DescribeUserAsync(new() { IdentityStoreId = store, UserId = userId }, Cancellation);
        var memberships = await client.ListGroupMembershipsAsync(new() { IdentityStoreId = store, GroupId = groupId }, Cancellation);

        Assert.Equal(groupId, found.GroupId);
        Assert.Equal(("jane", "Jane"), (user.UserName, user.Name!.GivenName));
        Assert.Equal("jane@example.com", Assert.Single(user.Emails!).Value);
        Assert.Equal(userId, Assert.Single(memberships.GroupMemberships!).MemberId!.UserId);
        await Assert.ThrowsAsync<Amazon.IdentityStore.Model.ResourceNotFoundException>(
            () => client.DescribeUserAsync(new() { IdentityStoreId = store, UserId = "00000000-0000-4000-8000-000000000000" }, Cancellation));
    }

    [Fact]
    public async Task A_role_is_assumed_and_acts_with_its_credentials()
    {
        using var iam = Clients.Iam(Server.Url);
        using var sts = Clients.Sts(Server.Url);
        var role = (await iam.CreateRoleAsync(new() { RoleName = "assumed", AssumeRolePolicyDocument = Trust }, Cancellation)).Role!;

        var answer = await sts.AssumeRoleAsync(
            new() { RoleArn = role.Arn, RoleSessionName = "jane@example.com", SourceIdentity = "jane@example.com", DurationSeconds = 3600 }, Cancellation);
        using var assumed = new Amazon.SecurityToken.AmazonSecurityTokenServiceClient(
            answer.Credentials!, new Amazon.SecurityToken.AmazonSecurityTokenServiceConfig { ServiceURL = Server.Url, AuthenticationRegion = Clients.Region });
        var identity = await assumed.GetCallerIdentityAsync(new GetCallerIdentityRequest(), Cancellation);

        Assert.EndsWith(":assumed-role/assumed/jane@example.com", identity.Arn);
        Assert.Equal(DateTimeKind.Utc, answer.Credentials!.Expiration!.Value.Kind);
        Assert.NotEmpty(answer.Credentials.SessionToken!);
    }

    private static async Task<InstanceMetadata> InstanceAsync(AmazonSSOAdminClient client) =>
        Assert.Single((await client.ListInstancesAsync(new ListInstancesRequest(), Cancellation)).Instances!);

    private async Task<string> CreateUserAsync(string store, string name) => (string)(await CallStoreAsync("CreateUser", new JsonObject
    {
        ["IdentityStoreId"] = store,
        ["UserName"] = name,
        ["DisplayName"] = name,
        ["Name"] = new JsonObject { ["GivenName"] = "Jane", ["FamilyName"] = "Doe" },
        ["Emails"] = new JsonArray(new JsonObject { ["Value"] = $"{name}@example.com", ["Primary"] = true }),
    }))["UserId"]!;

    private Task<JsonObject> CallStoreAsync(string operation, JsonObject input) =>
        Server.CallAsync(Clients.Region, "identitystore", "AWSIdentityStore." + operation, input);
}
