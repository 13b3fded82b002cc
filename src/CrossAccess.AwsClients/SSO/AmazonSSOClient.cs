using Amazon.Runtime;
using Amazon.SSO.Model;
using CrossAccess.AwsClients.Runtime;

namespace Amazon.SSO;

/// <summary>
/// A client of the AWS access portal. Every call throws <see cref="AmazonSSOException"/> or a subclass when AWS answers with an error.
/// </summary>
public class AmazonSSOClient : ServiceClient
{
    public AmazonSSOClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSSOConfig { RegionEndpoint = region })
    {
    }

    public AmazonSSOClient(AWSCredentials credentials, AmazonSSOConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    /// <summary>Calls GetRoleCredentials. See <see href="https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html"/>.</summary>
    public virtual Task<GetRoleCredentialsResponse> GetRoleCredentialsAsync(GetRoleCredentialsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetRoleCredentialsResponse>(request, cancellationToken);

    /// <summary>Calls ListAccounts. See <see href="https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_ListAccounts.html"/>.</summary>
    public virtual Task<ListAccountsResponse> ListAccountsAsync(ListAccountsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAccountsResponse>(request, cancellationToken);

    /// <summary>Calls ListAccountRoles. See <see href="https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_ListAccountRoles.html"/>.</summary>
    public virtual Task<ListAccountRolesResponse> ListAccountRolesAsync(ListAccountRolesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAccountRolesResponse>(request, cancellationToken);

    /// <summary>Calls Logout. See <see href="https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_Logout.html"/>.</summary>
    public virtual Task<LogoutResponse> LogoutAsync(LogoutRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<LogoutResponse>(request, cancellationToken);
}
