namespace CrossAccess.Aws;

/// <summary>Reads the time off every answer.</summary>
internal sealed class AwsClockHandler(HttpMessageHandler inner, AwsClock clock) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        DateTimeOffset sent = clock.MachineNow;
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.Date is { } told) clock.Set(told, sent);
        return response;
    }
}
