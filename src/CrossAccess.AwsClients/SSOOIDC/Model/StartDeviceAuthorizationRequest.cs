using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>Container for the parameters to the StartDeviceAuthorization operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_StartDeviceAuthorization.html"/>.</summary>
[RestOperation("POST", "/device_authorization")]
public class StartDeviceAuthorizationRequest : AmazonSSOOIDCRequest
{
    /// <summary>Required.</summary>
    [Wire("clientId")]
    public string? ClientId { get; set; }

    /// <summary>Required.</summary>
    [Wire("clientSecret")]
    public string? ClientSecret { get; set; }

    /// <summary>Required.</summary>
    [Wire("startUrl")]
    public string? StartUrl { get; set; }
}
