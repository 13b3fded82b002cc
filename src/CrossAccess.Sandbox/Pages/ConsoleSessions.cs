using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.Events;
using CrossAccess.Sandbox.Services;
using CrossAccess.Sandbox.Tokens;

namespace CrossAccess.Sandbox.Pages;

/// <summary>The console's sign-in tokens, good for a quarter of an hour, and the browsers that are signed in by them.</summary>
internal sealed class ConsoleSessions(Cloud cloud, EventLog log)
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

    /// <summary>The session of another role, as whoever signed in may assume it; null when that is not allowed.</summary>
    public ConsoleSession? Switch(ConsoleSession session, string roleArn)
    {
        ConsoleSession signedIn = session.SignedIn ?? session;
        RoleRequest request = RoleRequest.Of(roleArn, signedIn.Caller);
        IamRole role;
        try
        {
            role = new RoleAdmission(cloud, signedIn.Caller, cloud.Region, request).Admit();
        }
        catch (ServiceError)
        {
            return null;
        }
        var switched = Caller.Of(cloud.Accounts[role.AccountId], role, new RoleSession(request.SessionName, cloud.Now) { IsChained = true, SourceIdentity = request.SourceIdentity });
        // The role's own limit or the rest of the session that it is switched from, whichever is less.
        TimeSpan life = new[] { TimeSpan.FromSeconds(role.MaxSessionDuration), signedIn.Expiration - cloud.Now }.Min();
        Credential credential = cloud.IssueSession(switched, life);
        return new ConsoleSession(switched, credential.AccessKeyId, credential.Expiration!.Value) { SignedIn = signedIn };
    }

    public void Record(string operation, Caller caller, string accessKeyId) => log.Add(new SandboxEvent
    {
        Time = cloud.Now,
        Service = "signin",
        Operation = operation,
        AccountId = caller.Account.Id,
        PrincipalArn = caller.Arn,
        SourceIdentity = caller.Session?.SourceIdentity,
        IsReadOnly = operation == "GetSigninToken",
        Region = "us-east-1",
        RequestId = RandomNames.Guid(),
        Caller = caller,
        AccessKeyId = accessKeyId,
    });
}
