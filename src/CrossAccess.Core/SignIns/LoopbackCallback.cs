using System.Net;

namespace CrossAccess;

/// <summary>
/// Waits on the loopback address for the browser to come back with a code (RFC 8252 §7.3). It answers one page and knows no
/// other path.
/// </summary>
internal sealed class LoopbackCallback : IDisposable
{
    public const string Path = "/oauth/callback";

    private readonly LoopbackListener _listener;
    private readonly TaskCompletionSource<IReadOnlyDictionary<string, string>> _came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<IReadOnlyDictionary<string, string>, string?> _refusal = _ => null;

    public LoopbackCallback() => _listener = new LoopbackListener((request, _) => Task.FromResult(Answer(request)));

    public string RedirectUri => $"http://{_listener.Authority}{Path}";

    /// <summary>The query that the browser brought.</summary>
    /// <param name="refusal">What is wrong with a query, in words for the page; null when nothing is.</param>
    public async Task<IReadOnlyDictionary<string, string>> WaitAsync(Func<IReadOnlyDictionary<string, string>, string?> refusal, CancellationToken cancellation)
    {
        _refusal = refusal;
        _listener.Start();
        return await _came.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    public void Dispose() => _listener.Dispose();

    private LoopbackAnswer Answer(LoopbackRequest? request)
    {
        if (request is not { Method: "GET" } || QueryOf(request.Target) is not { } query)
            return LoopbackPage.Of("404 Not Found", "Nothing is here", "This address only brings a sign-in back to PowerShell.");

        LoopbackAnswer page = _refusal(query) is { } wrong
            ? LoopbackPage.Of("400 Bad Request", "You are not signed in", wrong)
            : LoopbackPage.Of("200 OK", "You can close this page", "Your approval has reached PowerShell. Go on there.");
        return page with { Sent = () => _came.TrySetResult(query) };
    }

    private static Dictionary<string, string>? QueryOf(string target)
    {
        string[] parts = target.Split('?', 2);
        if (parts is not [Path, var query]) return null;

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string field in query.Split('&'))
        {
            string[] pair = field.Split('=', 2);
            fields[WebUtility.UrlDecode(pair[0])] = pair.Length == 2 ? WebUtility.UrlDecode(pair[1]) : "";
        }
        return fields;
    }
}
