using System.Collections.Concurrent;

namespace CrossAccess;

/// <summary>The role sessions that this process has entered from sign-ins, in memory alone: entering again asks AWS nothing while they last.</summary>
internal sealed class RoleSessionCache
{
    // Enough for a command or two before the end.
    private static readonly TimeSpan LeastLeft = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<RoleSessionKey, RoleSession> _sessions = new();

    public static RoleSessionCache OfProcess { get; } = new();

    public RoleSession? Find(RoleSessionKey key, DateTimeOffset now) =>
        _sessions.TryGetValue(key, out RoleSession? session) && session.Expiration - now > LeastLeft ? session : null;

    public void Keep(RoleSessionKey key, RoleSession session) => _sessions[key] = session;

    /// <summary>Forgets everything that was entered from a sign-in.</summary>
    public void Forget(string signInFile)
    {
        foreach (RoleSessionKey key in _sessions.Keys.Where(key => key.SignInFile == signInFile)) _sessions.TryRemove(key, out _);
    }

    /// <summary>Forgets the sessions of a role, which AWS denies everything from now on.</summary>
    public void ForgetRole(string roleArn)
    {
        foreach (RoleSessionKey key in _sessions.Where(held => held.Value.RoleArn == roleArn).Select(held => held.Key)) _sessions.TryRemove(key, out _);
    }
}
