using CrossAccess.Aws.Tests.Support;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Services;

public sealed class IamRolesTests : IDisposable
{
    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"a+b *"}]}""";

    private readonly Queue<WireAnswer> _answers = new();
    private readonly FakeAws _aws;

    public IamRolesTests() => _aws = new FakeAws(_ => _answers.Dequeue());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Assert.Empty(_aws.Problems);
        _aws.Dispose();
    }

    [Fact]
    public async Task A_role_is_read_with_its_trust_policy_decoded()
    {
        Answer("GetRole", RoleXml("""
            <Description>Acme</Description><MaxSessionDuration>7200</MaxSessionDuration>
            <PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType><PermissionsBoundaryArn>arn:aws:iam::222222222222:policy/Edge</PermissionsBoundaryArn></PermissionsBoundary>
            <Tags><member><Key>crossaccess:client</Key><Value>Acme</Value></member></Tags>
            <RoleLastUsed><LastUsedDate>2026-01-01T10:00:00Z</LastUsedDate><Region>eu-west-1</Region></RoleLastUsed>
            """));

        IamRole? role = await (await Roles()).FindAsync("acme-read-only", Stop);

        Assert.NotNull(role);
        Assert.Equal(("acme-read-only", "arn:aws:iam::222222222222:role/acme-read-only", Trust), (role.Name, role.Arn, role.TrustPolicy));
        Assert.Equal(("Acme", TimeSpan.FromHours(2), "arn:aws:iam::222222222222:policy/Edge"), (role.Description, role.MaxSessionDuration, role.PermissionsBoundaryArn));
        Assert.Equal(new Dictionary<string, string> { ["crossaccess:client"] = "Acme" }, role.Tags);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero), role.LastUsed);
    }

    [Fact]
    public async Task A_role_that_was_never_used_and_has_no_tags_is_read_so()
    {
        Answer("GetRole", RoleXml("<RoleLastUsed/>"));

        IamRole? role = await (await Roles()).FindAsync("acme-read-only", Stop);

        Assert.Null(role!.LastUsed);
        Assert.Empty(role.Tags);
        Assert.Equal(TimeSpan.FromHours(1), role.MaxSessionDuration);
    }

    [Fact]
    public async Task What_does_not_exist_is_null()
    {
        Refuse(404, "NoSuchEntity");
        Refuse(404, "NoSuchEntity");
        IIamRoles roles = await Roles();

        Assert.Null(await roles.FindAsync("gone", Stop));
        Assert.Null(await roles.FindInlinePolicyAsync("acme-read-only", "gone", Stop));
    }

    [Fact]
    public async Task An_inline_policy_is_decoded()
    {
        Answer("GetRolePolicy", $"<PolicyDocument>{Uri.EscapeDataString(Trust)}</PolicyDocument>");

        Assert.Equal(Trust, await (await Roles()).FindInlinePolicyAsync("acme-read-only", "devops", Stop));
    }

    [Fact]
    public async Task Attached_policies_are_listed_to_the_last_page()
    {
        Answer("ListAttachedRolePolicies", "<AttachedPolicies><member><PolicyName>A</PolicyName><PolicyArn>arn:aws:iam::aws:policy/A</PolicyArn></member></AttachedPolicies><IsTruncated>true</IsTruncated><Marker>more</Marker>");
        Answer("ListAttachedRolePolicies", "<AttachedPolicies><member><PolicyName>B</PolicyName><PolicyArn>arn:aws:iam::aws:policy/B</PolicyArn></member></AttachedPolicies><IsTruncated>false</IsTruncated>");

        Assert.Equal(["arn:aws:iam::aws:policy/A", "arn:aws:iam::aws:policy/B"], await (await Roles()).ListAttachedPolicyArnsAsync("acme-read-only", Stop));

        Assert.Equal("more", WireRequest.Form(_aws.Server.Requests[1].Body)["Marker"]);
    }

    [Fact]
    public async Task All_roles_are_read_at_once_with_their_policies_and_the_accounts_own_documents()
    {
        const string own = "arn:aws:iam::222222222222:policy/Own";
        Answer("GetAccountAuthorizationDetails", $"""
            <RoleDetailList><member><Path>/</Path><RoleName>acme-read-only</RoleName><RoleId>AROA1</RoleId><Arn>arn:aws:iam::222222222222:role/acme-read-only</Arn>
              <AssumeRolePolicyDocument>{Uri.EscapeDataString(Trust)}</AssumeRolePolicyDocument>
              <RolePolicyList><member><PolicyName>more</PolicyName><PolicyDocument>{Uri.EscapeDataString(Trust)}</PolicyDocument></member></RolePolicyList>
              <AttachedManagedPolicies><member><PolicyName>Own</PolicyName><PolicyArn>{own}</PolicyArn></member></AttachedManagedPolicies>
              <Tags><member><Key>a</Key><Value>1</Value></member></Tags></member></RoleDetailList>
            <IsTruncated>true</IsTruncated><Marker>more</Marker>
            """);
        Answer("GetAccountAuthorizationDetails", $"""
            <Policies><member><Arn>{own}</Arn><PolicyVersionList>
              <member><VersionId>v1</VersionId><IsDefaultVersion>false</IsDefaultVersion><Document>old</Document></member>
              <member><VersionId>v2</VersionId><IsDefaultVersion>true</IsDefaultVersion><Document>{Uri.EscapeDataString(Trust)}</Document></member>
            </PolicyVersionList></member></Policies><IsTruncated>false</IsTruncated>
            """);

        AccountRoles account = await (await Roles()).ReadAllAsync(Stop);

        AccountRole role = Assert.Single(account.Roles);
        Assert.Equal(("acme-read-only", Trust, "1"), (role.Role.Name, role.Role.TrustPolicy, role.Role.Tags["a"]));
        Assert.Equal((Trust, own), (role.InlinePolicies["more"], Assert.Single(role.AttachedPolicyArns)));
        Assert.Equal(new Dictionary<string, string> { [own] = Trust }, account.CustomerManagedPolicies);
        Assert.Equal([null, "more"], _aws.Server.Requests.Select(request => WireRequest.Form(request.Body).GetValueOrDefault("Marker")));
        Assert.All(_aws.Server.Requests, request => Assert.Equal("1000", WireRequest.Form(request.Body)["MaxItems"]));
    }

    [Fact]
    public async Task Names_of_inline_policies_are_listed()
    {
        Answer("ListRolePolicies", "<PolicyNames><member>devops</member></PolicyNames><IsTruncated>false</IsTruncated>");

        Assert.Equal(["devops"], await (await Roles()).ListInlinePolicyNamesAsync("acme-read-only", Stop));
    }

    [Fact]
    public async Task A_role_is_created_with_all_that_is_asked()
    {
        Answer("CreateRole", RoleXml(""));

        await (await Roles()).CreateAsync(
            new NewIamRole("acme-read-only", Trust, "Acme", TimeSpan.FromHours(2), new Dictionary<string, string> { ["crossaccess:client"] = "Acme" }, "arn:aws:iam::222222222222:policy/Edge"),
            Stop);

        IReadOnlyDictionary<string, string> form = WireRequest.Form(_aws.Only("CreateRole").Body);
        Assert.Equal((Trust, "Acme", "7200"), (form["AssumeRolePolicyDocument"], form["Description"], form["MaxSessionDuration"]));
        Assert.Equal(("crossaccess:client", "Acme"), (form["Tags.member.1.Key"], form["Tags.member.1.Value"]));
        Assert.Equal("arn:aws:iam::222222222222:policy/Edge", form["PermissionsBoundary"]);
    }

    [Fact]
    public async Task A_role_whose_name_is_taken_exists()
    {
        Refuse(409, "EntityAlreadyExists");
        IIamRoles roles = await Roles();

        ClientAccessException refused = await Assert.ThrowsAsync<ClientAccessException>(() =>
            roles.CreateAsync(new NewIamRole("acme-read-only", Trust, "Acme", TimeSpan.FromHours(1), new Dictionary<string, string>(), null), Stop));

        Assert.Equal(ClientAccessError.ResourceExists, refused.Error);
    }

    [Fact]
    public async Task Changes_are_sent_each_by_its_own_operation()
    {
        IIamRoles roles = await Roles();
        (string Operation, Func<Task> Change)[] changes =
        [
            ("UpdateAssumeRolePolicy", () => roles.UpdateTrustPolicyAsync("r", Trust, Stop)),
            ("UpdateRole", () => roles.UpdateAsync("r", "new", TimeSpan.FromHours(1), Stop)),
            ("AttachRolePolicy", () => roles.AttachPolicyAsync("r", "arn:aws:iam::aws:policy/ReadOnlyAccess", Stop)),
            ("DetachRolePolicy", () => roles.DetachPolicyAsync("r", "arn:aws:iam::aws:policy/ReadOnlyAccess", Stop)),
            ("PutRolePolicy", () => roles.PutInlinePolicyAsync("r", "devops", Trust, Stop)),
            ("DeleteRolePolicy", () => roles.DeleteInlinePolicyAsync("r", "devops", Stop)),
            ("PutRolePermissionsBoundary", () => roles.PutPermissionsBoundaryAsync("r", "arn:aws:iam::222222222222:policy/Edge", Stop)),
            ("TagRole", () => roles.TagAsync("r", new Dictionary<string, string> { ["a"] = "1" }, Stop)),
            ("DeleteRole", () => roles.DeleteAsync("r", Stop)),
        ];

        foreach ((string operation, Func<Task> change) in changes)
        {
            _answers.Enqueue(WireAnswer.Xml($"<{operation}Response><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{operation}Response>"));
            await change();
        }

        Assert.Equal(changes.Select(change => change.Operation), _aws.Operations);
    }

    [Fact]
    public async Task The_quota_of_a_trust_policy_is_read_where_that_is_allowed()
    {
        Answer("GetAccountSummary", "<SummaryMap><entry><key>AssumeRolePolicySizeQuota</key><value>4096</value></entry></SummaryMap>");
        Answer("GetAccountSummary", "<SummaryMap><entry><key>Roles</key><value>3</value></entry></SummaryMap>");
        Refuse(403, "AccessDenied");
        IIamRoles roles = await Roles();

        Assert.Equal(4096, await roles.GetTrustPolicyQuotaAsync(Stop));
        Assert.Null(await roles.GetTrustPolicyQuotaAsync(Stop));
        Assert.Null(await roles.GetTrustPolicyQuotaAsync(Stop));
    }

    private static string RoleXml(string more) => $"""
        <Role><Path>/</Path><RoleName>acme-read-only</RoleName><RoleId>AROA1</RoleId><Arn>arn:aws:iam::222222222222:role/acme-read-only</Arn>
        <AssumeRolePolicyDocument>{Uri.EscapeDataString(Trust)}</AssumeRolePolicyDocument>{more}</Role>
        """;

    private void Answer(string operation, string result) => _answers.Enqueue(WireAnswer.Xml(
        $"<{operation}Response xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><{operation}Result>{result}</{operation}Result></{operation}Response>"));

    private void Refuse(int status, string code) => _answers.Enqueue(WireAnswer.Xml(
        $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>AWS's words</Message></Error><RequestId>r</RequestId></ErrorResponse>", status));

    private async Task<IIamRoles> Roles() => (await _aws.OpenAsync()).Roles;
}
