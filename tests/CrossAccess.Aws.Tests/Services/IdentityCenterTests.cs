using System.Text.Json;
using CrossAccess.Aws.Tests.Support;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Services;

public sealed class IdentityCenterTests : IDisposable
{
    private const string Instance = "arn:aws:sso:::instance/ssoins-1234567890abcdef";
    private const string Set = "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef";
    private const string RequestId = "11111111-2222-3333-4444-555555555555";
    private const string UserId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private static readonly AccountAssignment Assignment = new("111111111111", Set, PrincipalType.User, UserId);

    private readonly Dictionary<string, Queue<WireAnswer>> _answers = [];
    private readonly FakeAws _aws;

    public IdentityCenterTests() => _aws = new FakeAws(request => _answers[FakeAws.NameOf(request)].Dequeue());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Assert.Empty(_aws.Problems);
        _aws.Dispose();
    }

    [Fact]
    public async Task Instances_are_listed_in_the_Region_asked_page_by_page()
    {
        Answer("ListInstances", """{"Instances":[{"InstanceArn":"arn:1","IdentityStoreId":"d-1","OwnerAccountId":"111111111111","PrimaryRegion":"eu-west-1","Name":"corp"}],"NextToken":"next"}""");
        Answer("ListInstances", """{"Instances":[{"InstanceArn":"arn:2","IdentityStoreId":"d-2"}]}""");

        IReadOnlyList<IdentityCenterInstance> instances = await (await _aws.OpenAsync()).ListInstancesAsync("eu-central-1", Stop);

        Assert.Equal([new("arn:1", "d-1", "111111111111", "eu-west-1", "corp"), new("arn:2", "d-2", null, null, null)], instances);
        Assert.All(_aws.Server.Requests, request => Assert.Equal("eu-central-1", FakeAws.RegionOf(request)));
    }

    [Fact]
    public async Task Lists_are_read_to_the_last_page_though_one_between_is_empty()
    {
        Answer("ListPermissionSets", """{"PermissionSets":["a","b"],"NextToken":"t1"}""");
        Answer("ListPermissionSets", """{"NextToken":"t2"}""");
        Answer("ListPermissionSets", """{"PermissionSets":["c"]}""");

        var arns = new List<string>();
        await foreach (string arn in (await Center()).ListPermissionSetArnsAsync(Stop)) arns.Add(arn);

        Assert.Equal(["a", "b", "c"], arns);
        Assert.Equal([null, "t1", "t2"], _aws.Server.Requests.Select(request => Field(request, "NextToken")));
    }

    [Fact]
    public async Task The_sets_that_are_outdated_in_an_account_take_one_list()
    {
        Answer("ListPermissionSetsProvisionedToAccount", $$"""{"PermissionSets":["{{Set}}"]}""");

        Assert.Equal([Set], await (await Center()).ListOutdatedPermissionSetsAsync("111111111111", Stop));
        Assert.Contains("\"ProvisioningStatus\":\"LATEST_PERMISSION_SET_NOT_PROVISIONED\"", Assert.Single(_aws.Server.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_managed_policies_of_a_set_are_listed()
    {
        Answer("ListManagedPoliciesInPermissionSet", """{"AttachedManagedPolicies":[{"Name":"ReadOnlyAccess","Arn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}]}""");

        Assert.Equal(["arn:aws:iam::aws:policy/ReadOnlyAccess"], await (await Center()).ListManagedPolicyArnsAsync(Set, Stop));
    }

    [Fact]
    public async Task The_accounts_own_policies_of_a_set_are_listed_by_name_but_not_those_of_another_path()
    {
        Answer("ListCustomerManagedPolicyReferencesInPermissionSet", """{"CustomerManagedPolicyReferences":[{"Name":"A","Path":"/"},{"Name":"B","Path":"/else/"}],"NextToken":"t1"}""");
        Answer("ListCustomerManagedPolicyReferencesInPermissionSet", """{"CustomerManagedPolicyReferences":[{"Name":"C"}]}""");

        Assert.Equal(["A", "C"], await (await Center()).ListCustomerManagedPolicyNamesAsync(Set, Stop));
        Assert.Equal([null, "t1"], _aws.Server.Requests.Select(request => Field(request, "NextToken")));
    }

    [Fact]
    public async Task A_reference_to_a_policy_is_made_with_its_path()
    {
        Answer("AttachCustomerManagedPolicyReferenceToPermissionSet", "{}");

        await (await Center()).AttachCustomerManagedPolicyAsync(Set, "Ended", Stop);

        Assert.Contains("""{"Name":"Ended","Path":"/"}""", Assert.Single(_aws.Server.Requests).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Name":"Ended","Path":"/"}""", true)]
    [InlineData("""{"Name":"Ended","Path":"/else/"}""", false)]
    [InlineData("""{"Name":"ended","Path":"/"}""", false)]
    public async Task A_conflict_means_that_the_reference_stands_only_where_it_does(string standing, bool done)
    {
        Refuse("AttachCustomerManagedPolicyReferenceToPermissionSet", "ConflictException");
        Answer("ListCustomerManagedPolicyReferencesInPermissionSet", $$"""{"CustomerManagedPolicyReferences":[{{standing}}]}""");
        IIdentityCenter center = await Center();

        Exception? thrown = await Record.ExceptionAsync(() => center.AttachCustomerManagedPolicyAsync(Set, "Ended", Stop));

        if (done) Assert.Null(thrown);
        else Assert.Equal(ClientAccessError.ChangeInProgress, Assert.IsType<ClientAccessException>(thrown).Error);
    }

    [Fact]
    public async Task What_a_principal_has_in_an_account_is_listed_under_whoever_has_it()
    {
        const string groupId = "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee";
        Answer("ListAccountAssignmentsForPrincipal", $$$"""{"AccountAssignments":[{"AccountId":"111111111111","PermissionSetArn":"{{{Set}}}","PrincipalType":"USER","PrincipalId":"{{{UserId}}}"}],"NextToken":"t1"}""");
        Answer("ListAccountAssignmentsForPrincipal", $$$"""{"AccountAssignments":[{"AccountId":"111111111111","PermissionSetArn":"{{{Set}}}","PrincipalType":"GROUP","PrincipalId":"{{{groupId}}}"}]}""");

        IReadOnlyList<AccountAssignment> held = await (await Center()).ListAssignmentsOfPrincipalAsync(PrincipalType.User, UserId, "111111111111", Stop);

        Assert.Equal([Assignment, Assignment with { PrincipalType = PrincipalType.Group, PrincipalId = groupId }], held);
        Assert.All(_aws.Server.Requests, request =>
        {
            Assert.Equal((UserId, "USER"), (Field(request, "PrincipalId"), Field(request, "PrincipalType")));
            Assert.Contains("""{"AccountId":"111111111111"}""", request.Body, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_sets_of_an_account_are_listed_whatever_their_version()
    {
        Answer("ListPermissionSetsProvisionedToAccount", """{"PermissionSets":["a"],"NextToken":"t1"}""");
        Answer("ListPermissionSetsProvisionedToAccount", """{"PermissionSets":["b"]}""");

        Assert.Equal(["a", "b"], await (await Center()).ListProvisionedPermissionSetsAsync("111111111111", Stop));

        Assert.All(_aws.Server.Requests, request => Assert.Equal(("111111111111", null), (Field(request, "AccountId"), Field(request, "ProvisioningStatus"))));
    }

    [Fact]
    public async Task A_permission_set_is_described()
    {
        Answer("DescribePermissionSet", $$$"""{"PermissionSet":{"PermissionSetArn":"{{{Set}}}","Name":"AcmeReadOnly","SessionDuration":"PT1H30M","CreatedDate":1767225600}}""");

        Assert.Equal(new PermissionSetState(Set, "AcmeReadOnly", null, TimeSpan.FromMinutes(90), null), await (await Center()).FindPermissionSetAsync(Set, Stop));
    }

    [Fact]
    public async Task What_does_not_exist_is_null()
    {
        Refuse("DescribePermissionSet", "ResourceNotFoundException");
        Answer("GetInlinePolicyForPermissionSet", """{"InlinePolicy":""}""");
        IIdentityCenter center = await Center();

        Assert.Null(await center.FindPermissionSetAsync(Set, Stop));
        Assert.Null(await center.FindInlinePolicyAsync(Set, Stop));
    }

    [Fact]
    public async Task A_permission_set_is_created_with_its_tags_and_an_ISO_8601_duration()
    {
        Answer("CreatePermissionSet", $$$"""{"PermissionSet":{"PermissionSetArn":"{{{Set}}}","Name":"AcmeReadOnly","Description":"Acme","SessionDuration":"PT4H"}}""");

        PermissionSetState created = await (await Center()).CreatePermissionSetAsync(
            new NewPermissionSet("AcmeReadOnly", "Acme", TimeSpan.FromHours(4), new Dictionary<string, string> { ["crossaccess:client"] = "Acme" }),
            Stop);

        Assert.Equal(new PermissionSetState(Set, "AcmeReadOnly", "Acme", TimeSpan.FromHours(4), null), created);
        WireRequest request = _aws.Only("CreatePermissionSet");
        Assert.Equal("PT4H", Field(request, "SessionDuration"));
        Assert.Contains("""{"Key":"crossaccess:client","Value":"Acme"}""", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_sends_all_that_AWS_would_clear()
    {
        Answer("UpdatePermissionSet", "{}");

        await (await Center()).UpdatePermissionSetAsync(Set, "Acme", TimeSpan.FromHours(1), "https://console.aws.amazon.com/", Stop);

        WireRequest request = _aws.Only("UpdatePermissionSet");
        Assert.Equal(("Acme", "PT1H", "https://console.aws.amazon.com/"), (Field(request, "Description"), Field(request, "SessionDuration"), Field(request, "RelayState")));
    }

    [Theory]
    [InlineData("CreatePermissionSet")]
    [InlineData("DeletePermissionSet")]
    public async Task A_conflict_is_a_change_in_progress(string operation)
    {
        Refuse(operation, "ConflictException");
        IIdentityCenter center = await Center();

        ClientAccessException refused = await Assert.ThrowsAsync<ClientAccessException>(() => operation == "CreatePermissionSet"
            ? center.CreatePermissionSetAsync(new NewPermissionSet("AcmeReadOnly", null, TimeSpan.FromHours(1), new Dictionary<string, string>()), Stop)
            : center.DeletePermissionSetAsync(Set, Stop));

        Assert.Equal(ClientAccessError.ChangeInProgress, refused.Error);
        Assert.Equal("ConflictException", refused.AwsErrorCode);
        Assert.Equal($"sso:{operation}", refused.Operation);
        Assert.Single(_aws.Server.Requests);
    }

    [Fact]
    public async Task An_assignment_is_created_deleted_and_listed()
    {
        Answer("CreateAccountAssignment", $$$"""{"AccountAssignmentCreationStatus":{"Status":"IN_PROGRESS","RequestId":"{{{RequestId}}}"}}""");
        Answer("DeleteAccountAssignment", $$$"""{"AccountAssignmentDeletionStatus":{"Status":"FAILED","RequestId":"{{{RequestId}}}","FailureReason":"why"}}""");
        Answer("ListAccountAssignments", $$$"""{"AccountAssignments":[{"AccountId":"111111111111","PermissionSetArn":"{{{Set}}}","PrincipalType":"USER","PrincipalId":"{{{UserId}}}"}]}""");
        IIdentityCenter center = await Center();

        Assert.Equal(new(IdentityCenterRequestKind.AssignmentCreation, RequestId, IdentityCenterRequestStatus.InProgress), await center.CreateAssignmentAsync(Assignment, Stop));
        Assert.Equal(new(IdentityCenterRequestKind.AssignmentDeletion, RequestId, IdentityCenterRequestStatus.Failed, "why"), await center.DeleteAssignmentAsync(Assignment, Stop));
        Assert.Equal([Assignment], await center.ListAssignmentsAsync("111111111111", Set, Stop));

        Assert.All(_aws.Server.Requests.Take(2), request =>
            Assert.Equal(("AWS_ACCOUNT", "111111111111", "USER", UserId), (Field(request, "TargetType"), Field(request, "TargetId"), Field(request, "PrincipalType"), Field(request, "PrincipalId"))));
    }

    [Fact]
    public async Task Provisioning_reaches_every_account_that_has_the_set()
    {
        Answer("ProvisionPermissionSet", $$$"""{"PermissionSetProvisioningStatus":{"Status":"SUCCEEDED","RequestId":"{{{RequestId}}}"}}""");

        Assert.Equal(new(IdentityCenterRequestKind.Provisioning, RequestId, IdentityCenterRequestStatus.Succeeded), await (await Center()).ProvisionAsync(Set, Stop));

        WireRequest request = _aws.Only("ProvisionPermissionSet");
        Assert.Equal("ALL_PROVISIONED_ACCOUNTS", Field(request, "TargetType"));
        Assert.Null(Field(request, "TargetId"));
    }

    [Theory]
    [InlineData(nameof(IdentityCenterRequestKind.AssignmentCreation), "DescribeAccountAssignmentCreationStatus", "AccountAssignmentCreationStatus")]
    [InlineData(nameof(IdentityCenterRequestKind.AssignmentDeletion), "DescribeAccountAssignmentDeletionStatus", "AccountAssignmentDeletionStatus")]
    [InlineData(nameof(IdentityCenterRequestKind.Provisioning), "DescribePermissionSetProvisioningStatus", "PermissionSetProvisioningStatus")]
    public async Task A_request_is_described_by_the_operation_of_its_kind(string kindName, string operation, string member)
    {
        var kind = Enum.Parse<IdentityCenterRequestKind>(kindName);
        Answer(operation, $$$"""{"{{{member}}}":{"Status":"FAILED","RequestId":"{{{RequestId}}}","FailureReason":"role quota"}}""");

        IdentityCenterRequest state = await (await Center()).DescribeRequestAsync(new(kind, RequestId, IdentityCenterRequestStatus.InProgress), Stop);

        Assert.Equal(new(kind, RequestId, IdentityCenterRequestStatus.Failed, "role quota"), state);
    }

    [Theory]
    [InlineData(nameof(IdentityCenterRequestKind.AssignmentCreation), "ListAccountAssignmentCreationStatus", "AccountAssignmentsCreationStatus")]
    [InlineData(nameof(IdentityCenterRequestKind.AssignmentDeletion), "ListAccountAssignmentDeletionStatus", "AccountAssignmentsDeletionStatus")]
    [InlineData(nameof(IdentityCenterRequestKind.Provisioning), "ListPermissionSetProvisioningStatus", "PermissionSetsProvisioningStatus")]
    public async Task Requests_in_progress_are_listed_by_the_operation_of_their_kind(string kindName, string operation, string member)
    {
        var kind = Enum.Parse<IdentityCenterRequestKind>(kindName);
        Answer(operation, $$$"""{"{{{member}}}":[{"Status":"IN_PROGRESS","RequestId":"{{{RequestId}}}"}],"NextToken":"next"}""");
        Answer(operation, "{}");

        Assert.Equal([new(kind, RequestId, IdentityCenterRequestStatus.InProgress)], await (await Center()).ListRequestsInProgressAsync(kind, Stop));

        Assert.All(_aws.Server.Requests, request => Assert.Contains("""{"Status":"IN_PROGRESS"}""", request.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tags_and_provisioned_accounts_are_listed()
    {
        Answer("ListTagsForResource", """{"Tags":[{"Key":"a","Value":"1"}],"NextToken":"next"}""");
        Answer("ListTagsForResource", """{"Tags":[{"Key":"b","Value":""}]}""");
        Answer("ListAccountsForProvisionedPermissionSet", """{"AccountIds":["111111111111"]}""");
        Answer("TagResource", "{}");
        IIdentityCenter center = await Center();

        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "" }, await center.ListTagsAsync(Set, Stop));
        Assert.Equal(["111111111111"], await center.ListProvisionedAccountsAsync(Set, Stop));
        await center.TagAsync(Set, new Dictionary<string, string> { ["c"] = "3" }, Stop);
    }

    private void Answer(string operation, string json) => Enqueue(operation, WireAnswer.Json(json));

    private void Refuse(string operation, string code) => Enqueue(operation, WireAnswer.Json($$"""{"__type":"com.amazonaws.swbup#{{code}}","Message":"AWS's words"}""", 400));

    private void Enqueue(string operation, WireAnswer answer)
    {
        if (!_answers.TryGetValue(operation, out Queue<WireAnswer>? queue)) _answers[operation] = queue = new();
        queue.Enqueue(answer);
    }

    private async Task<IIdentityCenter> Center() => (await _aws.OpenAsync()).IdentityCenter("eu-west-1", Instance);

    private static string? Field(WireRequest request, string name) =>
        JsonDocument.Parse(request.Body).RootElement.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
