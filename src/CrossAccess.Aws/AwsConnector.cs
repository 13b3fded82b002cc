using Amazon;

namespace CrossAccess.Aws;

/// <summary>Opens AWS with the SDK. The module makes one by name, in the load context in which the SDK lies.</summary>
internal sealed class AwsConnector : IAwsConnector
{
    // The SDK reads the configuration files once more by itself, for settings that we give it all, and cannot be used for the
    // rest of the process when it dislikes a line of them. A file that does not exist is to its liking; AWS_CONFIG_FILE, though,
    // it reads whatever stands here, and AwsErrors says so.
    static AwsConnector() => AWSConfigs.AWSProfilesLocation = Path.Combine(AppContext.BaseDirectory, "no-profiles", "credentials");

    private readonly TimeProvider _time;
    private readonly IReadOnlyDictionary<string, string?> _environment;

    public AwsConnector() : this(CredentialClock.OfProcess, new Dictionary<string, string?>())
    {
    }

    /// <param name="environment">Variables that stand in for the process's own; a null value means unset.</param>
    internal AwsConnector(TimeProvider time, IReadOnlyDictionary<string, string?> environment)
    {
        _time = time;
        _environment = environment;
    }

    public async Task<IAwsSession> ConnectAsync(CredentialSource source, string? region, CancellationToken cancellation)
    {
        AwsSettings settings = AwsSettings.Load(source, region, EnvironmentOf(source));
        ResolvedCredentials resolved = await new CredentialResolver(settings, _time).ResolveAsync(source, cancellation);
        Func<CancellationToken, Task<ResolvedCredentials>>? renew = source is CredentialSource.Keys
            ? null
            // The files are read again: a sign-in or a key may have been renewed there.
            : stop => new CredentialResolver(AwsSettings.Load(source, region, EnvironmentOf(source)), _time).ResolveAsync(source, stop);
        return new AwsSession(settings, new SessionCredentials(resolved, renew, _time), resolved.Source);
    }

    public IReadOnlyList<string> ListProfiles() => AwsConfiguration.Load(new AwsEnvironment(_environment)).ProfileNames;

    public TimeProvider Clock => AwsHttpClients.Clock;

    public ISignInCache OpenSignInCache(IReadOnlyDictionary<string, string?>? environment) => new SsoTokenCache(EnvironmentOf(environment));

    public IAccessPortal OpenPortal(string region, IReadOnlyDictionary<string, string?>? environment)
    {
        AwsSettings settings = AwsSettings.Load(new CredentialSource.Ambient(environment), region, EnvironmentOf(environment));
        return new AccessPortal(settings, region);
    }

    public IConsoleFederation OpenFederation(IReadOnlyDictionary<string, string?>? environment) =>
        new ConsoleFederation(AwsSettings.Load(new CredentialSource.Ambient(environment), null, EnvironmentOf(environment)), _time);

    private AwsEnvironment EnvironmentOf(CredentialSource source) => EnvironmentOf(source switch
    {
        CredentialSource.Ambient ambient => ambient.Environment,
        CredentialSource.Profile profile => profile.Environment,
        CredentialSource.PermissionSet set => set.Environment,
        _ => null,
    });

    private AwsEnvironment EnvironmentOf(IReadOnlyDictionary<string, string?>? given)
    {
        if (given is null) return new AwsEnvironment(_environment);

        var variables = new Dictionary<string, string?>(_environment);
        foreach ((string name, string? value) in given) variables[name] = value;
        return new AwsEnvironment(variables);
    }
}
