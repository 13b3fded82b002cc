using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace CrossAccess.AwsClients.Runtime;

/// <summary>
/// The part of a client's configuration that is the same for every service. Retries are in the standard mode;
/// <c>AWS_ENDPOINT_URL</c> and <c>AWS_ENDPOINT_URL_&lt;SERVICE&gt;</c> are honoured by the SDK's own rules.
/// </summary>
public abstract class ServiceConfig : ClientConfig
{
    private static readonly string RuntimeVersion =
        typeof(ServiceConfig).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? "0";

    private protected ServiceConfig(ServiceDefinition definition) : base(new StandardConfiguration())
    {
        Definition = definition;
        ServiceId = definition.ServiceId;
        RetryMode = RequestRetryMode.Standard;
        if (definition.SigningName is not null)
            AuthenticationServiceName = definition.SigningName;
        EndpointProvider = new ServiceEndpoints(this);
        UserAgent = InternalSDKUtils.BuildUserAgentString(definition.ServiceId, RuntimeVersion);
    }

    /// <inheritdoc/>
    public override string ServiceVersion => Definition.Version;

    /// <inheritdoc/>
    public override string UserAgent { get; }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => Definition.EndpointPrefix;

    internal ServiceDefinition Definition { get; }

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(ServiceEndpoints.ParametersOf(Definition, parameters.Request));

    private sealed class StandardConfiguration : IDefaultConfigurationProvider
    {
        // AWS's "standard" defaults mode: https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html
        public IDefaultConfiguration GetDefaultConfiguration(Amazon.RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode = null) =>
            new DefaultConfiguration
            {
                Name = DefaultConfigurationMode.Standard,
                RetryMode = RequestRetryMode.Standard,
                ConnectTimeout = TimeSpan.FromMilliseconds(3100),
                TlsNegotiationTimeout = TimeSpan.FromMilliseconds(3100),
            };
    }
}
