using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.IdentityCenter;

namespace CrossAccess.Sandbox.Portal;

/// <summary>Who is signed in at the access portal, and the role credentials that the portal hands out.</summary>
internal sealed class PortalSessions(Cloud cloud, IdentityCenterInstance instance)
{
    /// <summary>How long a portal token is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(8);
    private readonly Dictionary<string, (string UserId, DateTimeOffset Expiration)> _tokens = new(StringComparer.Ordinal);

    public string Issue(SandboxUser user)
    {
        string token = "aoa" + RandomNames.SecretKey().Replace('/', '_').Replace('+', '-') + RandomNames.HexDigits(40);
        _tokens.Add(token, (user.UserId, cloud.Now + Life));
        return token;
    }

    public SandboxUser? UserOf(string token)
        => _tokens.TryGetValue(token, out (string UserId, DateTimeOffset Expiration) session) && session.Expiration > cloud.Now
            ? instance.Directory.FindUser(session.UserId)
            : null;

    public bool End(string token) => _tokens.Remove(token);

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
