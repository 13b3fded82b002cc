using System.Collections.Concurrent;

namespace CrossAccess.Aws;

/// <summary>Lets requests pass at a steady rate after a burst, in the order in which they came (a token bucket).</summary>
internal sealed class RequestLimiter(int requestsPerSecond, int burst, TimeProvider time)
{
    // All of sso-admin allows an instance 20 requests a second: https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
    private const int IdentityCenterRequestsPerSecond = 20;

    // AWS counts as requests arrive, and they do not arrive as evenly as they are sent: a quarter of a second's worth is left for that.
    private const int IdentityCenterBurst = 15;

    private static readonly ConcurrentDictionary<string, RequestLimiter> ByInstance = new(StringComparer.Ordinal);

    private readonly object _gate = new();
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1) / requestsPerSecond;
    private DateTimeOffset _full = DateTimeOffset.MinValue;

    /// <summary>The limiter of an Identity Center instance: one for the whole process, as AWS counts.</summary>
    public static RequestLimiter OfInstance(string instanceArn) =>
        ByInstance.GetOrAdd(instanceArn, static _ => ForIdentityCenter(TimeProvider.System));

    internal static RequestLimiter ForIdentityCenter(TimeProvider time) => new(IdentityCenterRequestsPerSecond, IdentityCenterBurst, time);

    public Task WaitAsync(CancellationToken cancellation)
    {
        TimeSpan wait = TakeTurn();
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellation) : Task.CompletedTask;
    }

    // _full is when the bucket would be full again; the next request may pass a whole bucket's worth of time before that.
    private TimeSpan TakeTurn()
    {
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            _full = (_full > now ? _full : now) + _interval;
            return _full - now - (_interval * burst);
        }
    }
}
