using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>What the CreateToken operation returns.</summary>
public class CreateTokenResponse : AmazonWebServiceResponse
{
    [Wire("accessToken")]
    public string? AccessToken { get; set; }

    [Wire("tokenType")]
    public string? TokenType { get; set; }

    [Wire("expiresIn")]
    public int? ExpiresIn { get; set; }

    [Wire("refreshToken")]
    public string? RefreshToken { get; set; }

    [Wire("idToken")]
    public string? IdToken { get; set; }
}
