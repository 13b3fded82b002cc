using Amazon.Runtime;
using CrossAccess.Aws.Tests.Support;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Services;

public sealed class SessionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_a_key_belongs_to_is_asked_once_whatever_the_session()
    {
        using var aws = new FakeAws();
        IAwsSession one = await aws.OpenAsync("AKIAASKEDONCE");
        IAwsSession other = await aws.OpenAsync("AKIAASKEDONCE");

        CallerIdentity[] callers = await Task.WhenAll(one.GetCallerAsync(Stop), other.GetCallerAsync(Stop), one.GetCallerAsync(Stop));

        Assert.All(callers, caller => Assert.Equal(new CallerIdentity("111111111111", "arn:aws:sts::111111111111:assumed-role/Jump/jane", "AKIAASKEDONCE:jane"), caller));
        aws.Only("GetCallerIdentity");
    }

    [Fact]
    public async Task Another_key_is_asked_about_anew()
    {
        using var aws = new FakeAws();

        await (await aws.OpenAsync("AKIAFIRST")).GetCallerAsync(Stop);
        await (await aws.OpenAsync("AKIASECOND")).GetCallerAsync(Stop);

        Assert.Equal(2, aws.Server.Requests.Count);
    }

    [Fact]
    public async Task The_account_stands_in_messages_once_it_is_known()
    {
        using var aws = new FakeAws(request => FakeAws.NameOf(request) == "AssumeRole" ? Error(403, "AccessDenied", "not authorized to perform: sts:AssumeRole") : null);
        IAwsSession session = await aws.OpenAsync("AKIAMESSAGES");
        await session.GetCallerAsync(Stop);

        ClientAccessException refused = await Assert.ThrowsAsync<ClientAccessException>(() =>
            session.SecurityTokens.AssumeRoleAsync(new RoleAssumption("arn:aws:iam::222222222222:role/Ops", "jane"), Stop));

        Assert.Equal(ClientAccessError.ClientAccessDenied, refused.Error);
        Assert.StartsWith(
            "AWS refused sts:AssumeRole (arn:aws:iam::222222222222:role/Ops) in account 111111111111 with the given credentials (AKIAMESSAGES).",
            refused.Message,
            StringComparison.Ordinal);
        Assert.Equal("request-1", refused.RequestId);
    }

    [Fact]
    public async Task A_role_is_assumed_with_a_source_identity_and_a_duration()
    {
        using var aws = new FakeAws();
        IAwsSession session = await aws.OpenAsync("AKIAHOME");

        AwsCredentials credentials = await session.SecurityTokens.AssumeRoleAsync(
            new RoleAssumption("arn:aws:iam::222222222222:role/Ops", "jane") { SourceIdentity = "jane", ExternalId = "abc", Duration = TimeSpan.FromMinutes(30) },
            Stop);

        Assert.Equal(new AwsCredentials("ASIA_Ops_by_AKIAHOME", "secret-of-Ops", "token-of-Ops", aws.Time.GetUtcNow().AddHours(1)), credentials);
        IReadOnlyDictionary<string, string> form = WireRequest.Form(aws.Only("AssumeRole").Body);
        Assert.Equal(("jane", "abc", "1800"), (form["SourceIdentity"], form["ExternalId"], form["DurationSeconds"]));
        Assert.Empty(aws.Problems);
    }

    [Fact]
    public async Task Credentials_are_renewed_when_less_than_five_minutes_of_them_are_left()
    {
        using var aws = new FakeAws();
        aws.Config("[profile home]\naws_access_key_id = AKIAHOME\naws_secret_access_key = s\n[profile client]\nrole_arn = arn:aws:iam::222222222222:role/Ops\nsource_profile = home\n");
        IAwsSession session = await aws.ConnectAsync("client");

        aws.Time.Advance(TimeSpan.FromMinutes(54));
        await session.GetCredentialsAsync(Stop);
        Assert.Single(aws.Server.Requests);

        aws.Time.Advance(TimeSpan.FromMinutes(1));
        AwsCredentials[] renewed = await Task.WhenAll(session.GetCredentialsAsync(Stop), session.GetCredentialsAsync(Stop));

        Assert.All(renewed, credentials => Assert.Equal(aws.Time.GetUtcNow().AddHours(1), credentials.Expiration));
        Assert.Equal(2, aws.Server.Requests.Count);
    }

    [Fact]
    public async Task A_request_is_signed_with_credentials_that_were_renewed_first()
    {
        using var aws = new FakeAws();
        aws.Config("[profile home]\naws_access_key_id = AKIAHOME\naws_secret_access_key = s\n[profile client]\nrole_arn = arn:aws:iam::222222222222:role/Ops\nsource_profile = home\n");
        IAwsSession session = await aws.ConnectAsync("client");
        aws.Config("[profile home]\naws_access_key_id = AKIAROTATED\naws_secret_access_key = s\n[profile client]\nrole_arn = arn:aws:iam::222222222222:role/Ops\nsource_profile = home\n");
        aws.Time.Advance(TimeSpan.FromMinutes(56));

        await session.SecurityTokens.AssumeRoleAsync(new RoleAssumption("arn:aws:iam::333333333333:role/Next", "jane"), Stop);

        Assert.Equal("ASIA_Ops_by_AKIAROTATED", FakeAws.SignerOf(aws.Server.Requests[^1]));
        Assert.Equal(3, aws.Server.Requests.Count);
    }

    [Fact]
    public async Task Keys_in_hand_that_have_ended_are_not_sent()
    {
        using var aws = new FakeAws();
        var keys = new CredentialSource.Keys(new AwsCredentials("ASIAENDING", "s", "t", aws.Time.GetUtcNow().AddMinutes(1)));
        IAwsSession session = await aws.ConnectAsync(keys, "eu-west-1");
        aws.Time.Advance(TimeSpan.FromMinutes(2));

        ClientAccessException refused = await Assert.ThrowsAsync<ClientAccessException>(() => session.GetCallerAsync(Stop));

        Assert.Equal(ClientAccessError.CredentialsExpired, refused.Error);
        Assert.Empty(aws.Server.Requests);
    }

    [Fact]
    public async Task A_throttled_request_is_tried_again()
    {
        int answers = 0;
        using var aws = new FakeAws(_ => ++answers <= 2 ? Error(400, "Throttling", "Rate exceeded") : null);
        IAwsSession session = await aws.OpenAsync("AKIATHROTTLED");

        await session.GetCallerAsync(Stop);

        Assert.Equal(3, aws.Server.Requests.Count);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task A_throttled_request_is_made_as_often_as_AWS_MAX_ATTEMPTS_says(string attempts)
    {
        using var aws = new FakeAws(_ => Error(400, "Throttling", "Rate exceeded")) { ["AWS_MAX_ATTEMPTS"] = attempts };
        IAwsSession session = await aws.OpenAsync("AKIATHROTTLED");

        ClientAccessException throttled = await Assert.ThrowsAsync<ClientAccessException>(() => session.GetCallerAsync(Stop));

        Assert.Equal((ClientAccessError.RequestThrottled, attempts), (throttled.Error, $"{aws.Server.Requests.Count}"));
    }

    [Fact]
    public void Every_client_tries_a_throttled_request_five_more_times()
    {
        using var credentials = new SessionCredentials(new ResolvedCredentials(new AwsCredentials("AKIA", "s", null), "keys"), renew: null, TimeProvider.System);
        var clients = new ServiceClients(AwsSettings.Load(new CredentialSource.Ambient(), region: null, new AwsEnvironment(new Dictionary<string, string?>())), credentials);
        AmazonServiceClient[] all =
        [
            clients.SecurityToken("eu-west-1"), clients.IdentityManagement("us-east-1"), clients.IdentityCenter("eu-west-1"),
            clients.IdentityStore("eu-west-1"), clients.AccessPortal("eu-west-1"),
        ];

        Assert.All(all, client => Assert.Equal((RequestRetryMode.Standard, 5, true), (client.Config.RetryMode, client.Config.MaxErrorRetry, client.Config.ThrottleRetries)));
        Assert.Same(all[0], clients.SecurityToken("eu-west-1"));
        Assert.NotSame(all[0], clients.SecurityToken("eu-north-1"));
    }

    [Fact]
    public async Task A_refused_request_is_not_tried_again()
    {
        using var aws = new FakeAws(_ => Error(403, "AccessDenied", "no"));
        IAwsSession session = await aws.OpenAsync("AKIAREFUSED");

        await Assert.ThrowsAsync<ClientAccessException>(() => session.GetCallerAsync(Stop));

        Assert.Single(aws.Server.Requests);
    }

    [Theory]
    [InlineData("eu-west-1", "us-east-1")]
    [InlineData("cn-northwest-1", "cn-north-1")]
    [InlineData("us-gov-east-1", "us-gov-west-1")]
    public async Task IAM_is_signed_for_its_partitions_Region(string region, string expected)
    {
        using var aws = new FakeAws(_ => Error(404, "NoSuchEntity", "none"));
        IAwsSession session = await aws.ConnectAsync(new CredentialSource.Keys(new AwsCredentials("AKIAPARTITION", "s", null)), region);

        Assert.Null(await session.Roles.FindAsync("acme-read-only", Stop));

        Assert.Equal(expected, FakeAws.RegionOf(aws.Only("GetRole")));
    }

    private static WireAnswer Error(int status, string code, string message) => WireAnswer.Xml(
        $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>request-1</RequestId></ErrorResponse>",
        status);
}
