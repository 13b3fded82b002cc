namespace CrossAccess;

/// <summary>Judges a chain by AWS letting the user in: then every link that bears it holds, and nothing more needs to be asked.</summary>
internal sealed class EnteredLinks(AccessChain chain, ChainFindings findings)
{
    private static readonly AccessLink[] OfSet = [AccessLink.PermissionSet, AccessLink.Assignment, AccessLink.Provisioning, AccessLink.PermissionSetPolicy, AccessLink.Deny];
    private static readonly AccessLink[] OfRole = [AccessLink.Role, AccessLink.Trust, AccessLink.ExternalId, AccessLink.TrustConditions];

    public void Judge(EntryAttempt attempt)
    {
        RoleEntrance entrance = attempt.Entrance!;
        string name = Printable.Of(entrance.Caller.Name);
        findings.Pass(AccessLink.SignIn, $"{name} asks with {entrance.Home.Source}.");
        findings.Pass(AccessLink.Principal, $"AWS knows {name} as {entrance.Caller.Description}.");
        foreach (AccessLink link in OfSet)
        {
            if (SignInLinks.IsOfSet(entrance)) findings.Pass(link, $"AWS let {name} in by {chain.SetName}.");
            else findings.Unknown(link, $"Not asked: {name} gets in without permission set {chain.SetName}.");
        }
        foreach (AccessLink link in OfRole) findings.Pass(link, $"AWS let {name} in.");
        findings.Pass(AccessLink.SourceIdentity, attempt.SourceIdentity is { } identity
            ? $"CloudTrail in the client's account names {Printable.Of(identity)} by source identity."
            : "Entered without a source identity: CloudTrail names the user by the session's name alone.");
        findings.Pass(AccessLink.Chaining, entrance.Caller.IsRoleSession ? "A session from Identity Center lasts an hour at most, whatever the role allows." : "These credentials are no role's session, so the role's own limit holds.");
        findings.Pass(AccessLink.Entry, $"AWS let {name} in: nothing forbids it, an organization's policy neither.");
    }
}
