using System.Collections.Concurrent;
using Amazon;
using Amazon.IdentityManagement;
using Amazon.IdentityStore;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOAdmin;
using Amazon.SSOOIDC;

namespace CrossAccess.Aws;

/// <summary>The SDK's clients for one set of credentials: one per service and Region.</summary>
internal sealed class ServiceClients(AwsSettings settings, AWSCredentials credentials)
{
    // Throttled requests are tried again with the SDK's growing pauses; AWS refuses most often for a second or two.
    private const int MaximumRetries = 5;

    private readonly ConcurrentDictionary<(Type Client, string Region), Lazy<AmazonServiceClient>> _clients = new();

    public AmazonSecurityTokenServiceClient SecurityToken(string region) => Client(region, name =>
        new AmazonSecurityTokenServiceClient(credentials, Configured(new AmazonSecurityTokenServiceConfig(), "STS", name)));

    public AmazonIdentityManagementServiceClient IdentityManagement(string region) => Client(region, name =>
        new AmazonIdentityManagementServiceClient(credentials, Configured(new AmazonIdentityManagementServiceConfig(), "IAM", name)));

    public AmazonSSOAdminClient IdentityCenter(string region) => Client(region, name =>
        new AmazonSSOAdminClient(credentials, Configured(new AmazonSSOAdminConfig(), "SSO_ADMIN", name)));

    public AmazonIdentityStoreClient IdentityStore(string region) => Client(region, name =>
        new AmazonIdentityStoreClient(credentials, Configured(new AmazonIdentityStoreConfig(), "IDENTITYSTORE", name)));

    public AmazonSSOClient AccessPortal(string region) => Client(region, name =>
        new AmazonSSOClient(credentials, Configured(new AmazonSSOConfig(), "SSO", name)));

    public AmazonSSOOIDCClient SignIn(string region) => Client(region, name =>
        new AmazonSSOOIDCClient(credentials, Configured(new AmazonSSOOIDCConfig(), "SSO_OIDC", name)));

    private TClient Client<TClient>(string region, Func<string, TClient> create) where TClient : AmazonServiceClient =>
        (TClient)_clients.GetOrAdd((typeof(TClient), region), key => new(() => create(RegionName.Parse(key.Region)))).Value;

    private TConfig Configured<TConfig>(TConfig config, string service, string region) where TConfig : ClientConfig
    {
        // Everything is set here: what is left out, the SDK takes from the process's environment, once for all clients.
        config.IgnoreConfiguredEndpointUrls = true;
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = settings.MaxAttempts - 1 ?? MaximumRetries;
        config.ThrottleRetries = true;
        config.HttpClientFactory = AwsHttpClients.Instance;
        config.UseDualstackEndpoint = false;
        config.UseFIPSEndpoint = settings.Environment.IsTrue("AWS_USE_FIPS_ENDPOINT");
        if (settings.EndpointOf(service) is { } url)
        {
            config.ServiceURL = CheckedUrl(url, service);
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return config;
    }

    private static string CheckedUrl(string url, string service) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) && parsed.Scheme is ("http" or "https")
            ? url
            : throw new ClientAccessException(
                ClientAccessError.EndpointUnreachable,
                $"The endpoint configured for {service}, '{Printable.Of(url)}', is not a URL that starts with https:// or http://.")
            {
                RecommendedAction = $"Correct AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_{service} or the profile's endpoint_url, or remove it.",
            };
}
