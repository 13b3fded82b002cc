using CrossAccess.Aws.Tests.Support;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Services;

public sealed class IamPoliciesTests : IDisposable
{
    private const string Arn = "arn:aws:iam::222222222222:policy/Ended";
    private const string Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"a+b *","Resource":"*"}]}""";

    private readonly Queue<WireAnswer> _answers = new();
    private readonly FakeAws _aws;

    public IamPoliciesTests() => _aws = new FakeAws(_ => _answers.Dequeue());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Assert.Empty(_aws.Problems);
        _aws.Dispose();
    }

    [Fact]
    public async Task The_default_version_is_read_and_decoded()
    {
        AnswerVersions("v6 v7* v8");
        AnswerDocument("v7");

        Assert.Equal(new ManagedPolicyVersion(7, 8, Document), await (await Policies()).FindAsync(Arn, Stop));

        Assert.Equal("v7", Fields("GetPolicyVersion")["VersionId"]);
    }

    [Fact]
    public async Task A_policy_and_a_version_that_do_not_exist_are_null()
    {
        Refuse(404, "NoSuchEntity");
        Refuse(404, "NoSuchEntity");
        IIamPolicies policies = await Policies();

        Assert.Null(await policies.FindAsync(Arn, Stop));
        Assert.Null(await policies.FindVersionAsync(Arn, 3, Stop));
        Assert.Equal("v3", Fields("GetPolicyVersion")["VersionId"]);
    }

    [Fact]
    public async Task A_default_version_that_another_has_replaced_in_between_is_looked_up_again()
    {
        AnswerVersions("v1*");
        Refuse(404, "NoSuchEntity");
        AnswerVersions("v2 v3 v4 v5 v6*");
        AnswerDocument("v6");

        Assert.Equal(new ManagedPolicyVersion(6, 6, Document), await (await Policies()).FindAsync(Arn, Stop));
    }

    [Fact]
    public async Task A_policy_is_created_with_all_that_is_asked()
    {
        Answer("CreatePolicy", "<Policy/>");
        Answer("CreatePolicy", "<Policy/>");
        IIamPolicies policies = await Policies();

        await policies.CreateAsync("Ended", "Who may not", Document, new Dictionary<string, string> { ["crossaccess:company"] = "acme" }, Stop);
        await policies.CreateAsync("Ended", "", Document, new Dictionary<string, string>(), Stop);

        IReadOnlyDictionary<string, string> form = WireRequest.Form(_aws.Server.Requests[0].Body);
        Assert.Equal(("Ended", "Who may not", Document), (form["PolicyName"], form["Description"], form["PolicyDocument"]));
        Assert.Equal(("crossaccess:company", "acme"), (form["Tags.member.1.Key"], form["Tags.member.1.Value"]));
        Assert.Equal(["Action", "PolicyDocument", "PolicyName", "Version"], WireRequest.Form(_aws.Server.Requests[1].Body).Keys.Order());
    }

    [Fact]
    public async Task A_policy_whose_name_is_taken_exists()
    {
        Refuse(409, "EntityAlreadyExists");
        IIamPolicies policies = await Policies();

        ClientAccessException refused = await Assert.ThrowsAsync<ClientAccessException>(() => policies.CreateAsync("Ended", "", Document, new Dictionary<string, string>(), Stop));

        Assert.Equal((ClientAccessError.ResourceExists, "iam:CreatePolicy"), (refused.Error, refused.Operation));
    }

    [Fact]
    public async Task A_new_version_becomes_the_default_one_and_where_there_is_room_none_is_deleted()
    {
        AnswerVersions("v8 v9 v10* v11");
        Answer("CreatePolicyVersion", "<PolicyVersion><VersionId>v13</VersionId></PolicyVersion>");

        Assert.Equal(13, await (await Policies()).PutAsync(Arn, Document, Stop));

        Assert.Equal(["ListPolicyVersions", "CreatePolicyVersion"], _aws.Operations);
        IReadOnlyDictionary<string, string> form = Fields("CreatePolicyVersion");
        Assert.Equal((Arn, Document, "true"), (form["PolicyArn"], form["PolicyDocument"], form["SetAsDefault"]));
    }

    [Theory]
    [InlineData("v12* v11 v10 v9 v8", "v8")]
    [InlineData("v10 v11 v12 v9 v8*", "v9")]
    public async Task The_oldest_version_that_is_not_the_default_one_makes_room(string versions, string deleted)
    {
        AnswerVersions(versions);
        Answer("DeletePolicyVersion", "");
        Answer("CreatePolicyVersion", "<PolicyVersion><VersionId>v13</VersionId></PolicyVersion>");

        await (await Policies()).PutAsync(Arn, Document, Stop);

        Assert.Equal(["ListPolicyVersions", "DeletePolicyVersion", "CreatePolicyVersion"], _aws.Operations);
        Assert.Equal(deleted, Fields("DeletePolicyVersion")["VersionId"]);
    }

    [Theory]
    [InlineData(404, "NoSuchEntity")]
    [InlineData(409, "DeleteConflict")]
    public async Task Room_that_another_takes_is_made_again(int status, string code)
    {
        AnswerVersions("v5* v4 v3 v2 v1");
        Refuse(status, code);
        Refuse(409, "LimitExceeded");
        AnswerVersions("v6* v5 v4 v3 v2");
        Answer("DeletePolicyVersion", "");
        Answer("CreatePolicyVersion", "<PolicyVersion><VersionId>v13</VersionId></PolicyVersion>");

        await (await Policies()).PutAsync(Arn, Document, Stop);

        Assert.Equal(
            ["ListPolicyVersions", "DeletePolicyVersion", "CreatePolicyVersion", "ListPolicyVersions", "DeletePolicyVersion", "CreatePolicyVersion"],
            _aws.Operations);
        Assert.Equal("v2", WireRequest.Form(_aws.Server.Requests[4].Body)["VersionId"]);
    }

    [Fact]
    public async Task A_limit_that_stays_is_said_after_a_few_attempts()
    {
        for (int attempt = 0; attempt < 5; attempt++)
        {
            AnswerVersions("v1*");
            Refuse(409, "LimitExceeded");
        }
        IIamPolicies policies = await Policies();

        ClientAccessException refused = await Assert.ThrowsAsync<ClientAccessException>(() => policies.PutAsync(Arn, Document, Stop));

        Assert.Equal((ClientAccessError.QuotaExceeded, "iam:CreatePolicyVersion"), (refused.Error, refused.Operation));
        Assert.Contains(Arn, refused.Message, StringComparison.Ordinal);
        Assert.Empty(_answers);
    }

    [Theory]
    [InlineData(400, "MalformedPolicyDocument", nameof(ClientAccessError.InvalidPolicyDocument))]
    [InlineData(404, "NoSuchEntity", nameof(ClientAccessError.ResourceNotFound))]
    [InlineData(403, "AccessDenied", nameof(ClientAccessError.ClientAccessDenied))]
    public async Task Another_refusal_is_said_at_once(int status, string code, string error)
    {
        AnswerVersions("v1*");
        Refuse(status, code);
        IIamPolicies policies = await Policies();

        ClientAccessException refused = await Assert.ThrowsAsync<ClientAccessException>(() => policies.PutAsync(Arn, Document, Stop));

        Assert.Equal(error, refused.Error.ToString());
        Assert.Equal(["ListPolicyVersions", "CreatePolicyVersion"], _aws.Operations);
    }

    [Fact]
    public async Task Roles_that_a_policy_is_attached_to_are_listed_to_the_last_page()
    {
        Answer("ListEntitiesForPolicy", "<PolicyRoles><member><RoleName>a</RoleName><RoleId>AROA1</RoleId></member></PolicyRoles><IsTruncated>true</IsTruncated><Marker>more</Marker>");
        Answer("ListEntitiesForPolicy", "<PolicyRoles><member><RoleName>b</RoleName><RoleId>AROA2</RoleId></member></PolicyRoles><IsTruncated>false</IsTruncated>");

        Assert.Equal(["a", "b"], await (await Policies()).ListRoleNamesAsync(Arn, Stop));

        IReadOnlyDictionary<string, string>[] forms = [.. _aws.Server.Requests.Select(request => WireRequest.Form(request.Body))];
        Assert.Equal([null, "more"], forms.Select(form => form.GetValueOrDefault("Marker")));
        Assert.All(forms, form => Assert.Equal(("Role", "PermissionsPolicy", "1000"), (form["EntityFilter"], form["PolicyUsageFilter"], form["MaxItems"])));
    }

    private IReadOnlyDictionary<string, string> Fields(string operation) => WireRequest.Form(_aws.Only(operation).Body);

    private void AnswerDocument(string version) =>
        Answer("GetPolicyVersion", $"<PolicyVersion><VersionId>{version}</VersionId><Document>{Uri.EscapeDataString(Document)}</Document></PolicyVersion>");

    // The default version has a star.
    private void AnswerVersions(string versions) => Answer(
        "ListPolicyVersions",
        $"<Versions>{string.Concat(versions.Split(' ').Select(version => $"<member><VersionId>{version.TrimEnd('*')}</VersionId><IsDefaultVersion>{(version.EndsWith('*') ? "true" : "false")}</IsDefaultVersion></member>"))}</Versions><IsTruncated>false</IsTruncated>");

    private void Answer(string operation, string result) => _answers.Enqueue(WireAnswer.Xml(
        $"<{operation}Response xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><{operation}Result>{result}</{operation}Result></{operation}Response>"));

    private void Refuse(int status, string code) => _answers.Enqueue(WireAnswer.Xml(
        $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>AWS's words</Message></Error><RequestId>r</RequestId></ErrorResponse>", status));

    private async Task<IIamPolicies> Policies() => (await _aws.OpenAsync()).Policies;
}
