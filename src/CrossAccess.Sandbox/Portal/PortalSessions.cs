using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.IdentityCenter;

namespace CrossAccess.Sandbox.Portal;

/// <summary>Who is signed in at the access portal, and the role credentials that the portal hands out.</summary>
internal sealed class PortalSessions(Cloud cloud, IdentityCenterInstance instance)
{
    /// <summary>How long a session lasts after signing in.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(8);
    private static readonly TimeSpan SessionsAfterDisabling = TimeSpan.FromHours(1);
    private readonly Dictionary<string, (PortalSession Session, DateTimeOffset Expiration)> _tokens = new(StringComparer.Ordinal);

    public PortalSession Begin(SandboxUser user) => new(user.UserId, cloud.Now + Life);

    /// <summary>A bearer token that is good for its own life, but no longer than the session.</summary>
    public string Issue(PortalSession session, TimeSpan life)
    {
        string token = "aoa" + RandomNames.SecretKey().Replace('/', '_').Replace('+', '-') + RandomNames.HexDigits(40);
        DateTimeOffset end = cloud.Now + life;
        _tokens.Add(token, (session, end < session.Expiration ? end : session.Expiration));
        return token;
    }

    public SandboxUser? UserOf(string token)
        => _tokens.TryGetValue(token, out (PortalSession Session, DateTimeOffset Expiration) held) && held.Expiration > cloud.Now ? UserOf(held.Session) : null;

    /// <summary>The session's user, or null when the session is over or the user is gone.</summary>
    public SandboxUser? UserOf(PortalSession session)
        => !session.IsEnded && session.Expiration > cloud.Now && instance.Directory.FindUser(session.UserId) is { } user && !IsShutOut(user) ? user : null;

    // https://docs.aws.amazon.com/singlesignon/latest/userguide/authconcept.html
    private bool IsShutOut(SandboxUser user) => user.DisabledAt + SessionsAfterDisabling <= cloud.Now;

    /// <summary>Signs the token's session out; false when the token is not known.</summary>
    public bool End(string token)
    {
        if (!_tokens.TryGetValue(token, out (PortalSession Session, DateTimeOffset Expiration) held) || held.Session.IsEnded)
            return false;
        held.Session.IsEnded = true;
        return true;
    }

    /// <summary>Keys of the user's session of the set's role in the account, or null when the user is not assigned there.</summary>
    public Credential? RoleCredential(SandboxUser user, string accountId, string permissionSetName)
    {
        if (instance.FindByName(permissionSetName) is not { } set || instance.AccessOf(user.UserId, accountId, set) is not { } access)
            return null;
        RoleSession session = new(user.UserName, cloud.Now) { IdentityStoreUserId = user.UserId };
        access.Role.LastUsedAt = cloud.Now;
        access.Role.LastUsedRegion = cloud.Region;
        return cloud.IssueSession(Caller.Of(cloud.Accounts[accountId], access.Role, session), access.SessionDuration);
    }

    /// <summary>The names of the sets that the user has, by account id.</summary>
    public ILookup<string, string> AccessOf(SandboxUser user)
        => instance.Directory.GroupsOf(user.UserId).Select(static group => group.Id).Prepend(user.UserId)
            .SelectMany(instance.AssignmentsOf)
            .Select(key => (key.AccountId, instance.Find(key.PermissionSetArn)!.Name))
            .Distinct()
            .OrderBy(static access => access.Name, StringComparer.Ordinal)
            .ToLookup(static access => access.AccountId, static access => access.Name);
}
