namespace CrossAccess.Expiry.Tests;

/// <summary>A clock that stands at a whole second; the Sandbox turns it ahead.</summary>
internal sealed class StandingClock : TimeProvider
{
    private readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    public override DateTimeOffset GetUtcNow() => _now;
}
