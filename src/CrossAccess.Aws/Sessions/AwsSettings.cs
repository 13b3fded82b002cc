using System.Globalization;

namespace CrossAccess.Aws;

/// <summary>What the environment and the configuration files say to one connection: profile, Region, endpoints.</summary>
internal sealed class AwsSettings
{
    private readonly bool _isProfileExplicit;
    private readonly string? _explicitRegion;
    private readonly string? _lastRegion;

    private AwsSettings(AwsEnvironment environment, AwsConfiguration configuration, AwsProfile? profile, bool isProfileExplicit, string? explicitRegion, string? lastRegion = null)
    {
        _lastRegion = lastRegion;
        Environment = environment;
        Configuration = configuration;
        Profile = profile;
        _isProfileExplicit = isProfileExplicit;
        _explicitRegion = string.IsNullOrWhiteSpace(explicitRegion) ? null : explicitRegion.Trim();
    }

    public AwsEnvironment Environment { get; }

    public AwsConfiguration Configuration { get; }

    /// <summary>The profile named by the caller, else by the environment, else "default"; null when there is none.</summary>
    public AwsProfile? Profile { get; }

    /// <summary>The Region; null when nothing names one. A profile that the caller names outranks the environment.</summary>
    public string? Region => _explicitRegion ?? (_isProfileExplicit ? Profile?.Region ?? EnvironmentRegion : EnvironmentRegion ?? Profile?.Region) ?? _lastRegion;

    private string? EnvironmentRegion => Environment["AWS_REGION"] ?? Environment["AWS_DEFAULT_REGION"];

    /// <exception cref="ClientAccessException">ProfileNotFound, for a profile that the source names.</exception>
    public static AwsSettings Load(CredentialSource source, string? region, AwsEnvironment environment)
    {
        AwsConfiguration configuration = AwsConfiguration.Load(environment);
        return source is CredentialSource.Profile named
            ? new AwsSettings(environment, configuration, configuration.GetProfile(named.Name), isProfileExplicit: true, region)
            : new AwsSettings(environment, configuration, configuration.FindProfile(ProfileNameOf(environment)), isProfileExplicit: false, region, (source as CredentialSource.PermissionSet)?.SignInRegion);
    }

    /// <summary>The variable that names a profile, and the name; null when neither is set.</summary>
    public static (string Variable, string Name)? NamedProfile(AwsEnvironment environment)
    {
        // In botocore's order.
        foreach (string variable in (string[])["AWS_DEFAULT_PROFILE", "AWS_PROFILE"])
        {
            if (environment[variable] is { } name) return (variable, name);
        }

        return null;
    }

    /// <summary>
    /// The endpoint configured for a service, in the order of the SDK reference; null: AWS's own.
    /// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html"/>.
    /// </summary>
    /// <param name="service">The service id in capitals, such as SSO_ADMIN.</param>
    public string? EndpointOf(string service)
    {
        if (Environment.IsTrue("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")) return null;
        if (Environment[$"AWS_ENDPOINT_URL_{service}"] is { } ofService) return ofService;
        if (Environment["AWS_ENDPOINT_URL"] is { } ofAll) return ofAll;
        if (Profile is null || string.Equals(Profile["ignore_configured_endpoint_urls"], "true", StringComparison.OrdinalIgnoreCase)) return null;

        return EndpointInServices(Profile, service) ?? Profile["endpoint_url"];
    }

    /// <summary>
    /// How often a request is made at most; null when neither the environment nor the profile says.
    /// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"/>.
    /// </summary>
    public int? MaxAttempts =>
        int.TryParse(Environment["AWS_MAX_ATTEMPTS"] ?? Profile?["max_attempts"], NumberStyles.None, CultureInfo.InvariantCulture, out int attempts) && attempts > 0 ? attempts : null;

    private static string ProfileNameOf(AwsEnvironment environment) => NamedProfile(environment)?.Name ?? "default";

    private string? EndpointInServices(AwsProfile profile, string service)
    {
        if (profile["services"] is not { } name || Configuration.FindServices(name) is not { } services) return null;

        return services.TryGetValue(service, out string? group) ? AwsConfigurationFile.Group(group).GetValueOrDefault("endpoint_url") : null;
    }
}
