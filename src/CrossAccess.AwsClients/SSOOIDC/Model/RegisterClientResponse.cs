using Amazon.Runtime;
using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>What the RegisterClient operation returns.</summary>
public class RegisterClientResponse : AmazonWebServiceResponse
{
    [Wire("clientId")]
    public string? ClientId { get; set; }

    [Wire("clientSecret")]
    public string? ClientSecret { get; set; }

    [Wire("clientIdIssuedAt")]
    public long? ClientIdIssuedAt { get; set; }

    [Wire("clientSecretExpiresAt")]
    public long? ClientSecretExpiresAt { get; set; }

    [Wire("authorizationEndpoint")]
    public string? AuthorizationEndpoint { get; set; }

    [Wire("tokenEndpoint")]
    public string? TokenEndpoint { get; set; }
}
