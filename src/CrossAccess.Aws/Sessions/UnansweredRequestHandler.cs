namespace CrossAccess.Aws;

/// <summary>
/// Ends a request that nobody answers: one whose host cannot be reached, after one more attempt, and one that takes too long.
/// The SDK would go on for as long as with a throttled one, which is minutes.
/// </summary>
internal sealed class UnansweredRequestHandler(HttpMessageHandler inner, TimeProvider time) : DelegatingHandler(inner)
{
    internal static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    internal static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            HttpResponseMessage response = await SendTwiceAsync(request, ending.Token);
            // AWS's answers are short; one that stops half-way must not outlast the timeout.
            await response.Content.LoadIntoBufferAsync().WaitAsync(ending.Token);
            return response;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw AwsErrors.Unanswered(request.RequestUri?.Authority, Timeout, exception);
        }
    }

    private async Task<HttpResponseMessage> SendTwiceAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await base.SendAsync(request, cancellation);
        }
        catch (HttpRequestException exception) when (WasNeverSent(exception))
        {
            await Task.Delay(Pause, time, cancellation);
        }

        try
        {
            return await base.SendAsync(request, cancellation);
        }
        catch (HttpRequestException exception) when (WasNeverSent(exception))
        {
            throw AwsErrors.Unreachable(request.RequestUri?.Authority, exception);
        }
    }

    private static bool WasNeverSent(HttpRequestException exception) => exception.HttpRequestError
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;
}
