using System.Security.Cryptography;
using System.Text;

namespace CrossAccess;

/// <summary>
/// Hands a secret address to the browser of this machine. A browser is started by a command line, which every user of a machine
/// may read and which some systems cut: it is given a loopback address instead, good for one visit, that leads on. AWS recommends
/// a redirect for this: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
/// </summary>
internal sealed class OneTimeRedirect : IDisposable
{
    private readonly LoopbackListener _listener;
    private readonly TaskCompletionSource _visited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _path = "/" + RandomNumberGenerator.GetHexString(48, lowercase: true);
    private readonly Uri _secret;
    private int _visits;

    public OneTimeRedirect(Uri secret)
    {
        _secret = secret;
        _listener = new LoopbackListener((request, _) => Task.FromResult(Answer(request)));
        Page = new Uri($"http://{_listener.Authority}{_path}");
        _listener.Start();
    }

    /// <summary>What the browser is to open.</summary>
    public Uri Page { get; }

    /// <summary>Ends when the browser has been sent on.</summary>
    public Task WaitAsync(CancellationToken cancellation) => _visited.Task.WaitAsync(cancellation);

    public void Dispose() => _listener.Dispose();

    private LoopbackAnswer Answer(LoopbackRequest? request)
    {
        if (request is not { Method: "GET" } || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(request.Target), Encoding.ASCII.GetBytes(_path)))
            return LoopbackPage.Of("404 Not Found", "Nothing is here", "This address only leads a browser on to a console.");
        if (Interlocked.Increment(ref _visits) > 1)
            return LoopbackPage.Of("410 Gone", "This page was shown already", "It is good for one visit. Type the command again.");
        return LoopbackPage.Of("302 Found", "On to the console", "Your browser should have gone on by itself.", $"Location: {_secret.AbsoluteUri}") with { Sent = () => _visited.TrySetResult() };
    }
}
