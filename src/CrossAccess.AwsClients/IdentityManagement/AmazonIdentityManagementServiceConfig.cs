using CrossAccess.AwsClients.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.IdentityManagement;

/// <summary>How to reach AWS Identity and Access Management: set RegionEndpoint, or ServiceURL together with AuthenticationRegion.</summary>
public class AmazonIdentityManagementServiceConfig : ServiceConfig
{
    internal static readonly ServiceDefinition Service = new()
    {
        ServiceId = "IAM",
        Namespace = "Amazon.IdentityManagement",
        Version = "2010-05-08",
        Protocol = WireProtocol.Query,
        EndpointPrefix = "iam",
        SigningName = "iam",
        OneEndpointPerPartition = true,
        BaseException = typeof(AmazonIdentityManagementServiceException),
    };

    public AmazonIdentityManagementServiceConfig() : base(Service)
    {
    }
}
