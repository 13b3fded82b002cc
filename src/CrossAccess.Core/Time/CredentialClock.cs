namespace CrossAccess;

/// <summary>
/// The time by which credentials and sign-ins age: this machine's, and in a rehearsal the Sandbox's, which can be turned on.
/// AWS is asked by this machine's clock all the same: the SDK signs by it.
/// </summary>
internal sealed class CredentialClock : TimeProvider
{
    private volatile Func<DateTimeOffset>? _rehearsal;

    public static CredentialClock OfProcess { get; } = new();

    /// <param name="rehearsal">Tells the rehearsal's time, UTC; null goes back to this machine's.</param>
    public void Follow(Func<DateTimeOffset>? rehearsal) => _rehearsal = rehearsal;

    public override DateTimeOffset GetUtcNow() => _rehearsal?.Invoke() ?? base.GetUtcNow();
}
