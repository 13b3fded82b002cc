namespace CrossAccess;

/// <summary>Credentials that were given to a cmdlet: keys, or an object that hands them out. Shows none of them.</summary>
public sealed class GivenCredentials
{
    private readonly Func<AwsCredentials> _read;

    internal GivenCredentials(Func<AwsCredentials> read) => _read = read;

    /// <summary>Reads the keys. An object that refreshes its own is asked anew each time, which may take a request.</summary>
    /// <exception cref="ClientAccessException">CredentialsInvalid: the object has no keys.</exception>
    internal AwsCredentials Read() => _read();

    /// <summary>Never the keys.</summary>
    public override string ToString() => "given credentials";
}
