using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrossAccess.Sandbox.Wire;

/// <summary>
/// Listens on 127.0.0.1 alone and hands each request to one handler. A raw listener, because HttpListener answers malformed
/// requests in its own voice and the web server framework is not part of PowerShell's runtime.
/// </summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<HttpRequest, CancellationToken, Task<HttpResponse>> _handle;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, byte> _connections = new();
    private readonly Task _accepting;

    public LoopbackListener(int port, Func<HttpRequest, CancellationToken, Task<HttpResponse>> handle)
    {
        _handle = handle;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>How long a request may take to arrive from its first byte on.</summary>
    public TimeSpan Arrival { get; init; } = HttpLimits.Arrival;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections.Keys);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // A peer that vanished before it was accepted, or the listener stopping: the loop's condition decides.
                continue;
            }
            Track(Task.Run(() => ServeAsync(client)));
        }
    }

    private void Track(Task connection)
    {
        _connections.TryAdd(connection, 0);
        _ = connection.ContinueWith(done => _connections.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await ServeAsync(client.GetStream());
            }
            catch (AnswerLost lost) when (lost.Silently)
            {
                await WaitForPeerToLeaveAsync(client.GetStream());
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The peer went away, or the Sandbox is stopping: there is nobody to answer.
            }
#pragma warning disable CA1031 // What a test's hook throws is the network failing under the request: the peer gets a reset.
            catch (Exception)
#pragma warning restore CA1031
            {
                // Closed through the stream, the socket would be shut down in order first.
                client.LingerState = new LingerOption(true, 0);
                client.Client.Close(0);
            }
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        HttpRequestReader reader = new(stream, Arrival);
        while (true)
        {
            HttpRequest? request;
            try
            {
                request = await reader.ReadAsync(_stopping.Token);
            }
            catch (HttpRefusal refusal)
            {
                await HttpResponseWriter.WriteAsync(stream, Refused(refusal), keepAlive: false, _stopping.Token);
                await DrainAsync(stream);
                return;
            }
            if (request is null)
                return;
            HttpResponse response = await _handle(request, _stopping.Token);
            await HttpResponseWriter.WriteAsync(stream, response, request.KeepAlive, _stopping.Token);
            if (!request.KeepAlive)
                return;
        }
    }

    private async Task WaitForPeerToLeaveAsync(NetworkStream stream)
    {
        byte[] ignored = new byte[1024];
        try
        {
            while (await stream.ReadAsync(ignored, _stopping.Token) > 0)
            {
                // What an impatient peer sends on is not answered either.
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // That is leaving, too.
        }
    }

    // Closing with unread bytes would reset the connection before the peer has read why it was refused.
    private async Task DrainAsync(NetworkStream stream)
    {
        stream.Socket.Shutdown(SocketShutdown.Send);
        byte[] rest = new byte[16 * 1024];
        long left = 2L * HttpLimits.Body;
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        patience.CancelAfter(TimeSpan.FromSeconds(2));
        while (left > 0 && await stream.ReadAsync(rest, patience.Token) is > 0 and var read)
            left -= read;
    }

    private static HttpResponse Refused(HttpRefusal refusal)
        => new(refusal.Status, "text/plain", Encoding.UTF8.GetBytes(refusal.Message), []);
}
