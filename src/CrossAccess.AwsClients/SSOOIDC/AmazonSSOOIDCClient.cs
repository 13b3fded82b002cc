using Amazon.Runtime;
using Amazon.SSOOIDC.Model;
using CrossAccess.AwsClients.Runtime;

namespace Amazon.SSOOIDC;

/// <summary>
/// A client of the OIDC sign-in service of IAM Identity Center. Every call throws <see cref="AmazonSSOOIDCException"/> or a subclass when AWS answers with an error.
/// </summary>
public class AmazonSSOOIDCClient : ServiceClient
{
    public AmazonSSOOIDCClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSSOOIDCConfig { RegionEndpoint = region })
    {
    }

    public AmazonSSOOIDCClient(AWSCredentials credentials, AmazonSSOOIDCConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    /// <summary>Calls RegisterClient. See <see href="https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_RegisterClient.html"/>.</summary>
    public virtual Task<RegisterClientResponse> RegisterClientAsync(RegisterClientRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<RegisterClientResponse>(request, cancellationToken);

    /// <summary>Calls StartDeviceAuthorization. See <see href="https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_StartDeviceAuthorization.html"/>.</summary>
    public virtual Task<StartDeviceAuthorizationResponse> StartDeviceAuthorizationAsync(StartDeviceAuthorizationRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StartDeviceAuthorizationResponse>(request, cancellationToken);

    /// <summary>Calls CreateToken. See <see href="https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html"/>.</summary>
    public virtual Task<CreateTokenResponse> CreateTokenAsync(CreateTokenRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateTokenResponse>(request, cancellationToken);
}
