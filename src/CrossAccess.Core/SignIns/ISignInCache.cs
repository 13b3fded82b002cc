namespace CrossAccess;

/// <summary>The sign-ins that AWS tools share on this machine. No request is sent.</summary>
internal interface ISignInCache
{
    /// <summary>The sign-in of that name, ended or not; null when there is none that can be read.</summary>
    SignInToken? Find(string sessionName);

    /// <summary>Every sign-in of the cache, ended or not. The names given are tried as names of sessions.</summary>
    IReadOnlyList<SignInToken> List(IEnumerable<string> names);

    /// <summary>The portal of an sso-session that the AWS configuration names; null when it names none.</summary>
    SignInRequest? FindConfigured(string sessionName);

    /// <summary>The file that a session's token lies in.</summary>
    string FileNameOf(string sessionName);

    /// <exception cref="ClientAccessException">SignInCacheUnusable.</exception>
    void Save(SignInToken token);

    /// <exception cref="ClientAccessException">SignInCacheUnusable.</exception>
    void Delete(SignInToken token);
}
