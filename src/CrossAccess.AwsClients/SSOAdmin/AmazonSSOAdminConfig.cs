using CrossAccess.AwsClients.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOAdmin;

/// <summary>How to reach IAM Identity Center (sso-admin): set RegionEndpoint, or ServiceURL together with AuthenticationRegion.</summary>
public class AmazonSSOAdminConfig : ServiceConfig
{
    internal static readonly ServiceDefinition Service = new()
    {
        ServiceId = "SSO Admin",
        Namespace = "Amazon.SSOAdmin",
        Version = "2020-07-20",
        Protocol = WireProtocol.Json,
        EndpointPrefix = "sso",
        SigningName = "sso",
        TargetPrefix = "SWBExternalService",
        BaseException = typeof(AmazonSSOAdminException),
    };

    public AmazonSSOAdminConfig() : base(Service)
    {
    }
}
