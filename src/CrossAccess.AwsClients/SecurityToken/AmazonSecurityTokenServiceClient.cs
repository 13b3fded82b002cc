using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using CrossAccess.AwsClients.Runtime;

namespace Amazon.SecurityToken;

/// <summary>
/// A client of AWS Security Token Service. Every call throws <see cref="AmazonSecurityTokenServiceException"/> or a subclass when AWS answers with an error.
/// </summary>
public class AmazonSecurityTokenServiceClient : ServiceClient
{
    public AmazonSecurityTokenServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSecurityTokenServiceConfig { RegionEndpoint = region })
    {
    }

    public AmazonSecurityTokenServiceClient(AWSCredentials credentials, AmazonSecurityTokenServiceConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    /// <summary>Calls AssumeRole. See <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"/>.</summary>
    public virtual Task<AssumeRoleResponse> AssumeRoleAsync(AssumeRoleRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<AssumeRoleResponse>(request, cancellationToken);

    /// <summary>Calls GetCallerIdentity. See <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"/>.</summary>
    public virtual Task<GetCallerIdentityResponse> GetCallerIdentityAsync(GetCallerIdentityRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetCallerIdentityResponse>(request, cancellationToken);

    /// <summary>Calls AssumeRoleWithWebIdentity. See <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html"/>.</summary>
    public virtual Task<AssumeRoleWithWebIdentityResponse> AssumeRoleWithWebIdentityAsync(AssumeRoleWithWebIdentityRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<AssumeRoleWithWebIdentityResponse>(request, cancellationToken);
}
