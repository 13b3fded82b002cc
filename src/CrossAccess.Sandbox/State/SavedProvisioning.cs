using CrossAccess.Sandbox.Accounts;
using CrossAccess.Sandbox.IdentityCenter;

namespace CrossAccess.Sandbox.State;

/// <summary>A permission set in one account, at rest; the role is among the account's.</summary>
internal sealed record SavedProvisioning(string AccountId, string RoleName, int Revision, TimeSpan SessionDuration, IReadOnlyList<SavedPrincipal> Assignments)
{
    public static SavedProvisioning Of(string accountId, ProvisionedSet provisioned) => new(
        accountId,
        provisioned.Role.Name,
        provisioned.Revision,
        provisioned.SessionDuration,
        [.. provisioned.Assignments.Select(static key => new SavedPrincipal(key.PrincipalType, key.PrincipalId))]);

    public ProvisionedSet Restore(PermissionSet set, Cloud cloud)
    {
        ProvisionedSet provisioned = new(cloud.Accounts[AccountId].Roles[RoleName]) { Revision = Revision, SessionDuration = SessionDuration };
        provisioned.Assignments.AddRange(Assignments.Select(principal => new AssignmentKey(AccountId, set.Arn, principal.Type, principal.Id)));
        return provisioned;
    }
}
