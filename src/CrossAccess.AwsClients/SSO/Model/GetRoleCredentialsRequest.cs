using CrossAccess.AwsClients.Wire;

namespace Amazon.SSO.Model;

/// <summary>Container for the parameters to the GetRoleCredentials operation. See <see href="https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html"/>.</summary>
[RestOperation("GET", "/federation/credentials")]
public class GetRoleCredentialsRequest : AmazonSSORequest
{
    /// <summary>Required.</summary>
    [Wire("role_name", WireLocation.Query)]
    public string? RoleName { get; set; }

    /// <summary>Required.</summary>
    [Wire("account_id", WireLocation.Query)]
    public string? AccountId { get; set; }

    /// <summary>Required.</summary>
    [Wire("x-amz-sso_bearer_token", WireLocation.Header)]
    public string? AccessToken { get; set; }
}
