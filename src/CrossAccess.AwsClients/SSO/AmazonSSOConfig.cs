using CrossAccess.AwsClients.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSO;

/// <summary>How to reach the AWS access portal: set RegionEndpoint, or ServiceURL together with AuthenticationRegion.</summary>
public class AmazonSSOConfig : ServiceConfig
{
    internal static readonly ServiceDefinition Service = new()
    {
        ServiceId = "SSO",
        Namespace = "Amazon.SSO",
        Version = "2019-06-10",
        Protocol = WireProtocol.RestJson,
        EndpointPrefix = "portal.sso",
        BaseException = typeof(AmazonSSOException),
    };

    public AmazonSSOConfig() : base(Service)
    {
    }
}
