namespace CrossAccess;

/// <summary>The commands that mend a chain, as an admin of the provider would type them.</summary>
internal sealed class Remedies(AccessChain chain)
{
    private RoleTarget Target => chain.Target;

    public string Grant => $"Grant-ClientAccess {Target.Client} -Tier {Target.Tier} {SetNameWhereOwn}{Principal}";

    /// <summary>Lets a user in again whose access for a time has ended.</summary>
    public string GrantAgain => $"{Grant} -Duration 8:00";

    /// <summary>Makes the permission set, or what of it is not as it should be, and provisions it.</summary>
    public string PermissionSet => $"New-ClientPermissionSet {Target.Client} -AccountId {Target.AccountId} -Tier {Target.Tier}{(SetNameWhereOwn.Length > 0 ? " " + SetNameWhereOwn.TrimEnd() : "")}";

    /// <summary>Lets a user go on whom home denies everything.</summary>
    public string Lift => $"Revoke-ClientAccess {Principal} -Lift";

    public string PermissionSetAndGrant => $"{PermissionSet} | Grant-ClientAccess {Principal}";

    /// <summary>The same test, by an admin.</summary>
    public string AskAdmin => $"Test-ClientAccess {Target.Client} -Account {Target.AccountId} -Tier {Target.Tier} {Principal}";

    /// <summary>The same test with credentials of the client's account.</summary>
    public string ReadAccount => $"{AskAdmin} {RemoteParameters}";

    /// <summary>The same test, by the user.</summary>
    public string AskUser => $"Test-ClientAccess {Target.Client} -Account {Target.AccountId} -Tier {Target.Tier}";

    public string Role => $"New-RemoteAccessRole {Target.Client} {Target.AccountId} -Tier {Target.Tier} {RemoteParameters}{ExternalId(Target.Role.ExternalId)}";

    /// <summary>The role made as it should be, with what it was made with besides.</summary>
    public string RoleAsMade(RoleTraits traits, string? externalId) =>
        $"New-RemoteAccessRole {Target.Client} {Target.AccountId} -Tier {Target.Tier} {RemoteParameters}{traits.Parameters}{ExternalId(externalId)}";

    private string Principal => chain.PrincipalName is null ? "-User <user name>" : $"-{chain.PrincipalType} {PowerShellText.Argument(chain.PrincipalName)}";

    private string SetNameWhereOwn => chain.SetName == Target.Client + Target.Tier ? "" : $"-PermissionSetName {PowerShellText.Argument(chain.SetName)} ";

    private string RemoteParameters => chain.Remote switch
    {
        RemoteCredentials.Direct { Source: CredentialSource.Profile profile } => $"-ProfileName {PowerShellText.Argument(profile.Name)}",
        RemoteCredentials.Direct { Source: CredentialSource.Keys } => $"-Credential <keys of account {Target.AccountId}>",
        RemoteCredentials.ThroughRole through => $"-ThroughRole {PowerShellText.Argument(through.ArnOrName)}",
        RemoteCredentials.Via via => $"-Via {PowerShellText.Argument(via.Tier)}",
        _ => $"-ProfileName <a profile of account {Target.AccountId}>",
    };

    private static string ExternalId(string? externalId) => externalId is null ? "" : $" -ExternalId {PowerShellText.Argument(externalId)}";
}
