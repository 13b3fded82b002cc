using System.Net;
using CrossAccess.Aws.Tests.Support;

namespace CrossAccess.Aws.Tests.Services;

public sealed class UnansweredRequestHandlerTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly ScriptedHandler _network = new();
    private readonly HttpMessageInvoker _client;
    private readonly HttpRequestMessage _request = new(HttpMethod.Post, "https://sts.eu-west-1.amazonaws.com/");

    public UnansweredRequestHandlerTests() => _client = new HttpMessageInvoker(new UnansweredRequestHandler(_network, _time));

    public void Dispose()
    {
        _request.Dispose();
        _client.Dispose();
    }

    [Fact]
    public async Task A_host_that_is_reached_at_the_second_attempt_answers()
    {
        _network.Add(_ => throw Unreachable());
        _network.Add(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)));

        Task<HttpResponseMessage> sending = _client.SendAsync(_request, TestContext.Current.CancellationToken);
        _time.Advance(UnansweredRequestHandler.Pause);

        Assert.Equal(HttpStatusCode.OK, (await sending).StatusCode);
    }

    [Fact]
    public async Task A_host_that_is_not_reached_twice_is_given_up()
    {
        _network.Add(_ => throw Unreachable());
        _network.Add(_ => throw Unreachable());

        Task<HttpResponseMessage> sending = _client.SendAsync(_request, TestContext.Current.CancellationToken);
        _time.Advance(UnansweredRequestHandler.Pause);

        ClientAccessException error = await Assert.ThrowsAsync<ClientAccessException>(() => sending);
        Assert.Equal(ClientAccessError.EndpointUnreachable, error.Error);
        Assert.Contains("'sts.eu-west-1.amazonaws.com'", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, _network.Sent);
    }

    [Fact]
    public async Task A_request_that_was_sent_and_broke_is_left_to_the_SDK()
    {
        _network.Add(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded));

        await Assert.ThrowsAsync<HttpRequestException>(() => _client.SendAsync(_request, TestContext.Current.CancellationToken));
        Assert.Equal(1, _network.Sent);
    }

    [Fact]
    public async Task A_host_that_says_nothing_is_given_up_in_time()
    {
        _network.Add(async stop =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return new HttpResponseMessage();
        });

        Task<HttpResponseMessage> sending = _client.SendAsync(_request, TestContext.Current.CancellationToken);
        _time.Advance(UnansweredRequestHandler.Timeout);

        ClientAccessException error = await Assert.ThrowsAsync<ClientAccessException>(() => sending);
        Assert.Equal(ClientAccessError.RequestTimedOut, error.Error);
        Assert.Contains("30 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_stops_half_way_is_given_up_in_time()
    {
        _network.Add(_ => Task.FromResult(new HttpResponseMessage { Content = new EndlessContent() }));

        Task<HttpResponseMessage> sending = _client.SendAsync(_request, TestContext.Current.CancellationToken);
        _time.Advance(UnansweredRequestHandler.Timeout);

        Assert.Equal(ClientAccessError.RequestTimedOut, (await Assert.ThrowsAsync<ClientAccessException>(() => sending)).Error);
    }

    private static HttpRequestException Unreachable() => new(HttpRequestError.ConnectionError, "Connection refused");

    private sealed class ScriptedHandler : HttpMessageHandler
    {
        private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

        public int Sent { get; private set; }

        public void Add(Func<CancellationToken, Task<HttpResponseMessage>> answer) => _answers.Enqueue(answer);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent++;
            return _answers.Dequeue()(cancellationToken);
        }
    }

    private sealed class EndlessContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => new TaskCompletionSource().Task;

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
