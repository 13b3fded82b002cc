namespace CrossAccess;

/// <summary>
/// Keeps an entered role alive: whoever asks gets a session with more than 15 minutes left, for which the chain is walked anew
/// when it must be. It is walked for those who ask and at no other time, so that an idle shell asks nothing of AWS.
/// </summary>
/// <param name="walk">Enters the role again, for so long; null: as long as AWS gives unasked.</param>
/// <param name="until">When it shall end, UTC; null: as long as it can be entered.</param>
internal sealed class SessionRenewal(RoleSession session, Func<TimeSpan?, CancellationToken, Task<RoleSession>> walk, DateTimeOffset? until, TimeProvider time) : IDisposable
{
    /// <summary>The least that AWS gives, and the most that one chained session may last.</summary>
    public static readonly TimeSpan ShortestWalk = TimeSpan.FromMinutes(15), LongestWalk = TimeSpan.FromHours(1);

    // AWS SDKs come back for new credentials in the last 15 minutes: what they get must not be in its own.
    private static readonly TimeSpan LeastServed = TimeSpan.FromMinutes(15);

    // From here on it is walked while the standing session is still served, so that nobody waits.
    private static readonly TimeSpan WalkAhead = TimeSpan.FromMinutes(20);

    // botocore gives an endpoint two seconds. While the standing session lives, it is better than none.
    private static readonly TimeSpan PatienceWhileAlive = TimeSpan.FromSeconds(1.5);

    // botocore asks three times, a second apart: one walk is its answer.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(3);

    private readonly object _gate = new();
    private readonly CancellationTokenSource _ending = new();
    private RoleSession _current = session;
    private Task<RoleSession>? _walk;
    private DateTimeOffset _failedAt = DateTimeOffset.MinValue;

    /// <summary>The session of the last walk, whether or not it still lives.</summary>
    public RoleSession Current
    {
        get { lock (_gate) return _current; }
    }

    /// <summary>Why the last walk failed; null when it did not.</summary>
    public ClientAccessException? Failure { get; private set; }

    public DateTimeOffset? Until => until;

    /// <summary>A session to act with.</summary>
    /// <exception cref="ClientAccessException">There is none any more: why the role cannot be entered again.</exception>
    public async Task<RoleSession> GetAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        RoleSession current = Current;
        TimeSpan left = current.Expiration - now;
        if (until <= now) throw Ended(current);
        if (left > WalkAhead || (left > TimeSpan.Zero && LastsToTheEnd(current))) return current;

        Task<RoleSession> walking = JoinWalk(now);
        if (left > LeastServed) return current;
        if (left <= TimeSpan.Zero) return await walking.WaitAsync(cancellation).ConfigureAwait(false);

        await Task.WhenAny(walking, Task.Delay(PatienceWhileAlive, time, cancellation)).ConfigureAwait(false);
        return walking.IsCompletedSuccessfully ? walking.Result : current;
    }

    public void Dispose()
    {
        if (_ending.IsCancellationRequested) return;
        _ending.Cancel();
        _ending.Dispose();
    }

    // Those who come while it is walked, and those who come just after it failed, share the answer.
    private Task<RoleSession> JoinWalk(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_walk is { IsCompleted: false } || (_walk is { IsFaulted: true } && now - _failedAt < PauseAfterFailure)) return _walk;
            CancellationToken ending = _ending.Token;
            return _walk = Task.Run(() => WalkAsync(now, ending), CancellationToken.None);
        }
    }

    private async Task<RoleSession> WalkAsync(DateTimeOffset now, CancellationToken ending)
    {
        try
        {
            RoleSession renewed = await walk(DurationAt(now), ending).ConfigureAwait(false);
            lock (_gate)
            {
                _current = renewed;
                Failure = null;
            }
            return renewed;
        }
        catch (Exception e)
        {
            ClientAccessException failure = e switch
            {
                ClientAccessException known => known,
                OperationCanceledException => new ClientAccessException(ClientAccessError.RequestTimedOut, $"AWS did not answer in time when {Current} was entered again.", e),
                _ => new ClientAccessException(ClientAccessError.UnexpectedFailure, $"Entering {Current} again failed ({e.GetType().Name}): {e.Message}", e),
            };
            lock (_gate)
            {
                _failedAt = time.GetUtcNow();
                Failure = failure;
            }
            throw failure;
        }
    }

    private TimeSpan? DurationAt(DateTimeOffset now)
    {
        if (until is not { } end) return null;
        TimeSpan rest = end - now;
        return rest > LongestWalk ? LongestWalk : rest < ShortestWalk ? ShortestWalk : rest;
    }

    // Where the access itself ends, entering again gives no longer session, and after its end none.
    private bool LastsToTheEnd(RoleSession session) =>
        LastsTo(session, until) || LastsTo(session, session.AccessEnds);

    private static bool LastsTo(RoleSession session, DateTimeOffset? end) => session.Expiration >= end - TimeSpan.FromMinutes(1);

    private static ClientAccessException Ended(RoleSession session) =>
        new(ClientAccessError.CredentialsExpired, $"The session of {session} has ended as -Duration said.")
        {
            RecommendedAction = $"Type: Exit-ClientRole; Enter-ClientRole {session.Client} -Tier {session.Tier} -AutoRefresh",
        };
}
