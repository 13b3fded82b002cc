using System.Net;
using System.Net.Sockets;

namespace CrossAccess;

/// <summary>
/// Answers HTTP on a free port of the loopback address, a request a connection. A listener of TCP and not .NET's HttpListener:
/// that cannot take a free port, needs a reservation on Windows, and answers what it dislikes by itself, in its own words.
/// </summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int LongestHead = 16 * 1024;

    // Browsers open connections in advance and say nothing on them.
    private static readonly TimeSpan PatienceWithSilence = TimeSpan.FromMinutes(1);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Func<LoopbackRequest?, CancellationToken, Task<LoopbackAnswer>> _answer;

    /// <param name="answer">Answers a request; null is what cannot be read as one. It must not throw.</param>
    public LoopbackListener(Func<LoopbackRequest?, CancellationToken, Task<LoopbackAnswer>> answer)
    {
        _answer = answer;
        _listener.Start();
        Authority = $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
    }

    /// <summary>Address and port, as a client names them in its Host header.</summary>
    public string Authority { get; }

    public void Start() => _ = AcceptAsync(_closing.Token);

    public void Dispose()
    {
        if (_closing.IsCancellationRequested) return;
        _closing.Cancel();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync(CancellationToken closing)
    {
        try
        {
            while (true)
            {
                TcpClient connection = await _listener.AcceptTcpClientAsync(closing).ConfigureAwait(false);
                _ = ServeAsync(connection, closing);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed: nobody waits any more.
        }
    }

    private async Task ServeAsync(TcpClient connection, CancellationToken closing)
    {
        using TcpClient _ = connection;
        try
        {
            NetworkStream stream = connection.GetStream();
            byte[]? head = await ReadHeadAsync(stream, closing).ConfigureAwait(false);
            if (head is null) return;

            LoopbackAnswer answer = await _answer(LoopbackRequest.Parse(head), closing).ConfigureAwait(false);
            await stream.WriteAsync(answer.ToBytes(), closing).ConfigureAwait(false);
            answer.Sent?.Invoke();
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The client hung up; it may come again.
        }
    }

    /// <summary>All up to the first blank line, or as much as is read at most; null where the client left before.</summary>
    private static async Task<byte[]?> ReadHeadAsync(NetworkStream stream, CancellationToken closing)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(closing);
        silence.CancelAfter(PatienceWithSilence);
        var buffer = new byte[LongestHead];
        int length = 0;
        while (length < buffer.Length)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length), silence.Token).ConfigureAwait(false);
            if (read == 0) return null;
            length += read;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0) break;
        }
        return buffer[..length];
    }
}
