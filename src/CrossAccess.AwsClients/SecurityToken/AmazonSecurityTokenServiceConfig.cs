using Amazon.SecurityToken.Model;
using CrossAccess.AwsClients.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SecurityToken;

/// <summary>How to reach AWS Security Token Service: set RegionEndpoint, or ServiceURL together with AuthenticationRegion.</summary>
public class AmazonSecurityTokenServiceConfig : ServiceConfig
{
    internal static readonly ServiceDefinition Service = new()
    {
        ServiceId = "STS",
        Namespace = "Amazon.SecurityToken",
        Version = "2011-06-15",
        Protocol = WireProtocol.Query,
        EndpointPrefix = "sts",
        SigningName = "sts",
        UnsignedRequests = [typeof(AssumeRoleWithWebIdentityRequest)],
        BaseException = typeof(AmazonSecurityTokenServiceException),
    };

    public AmazonSecurityTokenServiceConfig() : base(Service)
    {
    }
}
