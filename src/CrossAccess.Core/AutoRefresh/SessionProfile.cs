namespace CrossAccess;

/// <summary>
/// A profile without credentials in copies of the user's AWS configuration, for as long as a role is entered. Named by the
/// environment it keeps every AWS tool from the credentials of the user's own profiles.
/// </summary>
internal sealed class SessionProfile(SessionConfiguration configuration, string name, string region, string configFile, string? credentialsFile) : IDisposable
{
    /// <summary>No other entry of this or another process has the same.</summary>
    public string Name => name;

    public string Region => region;

    public string ConfigFile => configFile;

    /// <summary>Null where the user's own will do.</summary>
    public string? CredentialsFile => credentialsFile;

    /// <summary>Takes the profile out, and the copies with the last, and gives the paths at which what was written into them meanwhile is kept.</summary>
    public IReadOnlyList<string> Delete() => configuration.Remove(this);

    public void Dispose() => Delete();
}
