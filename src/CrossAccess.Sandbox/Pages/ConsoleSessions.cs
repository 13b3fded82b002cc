using CrossAccess.Sandbox.Accounts;

namespace CrossAccess.Sandbox.Pages;

/// <summary>The console's sign-in tokens, good for a quarter of an hour, and the browsers that are signed in by them.</summary>
internal sealed class ConsoleSessions(Cloud cloud)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);
    private readonly Dictionary<string, (ConsoleSession Session, DateTimeOffset Expiration)> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConsoleSession> _browsers = new(StringComparer.Ordinal);

    public DateTimeOffset Now => cloud.Now;

    public Credential? FindCredential(string accessKeyId) => cloud.FindCredential(accessKeyId);

    public string IssueToken(ConsoleSession session)
    {
        string token = RandomNames.SessionToken().Replace('+', '-').Replace('/', '_').TrimEnd('=');
        _tokens.Add(token, (session, cloud.Now + TokenLife));
        return token;
    }

    /// <summary>The session that the token opens, or null when it is not known or too old.</summary>
    public ConsoleSession? Redeem(string? token)
        => token is not null && _tokens.TryGetValue(token, out (ConsoleSession Session, DateTimeOffset Expiration) held) && held.Expiration > cloud.Now && held.Session.Expiration > cloud.Now
            ? held.Session
            : null;

    public string Open(ConsoleSession session)
    {
        string browser = RandomNames.HexDigits(48);
        _browsers.Add(browser, session);
        return browser;
    }

    public ConsoleSession? Find(string? browser)
        => browser is not null && _browsers.TryGetValue(browser, out ConsoleSession? session) && session.Expiration > cloud.Now ? session : null;
}
