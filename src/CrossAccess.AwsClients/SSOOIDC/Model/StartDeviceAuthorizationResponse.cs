using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>What the StartDeviceAuthorization operation returns.</summary>
public class StartDeviceAuthorizationResponse : AmazonWebServiceResponse
{
    [Wire("deviceCode")]
    public string? DeviceCode { get; set; }

    [Wire("userCode")]
    public string? UserCode { get; set; }

    [Wire("verificationUri")]
    public string? VerificationUri { get; set; }

    [Wire("verificationUriComplete")]
    public string? VerificationUriComplete { get; set; }

    [Wire("expiresIn")]
    public int? ExpiresIn { get; set; }

    [Wire("interval")]
    public int? Interval { get; set; }
}
