using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.IdentityCenter;
using CrossAccess.Sandbox.Portal;

namespace CrossAccess.Sandbox.Files;

/// <summary>
/// Keeps a profile user@PermissionSet for everyone who is assigned in the home account, as if that user had signed in; it goes
/// when the assignment goes.
/// </summary>
internal sealed class SessionProfiles(ProfileFiles files, PortalSessions portal, IdentityCenterInstance instance, string homeAccountId)
{
    public void Refresh(AssignmentKey key)
    {
        if (key.AccountId != homeAccountId)
            return;
        foreach (SandboxUser user in instance.Directory.UsersBehind(key.PrincipalType, key.PrincipalId).ToList())
            Refresh(user, instance.Find(key.PermissionSetArn)!);
    }

    /// <summary>After the user's groups have changed, over all that the groups are assigned.</summary>
    public void Refresh(SandboxUser user, IEnumerable<string> principalIds)
    {
        foreach (AssignmentKey key in principalIds.SelectMany(instance.AssignmentsOf).Where(key => key.AccountId == homeAccountId).ToList())
            Refresh(user, instance.Find(key.PermissionSetArn)!);
    }

    private void Refresh(SandboxUser user, PermissionSet set)
    {
        string name = $"{user.UserName}@{set.Name}";
        bool stands = instance.Directory.FindUser(user.UserId) is not null && instance.AccessOf(user.UserId, homeAccountId, set) is not null;
        if (!stands)
            files.Remove(name);
        else if (!files.Contains(name) && portal.RoleCredential(user, homeAccountId, set.Name) is Credential credential)
            files.Add([new Profile(name, credential.AccessKeyId, credential.SecretAccessKey, credential.SessionToken)]);
    }
}
