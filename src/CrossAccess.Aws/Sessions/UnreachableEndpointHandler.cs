namespace CrossAccess.Aws;

/// <summary>
/// Ends a request whose host cannot be reached after one more attempt: the SDK would go on for as long as for a throttled one.
/// </summary>
internal sealed class UnreachableEndpointHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception) when (WasNeverSent(exception))
        {
            await Task.Delay(Pause, cancellationToken);
        }

        try
        {
            return await base.SendAsync(request, cancellationToken);
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
