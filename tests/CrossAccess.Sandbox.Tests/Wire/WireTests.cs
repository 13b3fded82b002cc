using System.Net.Sockets;
using System.Text;
using CrossAccess.Sandbox.Wire;

namespace CrossAccess.Sandbox.Tests.Wire;

public sealed class WireTests : IAsyncLifetime
{
    private readonly CrossAccessSandbox _sandbox = CrossAccessSandbox.Start();

    [Theory]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("GET / HTTP/2.0\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: two\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nab", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nab", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n", 413)]
    public async Task What_is_not_HTTP_is_answered_so_and_the_connection_closed(string sent, int status)
    {
        using TcpClient client = await ConnectAsync();
        await SendAsync(client, sent);
        string answer = await ReadToEndAsync(client);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
        await AssertLivesAsync();
    }

    [Fact]
    public async Task Headers_beyond_the_limit_are_431()
    {
        using TcpClient client = await ConnectAsync();
        await SendAsync(client, $"GET / HTTP/1.1\r\nHost: x\r\nX: {new string('a', 70_000)}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 431 ", await ReadToEndAsync(client), StringComparison.Ordinal);
        await AssertLivesAsync();
    }

    [Fact]
    public async Task One_connection_serves_length_and_chunked_bodies_one_after_the_other()
    {
        using TcpClient client = await ConnectAsync();
        await SendAsync(client, "POST /logout HTTP/1.1\r\nHost: x\r\nx-amz-sso_bearer_token: t\r\nContent-Length: 2\r\n\r\n{}");
        await SendAsync(client, "POST /logout HTTP/1.1\r\nHost: x\r\nx-amz-sso_bearer_token: t\r\nTransfer-Encoding: chunked\r\n\r\n1;x=y\r\n{\r\n1\r\n}\r\n0\r\nTrailer: z\r\n\r\n");
        await SendAsync(client, "POST /logout HTTP/1.1\r\nHost: x\r\nx-amz-sso_bearer_token: t\r\nConnection: close\r\n\r\n");
        string answers = await ReadToEndAsync(client);
        Assert.Equal(3, answers.Split("HTTP/1.1 401 ").Length - 1);
        Assert.Equal(3, _sandbox.Events.Count);
    }

    [Fact]
    public async Task A_client_that_expects_it_is_told_to_continue_before_it_sends_the_body()
    {
        using TcpClient client = await ConnectAsync();
        await SendAsync(client, "POST /logout HTTP/1.1\r\nHost: x\r\nx-amz-sso_bearer_token: t\r\nConnection: close\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        byte[] first = new byte["HTTP/1.1 100 Continue\r\n\r\n".Length];
        await client.GetStream().ReadExactlyAsync(first, TestContext.Current.CancellationToken);
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", Encoding.ASCII.GetString(first));
        await SendAsync(client, "{}");
        Assert.StartsWith("HTTP/1.1 401 ", await ReadToEndAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_trickles_in_too_slowly_is_408()
    {
        await using LoopbackListener listener = new(0, static (_, _) => throw new InvalidOperationException("never whole")) { Arrival = TimeSpan.FromMilliseconds(50) };
        using TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", listener.Port, TestContext.Current.CancellationToken);
        await SendAsync(client, "GET / HTTP/1.1\r\nHo");
        Assert.StartsWith("HTTP/1.1 408 ", await ReadToEndAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_ends_a_request_that_a_test_holds()
    {
        TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _sandbox.BeforeHandling = async (_, cancellation) =>
        {
            held.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        };
        using TcpClient client = await ConnectAsync();
        await SendAsync(client, "POST /logout HTTP/1.1\r\nHost: x\r\nx-amz-sso_bearer_token: t\r\n\r\n");
        await held.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, _sandbox.RequestsInFlight);
        await _sandbox.DisposeAsync();
        Assert.Equal("", await ReadToEndAsync(client));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    private async Task AssertLivesAsync()
    {
        using TcpClient client = await ConnectAsync();
        await SendAsync(client, "GET /assignment/accounts HTTP/1.1\r\nHost: x\r\nConnection: close\r\nx-amz-sso_bearer_token: t\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 401 ", await ReadToEndAsync(client), StringComparison.Ordinal);
    }

    private async Task<TcpClient> ConnectAsync()
    {
        TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", _sandbox.Port, TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task SendAsync(TcpClient client, string text)
        => await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);

    private static async Task<string> ReadToEndAsync(TcpClient client)
    {
        using StreamReader reader = new(client.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
