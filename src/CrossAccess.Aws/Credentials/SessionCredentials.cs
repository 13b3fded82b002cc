using Amazon.Runtime;

namespace CrossAccess.Aws;

/// <summary>A session's credentials, as the SDK asks for them before every request: renewed before they end.</summary>
/// <param name="renew">Resolves them again; null for keys in hand, which cannot be renewed.</param>
internal sealed class SessionCredentials(ResolvedCredentials first, Func<CancellationToken, Task<ResolvedCredentials>>? renew, TimeProvider time) : AWSCredentials, IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    // A source whose credentials always have less than that left is not asked at every request.
    private static readonly TimeSpan RenewAtMostEvery = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _renewing = new(1, 1);
    private State _state = new(first, RenewalOf(first.Credentials, DateTimeOffset.MinValue));

    public AwsCredentials Current => _state.Resolved.Credentials;

    public async Task<AwsCredentials> GetCurrentAsync(CancellationToken cancellation)
    {
        if (time.GetUtcNow() < _state.RenewAt) return Current;

        await _renewing.WaitAsync(cancellation);
        try
        {
            if (time.GetUtcNow() >= _state.RenewAt && renew is not null)
            {
                ResolvedCredentials renewed = await renew(cancellation);
                _state = new(renewed, RenewalOf(renewed.Credentials, time.GetUtcNow() + RenewAtMostEvery));
            }
        }
        finally
        {
            _renewing.Release();
        }

        return Expiry.Checked(_state.Resolved, time).Credentials;
    }

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        AwsCredentials current = await GetCurrentAsync(CancellationToken.None);
        return new ImmutableCredentials(current.AccessKeyId, current.SecretAccessKey, current.SessionToken);
    }

    public void Dispose() => _renewing.Dispose();

    private static DateTimeOffset RenewalOf(AwsCredentials credentials, DateTimeOffset earliest) => credentials.Expiration is { } expiration
        ? Later(expiration - RenewBefore, earliest)
        : DateTimeOffset.MaxValue;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    // One reference, so that a reader without the lock never sees new keys with the old time.
    private sealed record State(ResolvedCredentials Resolved, DateTimeOffset RenewAt);
}
