using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SSOAdmin.Model;
using CrossAccess.AwsClients.Runtime;
using CrossAccess.AwsClients.Tests.Operations;
using CrossAccess.Tests.Shared;

namespace CrossAccess.AwsClients.Tests.Errors;

/// <summary>What is tried again, counted at the server.</summary>
public sealed class RetryTests
{
    private const string IamThrottle =
        """<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error><RequestId>r</RequestId></ErrorResponse>""";

    [Fact]
    public async Task A_throttled_JSON_call_is_tried_again()
    {
        using var server = FailingOnce(WireAnswer.Json("""{"__type":"ThrottlingException","message":"Rate exceeded"}""", 400), WireAnswer.Json("""{"Instances":[{}]}"""));
        using var client = Clients.SsoAdmin(server.Url);

        var response = await client.ListInstancesAsync(new ListInstancesRequest(), Cancellation);

        Assert.Single(response.Instances!);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_throttled_query_call_is_tried_again()
    {
        using var server = FailingOnce(WireAnswer.Xml(IamThrottle, 400), WireAnswer.Xml("<GetRoleResponse><GetRoleResult/></GetRoleResponse>"));
        using var client = Clients.Iam(server.Url);

        await client.GetRoleAsync(new GetRoleRequest { RoleName = "x" }, Cancellation);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
    }

    [Fact]
    public async Task A_throttled_portal_call_is_tried_again()
    {
        using var server = FailingOnce(
            WireAnswer.Json("{}", 429) with { Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = "TooManyRequestsException" } },
            WireAnswer.Json("""{"accountList":[]}"""));
        using var client = Clients.Portal(server.Url);

        await client.ListAccountsAsync(new Amazon.SSO.Model.ListAccountsRequest { AccessToken = "token" }, Cancellation);

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_error_is_tried_again()
    {
        using var server = FailingOnce(new WireAnswer(503, "text/html", "<html>"), WireAnswer.Json("{}"));
        using var client = Clients.SsoAdmin(server.Url);

        await client.ListInstancesAsync(new ListInstancesRequest(), Cancellation);

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_throttle_that_lasts_is_thrown_after_three_attempts()
    {
        using var server = new LoopbackServer(_ => WireAnswer.Json("""{"__type":"ThrottlingException","message":"Rate exceeded"}""", 400));
        using var client = Clients.SsoAdmin(server.Url);

        await Assert.ThrowsAsync<ThrottlingException>(() => client.ListInstancesAsync(new ListInstancesRequest(), Cancellation));

        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        using var server = new LoopbackServer(_ => WireAnswer.Json("""{"__type":"AccessDeniedException"}""", 400));
        using var client = Clients.SsoAdmin(server.Url);

        await Assert.ThrowsAsync<AccessDeniedException>(() => client.ListInstancesAsync(new ListInstancesRequest(), Cancellation));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_cancelled_call_ends_while_the_server_is_still_silent()
    {
        using var cancellation = new CancellationTokenSource();
        using var ended = new ManualResetEventSlim();
        using var server = new LoopbackServer(_ =>
        {
            cancellation.CancelAsync();
            ended.Wait();
            return WireAnswer.Json("{}");
        });
        using var client = Clients.SsoAdmin(server.Url);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ListInstancesAsync(new ListInstancesRequest(), cancellation.Token));
        ended.Set();

        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_client_retries_in_the_standard_mode(string model)
    {
        using ServiceClient client = Clients.ByModel[model]("http://127.0.0.1:1", null);

        Assert.Equal(RequestRetryMode.Standard, client.Config.RetryMode);
        Assert.Equal(2, client.Config.MaxErrorRetry);
    }

    public static TheoryData<string> Models => [.. Clients.ByModel.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static LoopbackServer FailingOnce(WireAnswer failure, WireAnswer success)
    {
        var calls = 0;
        return new LoopbackServer(_ => Interlocked.Increment(ref calls) == 1 ? failure : success);
    }
}
