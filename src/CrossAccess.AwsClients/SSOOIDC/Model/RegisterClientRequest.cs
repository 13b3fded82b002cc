using CrossAccess.AwsClients.Wire;

namespace Amazon.SSOOIDC.Model;

/// <summary>Container for the parameters to the RegisterClient operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_RegisterClient.html"/>.</summary>
[RestOperation("POST", "/client/register")]
public class RegisterClientRequest : AmazonSSOOIDCRequest
{
    /// <summary>Required.</summary>
    [Wire("clientName")]
    public string? ClientName { get; set; }

    /// <summary>Required.</summary>
    [Wire("clientType")]
    public string? ClientType { get; set; }

    [Wire("scopes")]
    public List<string>? Scopes { get; set; }

    [Wire("redirectUris")]
    public List<string>? RedirectUris { get; set; }

    [Wire("grantTypes")]
    public List<string>? GrantTypes { get; set; }

    [Wire("issuerUrl")]
    public string? IssuerUrl { get; set; }

    [Wire("entitledApplicationArn")]
    public string? EntitledApplicationArn { get; set; }
}
