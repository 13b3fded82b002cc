namespace CrossAccess;

/// <summary>Opens AWS with credentials. The one door through which the module reaches AWS.</summary>
internal interface IAwsConnector
{
    /// <summary>Resolves the credentials and opens a session with them. No request is sent but what resolving needs.</summary>
    /// <param name="region">The Region to use; null: the source's own.</param>
    /// <exception cref="ClientAccessException">CredentialsNotFound, ProfileNotFound, ProfileUnusable, CredentialsExpired, SignInRequired, AccessNotGranted.</exception>
    Task<IAwsSession> ConnectAsync(CredentialSource source, string? region, CancellationToken cancellation);

    /// <summary>The names of the profiles in the AWS configuration files; no request is sent.</summary>
    IReadOnlyList<string> ListProfiles();

    /// <summary>AWS's own time as its answers tell it, to the second; this process's until AWS has answered.</summary>
    TimeProvider Clock { get; }

    /// <summary>The sign-ins to Identity Center that AWS tools share on this machine.</summary>
    /// <param name="environment">Variables that stand in for the process's own, as for <see cref="CredentialSource.Ambient"/>.</param>
    ISignInCache OpenSignInCache(IReadOnlyDictionary<string, string?>? environment);

    /// <summary>Identity Center in a Region, as a user meets it.</summary>
    /// <param name="environment">Variables that stand in for the process's own, as for <see cref="CredentialSource.Ambient"/>.</param>
    IAccessPortal OpenPortal(string region, IReadOnlyDictionary<string, string?>? environment);

    /// <summary>The console's federation endpoint.</summary>
    /// <param name="environment">As for <see cref="OpenPortal"/>: what may name another endpoint.</param>
    IConsoleFederation OpenFederation(IReadOnlyDictionary<string, string?>? environment);
}
