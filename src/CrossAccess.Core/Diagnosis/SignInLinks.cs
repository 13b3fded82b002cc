namespace CrossAccess;

/// <summary>Judges with what the door was tried, where it was.</summary>
internal sealed class SignInLinks(AccessChain chain, ChainFindings findings)
{
    /// <summary>Somebody else's chain is read, not tried.</summary>
    public void JudgeReader(HomeFacts facts) => findings.Pass(AccessLink.SignIn, $"Read with {facts.Source}.");

    public void Judge(EntryAttempt attempt)
    {
        if (attempt.NotOpened is { Error: ClientAccessError.AccessNotGranted })
            findings.Pass(AccessLink.SignIn, $"{Sentence.Beginning(chain.Who)} is signed in to Identity Center.");
        else if (attempt.NotOpened is { } refusal)
            findings.Fail(AccessLink.SignIn, refusal.Message, refusal.RecommendedAction);
        else if (attempt.Entrance is { } entrance && !IsOfSet(entrance))
            findings.Fail(AccessLink.SignIn, $"{Sentence.Beginning(entrance.Home.Source)} is {entrance.Caller.Description}: no session of permission set {chain.SetName}, by which the role is entered.", "Connect-CrossAccess");
        else
            findings.Pass(AccessLink.SignIn, $"{Sentence.Beginning(chain.Who)} asks with {attempt.Entrance!.Home.Source}.");
    }

    /// <summary>Whether a way in is a session of the permission set by which the role is entered.</summary>
    public static bool IsOfSet(RoleEntrance entrance) => entrance.Caller.PermissionSetName == entrance.Target.PermissionSetName;

    /// <summary>The portal gave no session of the set, and nobody else can be asked.</summary>
    public void JudgeByPortal(EntryAttempt attempt, Remedies remedies)
    {
        findings.Pass(AccessLink.Principal, $"{Sentence.Beginning(chain.Who)} is signed in.");
        findings.Fail(AccessLink.Assignment, attempt.NotOpened!.Message, remedies.Grant);
        var admin = new Obstacle("Not known, because Assignment does not hold. An admin of Identity Center sees it.", remedies.AskAdmin);
        foreach (AccessLink link in new[] { AccessLink.PermissionSet, AccessLink.Provisioning, AccessLink.PermissionSetPolicy, AccessLink.Deny }) findings.Unknown(link, admin);
    }

    /// <summary>Nobody can be asked about home.</summary>
    public void JudgeHomeUnread(Remedies remedies)
    {
        var admin = new Obstacle("Not known, because SignIn does not hold. An admin of Identity Center sees it.", remedies.AskAdmin);
        foreach (AccessLink link in new[] { AccessLink.Principal, AccessLink.PermissionSet, AccessLink.Assignment, AccessLink.Provisioning, AccessLink.PermissionSetPolicy, AccessLink.Deny }) findings.Unknown(link, admin);
    }
}
