using CrossAccess.AwsClients.Wire;

namespace Amazon.SSO.Model;

/// <summary>Container for the parameters to the Logout operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_Logout.html"/>.</summary>
[RestOperation("POST", "/logout")]
public class LogoutRequest : AmazonSSORequest
{
    /// <summary>Required.</summary>
    [Wire("x-amz-sso_bearer_token", WireLocation.Header)]
    public string? AccessToken { get; set; }
}
