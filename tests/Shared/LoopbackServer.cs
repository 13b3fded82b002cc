using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace CrossAccess.Tests.Shared;

/// <summary>An HTTP server on a free loopback port that keeps every request and answers as the test says.</summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly ConcurrentQueue<WireRequest> _requests = new();
    private readonly Func<WireRequest, WireAnswer> _answer;
    private readonly HttpListener _listener;
    private readonly Task _serving;

    public LoopbackServer(Func<WireRequest, WireAnswer> answer)
    {
        _answer = answer;
        (_listener, Url) = Listen();
        _serving = ServeAsync();
    }

    public string Url { get; }

    /// <summary>The requests so far, in the order of their arrival.</summary>
    public IReadOnlyList<WireRequest> Requests => [.. _requests];

    public void Dispose()
    {
        _listener.Close();
        _serving.GetAwaiter().GetResult();
    }

    // Another process may take the port between finding it free and listening on it.
    private static (HttpListener Listener, string Url) Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            var url = $"http://127.0.0.1:{FreePort.Find()}";
            var listener = new HttpListener();
            listener.Prefixes.Add(url + "/");
            try
            {
                listener.Start();
                return (listener, url);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            // Closed while waiting, or just before: the listener says one or the other.
            catch (Exception stopped) when (stopped is HttpListenerException or InvalidOperationException)
            {
                return;
            }

            await AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var request = await ReadAsync(context.Request);
        _requests.Enqueue(request);
        var answer = _answer(request);
        try
        {
            await WriteAsync(context.Response, answer);
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or InvalidOperationException)
        {
            // The client went away, or the test is over, before the answer was out.
        }
    }

    private static async Task WriteAsync(HttpListenerResponse response, WireAnswer answer)
    {
        var content = Encoding.UTF8.GetBytes(answer.Body);
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        response.ContentLength64 = content.Length;
        await response.OutputStream.WriteAsync(content);
        response.Close();
    }

    private static async Task<WireRequest> ReadAsync(HttpListenerRequest request)
    {
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        var headers = request.Headers.AllKeys.ToDictionary(name => name!, name => request.Headers[name]!, StringComparer.OrdinalIgnoreCase);
        return new WireRequest(request.HttpMethod, request.RawUrl!, headers, await reader.ReadToEndAsync());
    }
}
