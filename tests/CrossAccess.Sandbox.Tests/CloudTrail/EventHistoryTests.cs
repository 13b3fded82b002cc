using System.Text.Json.Nodes;
using CrossAccess.Sandbox.Tests.Clients;

namespace CrossAccess.Sandbox.Tests.CloudTrail;

public sealed class EventHistoryTests : IAsyncLifetime
{
    private readonly TurnableClock _clock = new();
    private readonly CrossAccessSandbox _sandbox;
    private readonly Onboarding _onboarding;
    private readonly SignedClient _home;

    public EventHistoryTests()
    {
        _sandbox = CrossAccessSandbox.Start(new SandboxOptions { Clock = _clock });
        _onboarding = new Onboarding(_sandbox);
        _home = SignedClient.Administrator(_sandbox, _sandbox.HomeAccountId);
    }

    [Fact]
    public async Task Entering_a_client_is_recorded_in_both_accounts_and_each_is_told_its_part()
    {
        await EnterAsync();
        (JsonNode homeEvent, JsonNode home) = Assert.Single(await LookupAsync(_home, ("EventName", "AssumeRole")));
        (JsonNode clientEvent, JsonNode client) = Assert.Single(await LookupAsync(_onboarding.Client, ("EventName", "AssumeRole")));

        Assert.Equal(Text(home, "sharedEventID"), Text(client, "sharedEventID"));
        Assert.NotEqual(Text(home, "eventID"), Text(client, "eventID"));
        Assert.Equal((_sandbox.HomeAccountId, _onboarding.ClientId), (Text(home, "recipientAccountId"), Text(client, "recipientAccountId")));
        JsonNode ana = home["userIdentity"]!;
        Assert.Equal("AssumedRole", Text(ana, "type"));
        Assert.EndsWith("/ana", Text(ana, "arn"), StringComparison.Ordinal);
        Assert.StartsWith("AWSReservedSSO_Jump_", Text(ana["sessionContext"]!["sessionIssuer"]!, "userName"), StringComparison.Ordinal);
        Assert.Equal(["type", "principalId", "accountId"], client["userIdentity"]!.AsObject().Select(static member => member.Key));
        Assert.Equal(("AWSAccount", Text(ana, "principalId"), _sandbox.HomeAccountId), (Text(client["userIdentity"]!, "type"), Text(client["userIdentity"]!, "principalId"), Text(client["userIdentity"]!, "accountId")));
        Assert.Equal(("ana@example.com", _onboarding.RoleArn("acme-read-only")), (Text(client["requestParameters"]!, "sourceIdentity"), Text(client["requestParameters"]!, "roleArn")));
        Assert.Equal("ana", Text(homeEvent, "Username"));
        Assert.Null(clientEvent["Username"]);
    }

