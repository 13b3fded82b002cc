using CrossAccess.AwsClients.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.IdentityStore;

/// <summary>How to reach the identity store of IAM Identity Center: set RegionEndpoint, or ServiceURL together with AuthenticationRegion.</summary>
public class AmazonIdentityStoreConfig : ServiceConfig
{
    internal static readonly ServiceDefinition Service = new()
    {
        ServiceId = "identitystore",
        Namespace = "Amazon.IdentityStore",
        Version = "2020-06-15",
        Protocol = WireProtocol.Json,
        EndpointPrefix = "identitystore",
        SigningName = "identitystore",
        TargetPrefix = "AWSIdentityStore",
        BaseException = typeof(AmazonIdentityStoreException),
    };

    public AmazonIdentityStoreConfig() : base(Service)
    {
    }
}
