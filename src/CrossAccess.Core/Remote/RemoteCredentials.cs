namespace CrossAccess;

/// <summary>How a command reaches into a remote account.</summary>
internal abstract record RemoteCredentials
{
    private RemoteCredentials()
    {
    }

    /// <summary>Credentials of the remote account itself: a profile, keys, or whatever the environment says.</summary>
    public sealed record Direct(CredentialSource Source) : RemoteCredentials;

    /// <summary>A role of the remote account, by ARN or by name, assumed with the ambient credentials.</summary>
    public sealed record ThroughRole(string ArnOrName) : RemoteCredentials;

    /// <summary>The remote access role of a tier that stands already, assumed from home.</summary>
    public sealed record Via(string Tier) : RemoteCredentials;
}
