namespace CrossAccess.Sandbox.Tests.Clients;

/// <summary>A clock that stands until it is turned.</summary>
internal sealed class TurnableClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Turn(TimeSpan by) => _now += by;
}
