using CrossAccess.Sandbox.Accounts;

namespace CrossAccess.Sandbox.IdentityCenter;

/// <summary>A permission set in one account: its role there, as of the revision that was last provisioned, and who is assigned.</summary>
internal sealed class ProvisionedSet(IamRole role)
{
    public IamRole Role { get; } = role;
    public int Revision { get; set; }
    public TimeSpan SessionDuration { get; set; }
    public List<AssignmentKey> Assignments { get; } = [];
}
