using System.Text.Json.Nodes;
using CrossAccess.Aws.Tests.Support;
using CrossAccess.Tests.Shared;

namespace CrossAccess.Aws.Tests.Consoles;

public sealed class ConsoleFederationTests : IDisposable
{
    private const string SecretKey = "secret+key/of=the-session";
    private const string SessionToken = "token+of/the==session";

    private static readonly WireAnswer Token = WireAnswer.Json("""{"SigninToken":"the-signin-token"}""");

    private readonly Queue<WireAnswer> _answers = new();
    private readonly FakeAws _aws;

    public ConsoleFederationTests() => _aws = new FakeAws(request => request.Path.EndsWith("/federation", StringComparison.Ordinal) ? _answers.TryDequeue(out WireAnswer? next) ? next : Token : null);

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("aws", "eu-west-1")]
    [InlineData("aws-cn", "cn-north-1")]
    public async Task The_keys_are_posted_so_that_no_address_holds_them(string partition, string region)
    {
        Assert.Equal("the-signin-token", await AskAsync(partition, region));

        WireRequest request = Assert.Single(_aws.Server.Requests);
        Assert.Equal(("POST", "/federation"), (request.Method, request.PathAndQuery));
        Assert.StartsWith("application/x-www-form-urlencoded", request.Header("Content-Type"), StringComparison.Ordinal);
        CheckFields(WireRequest.Form(request.Body));
    }

    [Theory]
    [InlineData("aws-us-gov", "us-gov-west-1")]
    [InlineData("aws-eusc", "eusc-de-east-1")]
    public async Task Where_posting_is_not_known_to_work_the_documented_query_is_used(string partition, string region)
    {
        Assert.Equal("the-signin-token", await AskAsync(partition, region));

        WireRequest request = Assert.Single(_aws.Server.Requests);
        Assert.Equal(("GET", "/federation", ""), (request.Method, request.Path, request.Body));
        CheckFields(request.Query);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_may_pass_is_tried_three_times(int status)
    {
        _answers.Enqueue(WireAnswer.Xml("<html>later</html>", status));
        _answers.Enqueue(WireAnswer.Xml("<html>later</html>", status));

        Assert.Equal("the-signin-token", await AskAsync());
        Assert.Equal(3, _aws.Server.Requests.Count);

        foreach (int _ in Enumerable.Range(0, 3)) _answers.Enqueue(WireAnswer.Xml("<html>later</html>", status));
        ClientAccessException refused = await RefusalAsync();
        Assert.Equal(status == 429 ? ClientAccessError.RequestThrottled : ClientAccessError.ServiceUnavailable, refused.Error);
        Assert.Equal(6, _aws.Server.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_session_that_is_not_accepted_is_sent_once_and_said_which(int status)
    {
        _answers.Enqueue(WireAnswer.Xml($"<html>{SecretKey}</html>", status));

        ClientAccessException refused = await RefusalAsync();

        Assert.Equal(ClientAccessError.CredentialsInvalid, refused.Error);
        Assert.Contains($"HTTP {status} to the session of Abc ReadOnly (222222222222)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Enter-ClientRole Abc -Tier ReadOnly -Account 222222222222 -NoCache", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(_aws.Server.Requests);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Keys_are_not_sent_on_to_where_an_answer_leads(int status)
    {
        using var elsewhere = new LoopbackServer(_ => Token);
        _answers.Enqueue(WireAnswer.Xml("", status) with { Headers = new Dictionary<string, string> { ["Location"] = elsewhere.Url + "/federation" } });

        Assert.Equal(ClientAccessError.RequestRejected, (await RefusalAsync()).Error);

        Assert.Empty(elsewhere.Requests);
        Assert.Single(_aws.Server.Requests);
    }

    [Theory]
    [InlineData("<html>Welcome to our proxy</html>")]
    [InlineData("""{"SigninToken":""}""")]
    [InlineData("""{"SigninToken":42}""")]
    [InlineData("""{"Other":"x"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task What_is_no_token_is_not_taken_for_one(string body)
    {
        _answers.Enqueue(WireAnswer.Json(body));

        Assert.Equal(ClientAccessError.ServiceUnavailable, (await RefusalAsync()).Error);
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_named_without_what_it_was_to_be_sent()
    {
        _aws["AWS_ENDPOINT_URL_SIGNIN"] = $"http://127.0.0.1:{FreePort.Find()}";

        ClientAccessException refused = await RefusalAsync("aws-us-gov", "us-gov-west-1");

        Assert.Equal(ClientAccessError.EndpointUnreachable, refused.Error);
        Assert.Contains("127.0.0.1", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://signin.corp.example")]
    [InlineData("https://signin.corp.example:8443/base")]
    [InlineData("http://127.0.0.1:4566")]
    [InlineData("http://localhost:4566")]
    [InlineData("http://[::1]:4566")]
    public void An_endpoint_over_https_or_on_this_machine_stands_in_for_AWS(string endpoint)
    {
        _aws["AWS_ENDPOINT_URL"] = endpoint;

        Assert.Equal(new Uri(endpoint), _aws.Connector().OpenFederation(null).Endpoint);
    }

    [Theory]
    [InlineData("http://signin.corp.example")]
    [InlineData("http://10.0.0.5:4566")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("https://user:hunter2@signin.corp.example")]
    [InlineData("https://signin.corp.example/?to=elsewhere")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("not an address")]
    public void An_endpoint_that_would_see_the_keys_on_the_network_is_refused(string endpoint)
    {
        _aws["AWS_ENDPOINT_URL"] = endpoint;

        ClientAccessException refused = Assert.Throws<ClientAccessException>(() => _aws.Connector().OpenFederation(null).Endpoint);

        Assert.Equal(ClientAccessError.EndpointUnusable, refused.Error);
        Assert.DoesNotContain("hunter2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_of_the_sign_in_alone_outranks_that_of_all_services_and_none_means_AWS()
    {
        _aws["AWS_ENDPOINT_URL_SIGNIN"] = "https://signin.corp.example";
        Assert.Equal(new Uri("https://signin.corp.example"), _aws.Connector().OpenFederation(null).Endpoint);

        _aws["AWS_ENDPOINT_URL_SIGNIN"] = null;
        _aws["AWS_ENDPOINT_URL"] = null;
        _aws["AWS_ENDPOINT_URL_STS"] = "http://10.0.0.5:4566";
        Assert.Null(_aws.Connector().OpenFederation(null).Endpoint);
    }

    [Fact]
    public void What_was_there_before_a_role_was_entered_decides()
    {
        _aws["AWS_ENDPOINT_URL"] = null;

        Assert.Equal(new Uri("https://signin.corp.example"), _aws.Connector().OpenFederation(new Dictionary<string, string?> { ["AWS_ENDPOINT_URL"] = "https://signin.corp.example" }).Endpoint);
    }

    [Fact]
    public async Task A_stop_ends_the_wait_at_once()
    {
        using var stopping = new CancellationTokenSource();
        _answers.Enqueue(WireAnswer.Xml("", 503));
        Task<string> asking = _aws.Connector().OpenFederation(null).GetSigninTokenAsync(Hosts("aws", "eu-west-1"), Session("aws"), stopping.Token);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    // Two fields and no more: SessionDuration would be refused for the keys of a chained role.
    private static void CheckFields(IReadOnlyDictionary<string, string> fields)
    {
        Assert.Equal(["Action", "Session"], fields.Keys.Order());
        Assert.Equal("getSigninToken", fields["Action"]);
        JsonObject session = JsonNode.Parse(fields["Session"])!.AsObject();
        Assert.Equal(["sessionId", "sessionKey", "sessionToken"], session.Select(member => member.Key));
        Assert.Equal(("ASIAOFTHESESSION", SecretKey, SessionToken), ((string)session["sessionId"]!, (string)session["sessionKey"]!, (string)session["sessionToken"]!));
        // Not every reader of JSON is a good one: nothing is escaped that need not be.
        Assert.Contains(SecretKey, fields["Session"], StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string partition = "aws", string region = "eu-west-1")
    {
        Task<string> asking = _aws.Connector().OpenFederation(null).GetSigninTokenAsync(Hosts(partition, region), Session(partition), TestContext.Current.CancellationToken);
        while (!asking.IsCompleted)
        {
            // Pauses pass as soon as they begin.
            _aws.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(asking, Task.Delay(5, TestContext.Current.CancellationToken));
        }
        return await asking;
    }

    private async Task<ClientAccessException> RefusalAsync(string partition = "aws", string region = "eu-west-1")
    {
        ClientAccessException refused = await Assert.ThrowsAsync<ClientAccessException>(() => AskAsync(partition, region));
        for (Exception? cause = refused; cause is not null; cause = cause.InnerException)
        {
            Assert.DoesNotContain(SecretKey, cause.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(SessionToken, cause.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(SessionToken), cause.ToString(), StringComparison.Ordinal);
        }
        Assert.NotNull(refused.RecommendedAction);
        return refused;
    }

    private ConsoleHosts Hosts(string partition, string region) => ConsoleHosts.Of(partition, region, _aws.Connector().OpenFederation(null).Endpoint);

    private static RoleSession Session(string partition) =>
        new("Abc", "222222222222", null, "ReadOnly", $"arn:{partition}:iam::222222222222:role/acme-read-only", "eu-west-1", new AwsCredentials("ASIAOFTHESESSION", SecretKey, SessionToken, DateTimeOffset.MaxValue))
        {
            RoleSessionName = "jane",
        };
}
