using CrossAccess.AwsClients.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC;

/// <summary>How to reach the OIDC sign-in service of IAM Identity Center: set RegionEndpoint, or ServiceURL together with AuthenticationRegion.</summary>
public class AmazonSSOOIDCConfig : ServiceConfig
{
    internal static readonly ServiceDefinition Service = new()
    {
        ServiceId = "SSO OIDC",
        Namespace = "Amazon.SSOOIDC",
        Version = "2019-06-10",
        Protocol = WireProtocol.RestJson,
        EndpointPrefix = "oidc",
        BaseException = typeof(AmazonSSOOIDCException),
    };

    public AmazonSSOOIDCConfig() : base(Service)
    {
    }
}
