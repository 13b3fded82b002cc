namespace CrossAccess;

/// <summary>One chain under examination: whose way into which role, and what AWS will see of them.</summary>
/// <param name="Tier">Null where no inventory defines it.</param>
/// <param name="PrincipalName">Null where it is not known who is signed in.</param>
/// <param name="Remote">The credentials of the client's account that were named; they stand in commands to paste.</param>
internal sealed record AccessChain(RoleTarget Target, AccessTier? Tier, PrincipalType PrincipalType, string? PrincipalName, RemoteCredentials? Remote)
{
    public required EnteringCaller Caller { get; init; }

    /// <summary>AWS's own time when the chain was read (UTC): times in policies are judged by it.</summary>
    public required DateTimeOffset Now { get; init; }

    public string SetName => Target.PermissionSetName;

    public string Who => PrincipalName is null ? "whoever signs in" : $"{(PrincipalType == PrincipalType.Group ? "group " : "")}{Printable.Of(PrincipalName)}";

    /// <summary>What the caller passes as source identity, where it passes one.</summary>
    public string? SourceIdentity => UncertainText.IsKnown(Caller.SessionName)
        ? RoleSessionName.SourceIdentityOf(HomeCaller.SignedIn(Caller.SessionName, SetName))
        : Caller.SessionName;

    public RequestKeys Keys(string? sourceIdentity) => KeysOf(Caller, sourceIdentity);

    public RequestKeys KeysOf(EnteringCaller caller, string? sourceIdentity) => caller.Keys(Target.AccountId, Target.Role.ExternalId, sourceIdentity, Now);

    public ClientAccessLink ToResult(Finding finding) => new()
    {
        Client = Target.Client,
        AccountId = Target.AccountId,
        AccountName = Target.AccountName,
        Tier = Target.Tier,
        PermissionSetName = SetName,
        PrincipalType = PrincipalType,
        PrincipalName = PrincipalName,
        Link = finding.Link,
        Result = finding.Result,
        Reason = finding.Reason,
        Fix = finding.Fix,
    };
}
