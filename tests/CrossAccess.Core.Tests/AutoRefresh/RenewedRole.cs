namespace CrossAccess.Core.Tests;

/// <summary>A role that is entered again whenever it must be, by a clock that the test turns; each walk gives an hour.</summary>
internal sealed class RenewedRole : IDisposable
{
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private int _walks;

    private readonly DateTimeOffset? _accessEnds;

    /// <param name="access">How long the access lasts; null: no end is known.</param>
    public RenewedRole(TimeSpan? duration = null, TimeSpan? access = null)
    {
        _accessEnds = Time.GetUtcNow() + access;
        Renewal = new SessionRenewal(Session(Hour), (length, token) => WalkAsync(length, token), Time.GetUtcNow() + duration, Time);
    }

    public ManualTime Time { get; } = new();

    public SessionRenewal Renewal { get; }

    /// <summary>How long each walk was asked for.</summary>
    public List<TimeSpan?> Asked { get; } = [];

    /// <summary>Fails the walks while it is set.</summary>
    public ClientAccessException? Refusal { get; set; }

    /// <summary>Holds the walks up until it has ended.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>The key that whoever asks is given: 0 is the first session's.</summary>
    public async Task<string> KeyAsync() => (await Renewal.GetAsync(TestContext.Current.CancellationToken)).Credentials.AccessKeyId;

    public void Dispose() => Renewal.Dispose();

    private async Task<RoleSession> WalkAsync(TimeSpan? length, CancellationToken cancellation)
    {
        lock (Asked) Asked.Add(length);
        int walk = Interlocked.Increment(ref _walks);
        await Gate.WaitAsync(cancellation);
        return Refusal is { } refusal ? throw refusal : Session(length ?? Hour, walk);
    }

    private RoleSession Session(TimeSpan length, int number = 0) =>
        new("Abc", FakeProvider.Remote, null, "ReadOnly", FakeProvider.RoleArnOfAbc, "eu-west-1", new AwsCredentials($"{number}", "the-secret", "the-token", Time.GetUtcNow() + length)) { RoleSessionName = "jane", AccessEnds = _accessEnds };
}
