namespace CrossAccess.Aws;

/// <summary>Opens AWS with the SDK. The module makes one by name, in the load context in which the SDK lies.</summary>
internal sealed class AwsConnector : IAwsConnector
{
    private readonly TimeProvider _time;

    public AwsConnector() : this(TimeProvider.System)
    {
    }

    internal AwsConnector(TimeProvider time) => _time = time;

    public async Task<IAwsSession> ConnectAsync(CredentialSource source, string? region, CancellationToken cancellation)
    {
        AwsSettings settings = AwsSettings.Load(source, region);
        ResolvedCredentials resolved = await new CredentialResolver(settings, _time).ResolveAsync(source, cancellation);
        Func<CancellationToken, Task<ResolvedCredentials>>? renew = source is CredentialSource.Keys
            ? null
            // The files are read again: a sign-in or a key may have been renewed there.
            : stop => new CredentialResolver(AwsSettings.Load(source, region), _time).ResolveAsync(source, stop);
        return new AwsSession(settings, new SessionCredentials(resolved, renew, _time), resolved.Source);
    }

    public IReadOnlyList<string> ListProfiles() => AwsConfiguration.Load(new AwsEnvironment(null)).ProfileNames;
}
