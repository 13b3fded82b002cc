using CrossAccess.Sandbox.Services;

namespace CrossAccess.Sandbox.Portal;

/// <summary>A device that waits to be approved by a user.</summary>
internal sealed class DeviceAuthorization(string deviceCode, string userCode, RegisteredClient client, DateTimeOffset expiration)
{
    /// <summary>How long a device waits between two polls.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private DateTimeOffset? _lastPoll;

    public string DeviceCode { get; } = deviceCode;
    public string UserCode { get; } = userCode;
    public RegisteredClient Client { get; } = client;
    public DateTimeOffset Expiration { get; } = expiration;
    public SandboxUser? ApprovedBy { get; set; }
    public bool IsDenied { get; set; }

    public bool Waits(DateTimeOffset now) => Expiration > now && ApprovedBy is null && !IsDenied;

    /// <summary>The user who approved (https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html).</summary>
    public SandboxUser Poll(DateTimeOffset now)
    {
        if (Expiration <= now)
            throw new ServiceError("ExpiredTokenException", "The device code has expired.");
        if (IsDenied)
            throw new ServiceError("AccessDeniedException", "The user has denied the device.");
        if (ApprovedBy is not null)
            return ApprovedBy;
        // Timers are not exact: only one that comes twice as fast as it was told to is too fast.
        bool tooFast = _lastPoll + (Interval / 2) > now;
        _lastPoll = now;
        throw tooFast
            ? new ServiceError("SlowDownException", "The device polls faster than it was told to.")
            : new ServiceError("AuthorizationPendingException", "The device has not been approved yet.");
    }
}