    [Fact]
    public async Task What_is_done_inside_is_the_clients_alone_and_leads_back_to_who_entered()
    {
        using SignedClient inside = await EnterAsync();
        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<AwsError>(() => inside.IamAsync("ListRoles"))).Code);
        (_, JsonNode entered) = Assert.Single(await LookupAsync(_onboarding.Client, ("EventName", "AssumeRole")));
        string key = Text(entered["responseElements"]!["credentials"]!, "accessKeyId");
        using SignedClient global = Global(_onboarding.ClientId);
        (JsonNode seen, JsonNode record) = Assert.Single(await LookupAsync(global, ("AccessKeyId", key)));
        Assert.Equal(("ListRoles", "ana", "true"), (Text(seen, "EventName"), Text(seen, "Username"), Text(seen, "ReadOnly")));
        Assert.Equal(("AccessDenied", "ana@example.com"), (Text(record, "errorCode"), Text(record["userIdentity"]!["sessionContext"]!, "sourceIdentity")));
        Assert.DoesNotContain(inside.Secret, record.ToJsonString(), StringComparison.Ordinal);
        using SignedClient homeGlobal = Global(_sandbox.HomeAccountId);
        Assert.Empty(await LookupAsync(homeGlobal, ("EventName", "ListRoles")));
    }

    [Fact]
    public async Task A_refused_entry_is_known_to_the_callers_account_alone()
    {
        await _onboarding.RoleAsync("acme-read-only", _onboarding.Trust("Jump"));
        await Assert.ThrowsAsync<AwsError>(() => _home.AssumeAsync(_onboarding.RoleArn("acme-read-only"), "admin"));
        (_, JsonNode record) = Assert.Single(await LookupAsync(_home, ("EventName", "AssumeRole")));
        Assert.Equal("AccessDenied", Text(record, "errorCode"));
        Assert.Empty(await LookupAsync(_onboarding.Client, ("EventName", "AssumeRole")));
    }

    [Fact]
    public async Task Pages_hold_while_events_arrive_and_events_are_found_by_time_and_name_for_ninety_days()
    {
        using SignedClient global = Global(_onboarding.ClientId);
        for (int i = 0; i < 5; i++)
        {
            await _onboarding.Client.IamAsync("PutRolePolicy", ("RoleName", $"none{i}"), ("PolicyName", "p"), ("PolicyDocument", "{}")).ContinueWith(static _ => { }, TaskScheduler.Default);
            _clock.Turn(TimeSpan.FromMinutes(1));
        }
        JsonNode first = await AskAsync(global, new JsonObject { ["MaxResults"] = 3 });
        await _onboarding.Client.IamAsync("ListRoles");
        JsonNode second = await AskAsync(global, new JsonObject { ["MaxResults"] = 3, ["NextToken"] = Text(first, "NextToken") });
        Assert.Equal(["none4", "none3", "none2", "none1", "none0"], first["Events"]!.AsArray().Concat(second["Events"]!.AsArray()).Select(static e => Text(e!["Resources"]![0]!, "ResourceName")));
        Assert.Null(second["NextToken"]);
        Assert.Single(await LookupAsync(global, ("ResourceName", "none2")));
        Assert.Equal(5, (await LookupAsync(global, ("ReadOnly", "false"))).Count);
        long start = new DateTimeOffset(2026, 3, 1, 12, 2, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        Assert.Equal(2, (await AskAsync(global, new JsonObject { ["StartTime"] = start, ["EndTime"] = start + 60 }))["Events"]!.AsArray().Count);
        _clock.Turn(TimeSpan.FromDays(91));
        Assert.Empty((await AskAsync(global, []))["Events"]!.AsArray());
    }

    [Fact]
    public async Task Two_attributes_a_backward_range_and_a_strange_token_are_refused()
    {
        JsonObject one = new() { ["AttributeKey"] = "EventName", ["AttributeValue"] = "x" };
        Assert.Equal("InvalidLookupAttributesException", await RefusedAsync(new JsonObject { ["LookupAttributes"] = new JsonArray(one.DeepClone(), one.DeepClone()) }));
        Assert.Equal("InvalidTimeRangeException", await RefusedAsync(new JsonObject { ["StartTime"] = 2, ["EndTime"] = 1 }));
        Assert.Equal("InvalidNextTokenException", await RefusedAsync(new JsonObject { ["NextToken"] = "x" }));

        async Task<string> RefusedAsync(JsonObject input) => (await Assert.ThrowsAsync<AwsError>(() => AskAsync(_home, input))).Code;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _home.Dispose();
        _onboarding.Dispose();
        await _sandbox.DisposeAsync();
    }

    private async Task<SignedClient> EnterAsync()
    {
        string arn = _onboarding.RoleArn("acme-read-only");
        string trust = _onboarding.Trust("Jump").Replace("\"sts:AssumeRole\"", "[\"sts:AssumeRole\",\"sts:SetSourceIdentity\"]", StringComparison.Ordinal);
        await _onboarding.RoleAsync("acme-read-only", trust);
        string allow = Onboarding.AllowAssume(arn).Replace("\"sts:AssumeRole\"", "[\"sts:AssumeRole\",\"sts:SetSourceIdentity\"]", StringComparison.Ordinal);
        await _onboarding.AssignAsync(await _onboarding.SetAsync("Jump", allow), "ana");
        using SignedClient ana = SignedClient.User(_sandbox, "ana", "Jump");
        return await ana.AssumeAsync(arn, "ana", ("SourceIdentity", "ana@example.com"));
    }

    // IAM's events are in us-east-1.
    private SignedClient Global(string accountId)
    {
        AccessKey key = _sandbox.AdministratorOf(accountId);
        return new SignedClient(_sandbox, key.AccessKeyId, key.SecretAccessKey) { Region = "us-east-1" };
    }

    private static async Task<List<(JsonNode Event, JsonNode Record)>> LookupAsync(SignedClient client, (string Key, string Value) attribute)
    {
        JsonNode answer = await AskAsync(client, new JsonObject { ["LookupAttributes"] = new JsonArray(new JsonObject { ["AttributeKey"] = attribute.Key, ["AttributeValue"] = attribute.Value }) });
        return [.. answer["Events"]!.AsArray().Select(static e => (e!, JsonNode.Parse(Text(e!, "CloudTrailEvent"))!))];
    }

    private static Task<JsonNode> AskAsync(SignedClient client, JsonObject input)
        => client.JsonAsync("cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101", "LookupEvents", input);

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
