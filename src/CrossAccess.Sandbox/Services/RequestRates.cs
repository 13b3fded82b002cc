using CrossAccess.Sandbox.Accounts;

namespace CrossAccess.Sandbox.Services;

/// <summary>
/// The request rates that AWS documents, each a bucket that holds one second's worth and refills by the Sandbox's clock.
/// IAM's own are not published (https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html,
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html,
/// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html).
/// </summary>
internal sealed class RequestRates(TimeProvider clock)
{
    private readonly Dictionary<string, (double Left, DateTimeOffset At)> _buckets = [];

    /// <exception cref="ServiceError">The rate is exceeded.</exception>
    public void Take(Service service, string operation, Caller? caller)
    {
        if (Limit(service.Model.Name, operation, caller) is not var (bucket, perSecond))
            return;
        lock (_buckets)
        {
            DateTimeOffset now = clock.GetUtcNow();
            (double left, DateTimeOffset at) = _buckets.GetValueOrDefault(bucket, (perSecond, now));
            left = Math.Min(perSecond, left + (now - at).TotalSeconds * perSecond);
            _buckets[bucket] = (left < 1 ? left : left - 1, now);
            if (left < 1)
                throw Throttling.For(service.Model.Protocol);
        }
    }

    private static (string Bucket, double PerSecond)? Limit(string service, string operation, Caller? caller) => (service, operation) switch
    {
        ("sso-admin", _) => ("sso-admin", 20),
        ("identitystore", _) => ($"identitystore:{operation}", 20),
        // Charged to the account that calls, and shared by all of its calls.
        ("sts", _) => ($"sts:{caller?.Account.Id}", 600),
        ("cloudtrail", "LookupEvents") => ($"LookupEvents:{caller?.Account.Id}", 2),
        ("sso-oidc", "RegisterClient") => ("sso-oidc:RegisterClient", 20),
        ("sso-oidc", _) => ($"sso-oidc:{operation}", 80),
        _ => null,
    };
}
