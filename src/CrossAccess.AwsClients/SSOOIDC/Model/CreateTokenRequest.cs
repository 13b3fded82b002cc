using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>Container for the parameters to the CreateToken operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html"/>.</summary>
[RestOperation("POST", "/token")]
public class CreateTokenRequest : AmazonSSOOIDCRequest
{
    /// <summary>Required.</summary>
    [Wire("clientId")]
    public string? ClientId { get; set; }

    /// <summary>Required.</summary>
    [Wire("clientSecret")]
    public string? ClientSecret { get; set; }

    /// <summary>Required.</summary>
    [Wire("grantType")]
    public string? GrantType { get; set; }

    [Wire("deviceCode")]
    public string? DeviceCode { get; set; }

    [Wire("code")]
    public string? Code { get; set; }

    [Wire("refreshToken")]
    public string? RefreshToken { get; set; }

    [Wire("scope")]
    public List<string>? Scope { get; set; }

    [Wire("redirectUri")]
    public string? RedirectUri { get; set; }

    [Wire("codeVerifier")]
    public string? CodeVerifier { get; set; }
}
