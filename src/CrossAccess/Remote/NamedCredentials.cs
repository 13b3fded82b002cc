namespace CrossAccess.Commands;

/// <summary>The parameters by which every cmdlet that reaches into a client's account is told how.</summary>
internal static class NamedCredentials
{
    /// <summary>What is named; null where nothing is.</summary>
    /// <exception cref="ClientAccessException">RequestRejected when several are named.</exception>
    public static RemoteCredentials? Of(Provider provider, string? profileName, GivenCredentials? credential, string? throughRole, string? via)
    {
        RemoteCredentials?[] named =
        [
            profileName is null ? null : new RemoteCredentials.Direct(provider.ProfileNamed(profileName)),
            credential is null ? null : new RemoteCredentials.Direct(new CredentialSource.Keys(credential.Read())),
            throughRole is null ? null : new RemoteCredentials.ThroughRole(throughRole),
            via is null ? null : new RemoteCredentials.Via(via),
        ];
        return named.OfType<RemoteCredentials>().ToArray() switch
        {
            [] => null,
            [var only] => only,
            _ => throw new ClientAccessException(ClientAccessError.RequestRejected, "Name the account's credentials in one way: -ProfileName, -Credential, -ThroughRole or -Via."),
        };
    }
}
